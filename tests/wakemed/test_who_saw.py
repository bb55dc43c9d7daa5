"""The report on one request: who opened, found or exported it, and what became of its patient's link."""

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from appointments.guards.links import token_for
from appointments.models import DeskSearch, RecordAccess, RequestLink
from tests import factories
from wakemed.models import SecurityEvent

pytestmark = pytest.mark.django_db
HERE = "Network address: 127.0.0.1."
REPORT, QUEUE = "/admin/wakemed/securityevent/who-saw/", "/admin/appointments/appointmentrequest/"
SEARCHES = "/admin/appointments/desksearch/"


@pytest.fixture
def auditor(hospital):
    return factories.make_member("ada@example.com", "Auditors", is_staff=True)


@pytest.fixture
def sam(hospital):
    return factories.make_member("sam@example.com", "Schedulers", is_staff=True, first_name="Sam", last_name="Miller")


@pytest.fixture
def asked(hospital):
    answers = factories.make_answers(reason="My tumor hurts.", legal_name="Pat Quillfeather")
    return RequestLink.objects.create(request=factories.send_request(answers)).request


def words(page):
    return " ".join(BeautifulSoup(page.content, "html.parser").main.get_text(" ", strip=True).split())


def lines(page):
    """Return the lines of the report: who and what."""
    rows = BeautifulSoup(page.content, "html.parser").select("[aria-labelledby=lines] tbody tr")
    return [tuple(cell.get_text(strip=True) for cell in row.select("td")[1:]) for row in rows]


def test_it_tells_every_look_search_export_and_opened_link(client, auditor, sam, asked):
    client.force_login(sam)
    client.get(f"{QUEUE}?tab=new")
    client.get(f"{QUEUE}?q=Quillfeather")
    client.get(asked.get_absolute_url())
    chosen = {"action": "export_chosen", "_selected_action": [asked.pk], "index": "0"}
    b"".join(client.post(f"{QUEUE}?tab=new", chosen).streaming_content)
    client.logout()
    born, token = asked.date_of_birth, token_for(asked.links.get())
    date = {f"date_of_birth_{part}": getattr(born, part) for part in ("month", "day", "year")}
    client.post(f"/appointments/manage/{token}/", date)
    client.force_login(auditor)
    with CaptureQueriesContext(connection) as statements:
        page = client.get(REPORT, {"reference": asked.spoken_reference.lower()})
    assert len(statements) <= 20
    opened = f"Someone opened the link of request {asked.spoken_reference} with the right date of birth."
    assert lines(page) == [
        ("Through the link", f"{opened} {HERE}"),
        ("Sam Miller", f"Exported it to a file. {HERE}"),
        ("Sam Miller", f"Opened the request. {HERE}"),
        ("Sam Miller", f"Found it by searching for “Quillfeather”. {HERE}"),
        ("Sam Miller", f"Saw it in a list. {HERE}"),
    ]
    assert "Sam Miller sam@example.com 1 4" in words(page)
    for word in ("tumor", str(born.year)):
        assert word not in words(page)


def test_each_look_and_search_has_its_address_session_and_request(client, sam, asked):
    """The same as the security log and the answer's header have: an auditor follows one session through both."""
    client.post("/accounts/login/", {"login": sam.email, "password": "a long password"})
    answer = client.get(f"{QUEUE}?q=Quillfeather", REMOTE_ADDR="192.0.2.7")
    [came] = SecurityEvent.objects.filter(kind="signed_in")
    [look], [search] = RecordAccess.objects.all(), DeskSearch.objects.all()
    for row in (look, search):
        assert (row.address, row.http_request) == ("192.0.2.7", answer["X-Request-ID"])
        assert row.session == came.session != ""


def test_an_unknown_reference_is_said_and_nobody_else_opens_the_report(client, auditor, sam, asked):
    client.force_login(auditor)
    assert "No request has the reference CCCC-CCCC." in words(client.get(REPORT, {"reference": "CCCC-CCCC"}))
    assert "Type the reference" in words(client.get(REPORT))
    assert client.get(REPORT, {"reference": "\0'%"}).status_code in (200, 400)
    assert "No one on the staff has seen it yet." in words(client.get(REPORT, {"reference": asked.reference}))
    client.force_login(sam)
    assert client.get(REPORT, {"reference": asked.reference}).status_code == 403


def test_what_was_typed_at_the_desk_is_kept_and_auditors_alone_read_it(client, auditor, sam, asked):
    client.force_login(sam)
    client.get(f"{QUEUE}?q= quillfeather 1962 ")
    client.get(f"{QUEUE}?q=%20")
    client.get(f"{QUEUE}?tab=new")
    (search,) = DeskSearch.objects.all()
    assert (search.staff, search.typed) == (sam, "quillfeather 1962")
    assert client.get(SEARCHES).status_code == 403
    client.force_login(auditor)
    assert "quillfeather 1962" in words(client.get(SEARCHES, {"q": "SAM@example.com"}))
    assert "Nothing was searched for that fits." in words(client.get(SEARCHES, {"q": "kim@example.com"}))


def test_a_page_that_refreshes_itself_searches_once_and_the_header_hides_no_search(client, sam, asked):
    client.force_login(sam)
    client.get(f"{QUEUE}?q=quillfeather")
    for _ in range(2):
        client.get(f"{QUEUE}?q=quillfeather", headers={"X-Refresh": "1"})
    assert DeskSearch.objects.count() == 1
    client.get(f"{QUEUE}?q=feather", headers={"X-Refresh": "1"})
    assert DeskSearch.objects.count() == 2
    assert RecordAccess.objects.filter(kind=RecordAccess.Kind.FOUND).count() == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE appointments_desksearch SET typed = ''", "DELETE FROM appointments_desksearch"]
)
def test_searches_can_only_grow(db, statement):
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
