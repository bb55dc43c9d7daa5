"""How many statements a page of the directory sends to the database. One of them reads the added phrases of danger."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]

ADDRESS = "/find-a-doctor/"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("", {"accepting": "1"}),
        ("slipped disk", {"accepting": "1", "zip": "27610"}),
        ("wisnieka scolosis", {"accepting": "1"}),
        ("ana nmae", {}),
        ("lihn doo", {}),
        ("lihn doo scoliosis", {"virtual": "1", "language": "es", "zip": "27610", "sort": "distance"}),
        ("ana zzyzx", {"virtual": "1", "accepting": "1"}),
        ("herniated disk", {"location": "oak-meadow", "language": "tlh", "after": "nobody", "zip": "99999"}),
    ],
)
def test_a_page_takes_at_most_thirteen_statements_and_two_more_to_guess_a_name(client, text, others):
    asked = {"q": text} | others
    client.get(ADDRESS, asked)  # what is kept in the process is read now
    with CaptureQueriesContext(connection) as queries:
        client.get(ADDRESS, asked)
    sent = [query["sql"] for query in queries]
    most = 15 if any("AS asked(number, word)" in sql for sql in sent) else 13  # that one reads the names like it
    assert len(sent) <= most, [sql[:80] for sql in sent]
