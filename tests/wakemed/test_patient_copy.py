"""A copy of what is on record about one request: whole, recorded, and for few."""

import io
import json

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command

from appointments.models import DeskSearch, RecordAccess
from tests import factories
from wakemed.models import SecurityEvent
from wakemed.patient_copy.contents import NOT_COPIED, TITLES
from wakemed.retention.patient_tables import ERASED
from wakemed.security_log.sentences import sentence

from .test_fresh_proof import prove, sam  # noqa: F401  a fixture
from .test_nothing_is_left import written
from .test_retention import clinic, doctor, planted, staff  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db
COPY = "/admin/wakemed/securityevent/copy/"


@pytest.fixture
def manager(client, hospital):
    user = factories.make_member("max@example.com", "Scheduling managers", is_staff=True, first_name="Max")
    client.post("/accounts/login/", {"login": user.email, "password": "a long password"})
    return user


def main(page):
    return BeautifulSoup(page.content, "html.parser").main


def exported(request):
    return list(RecordAccess.objects.filter(request=request, staff__email="max@example.com", kind="exported"))


def test_every_table_that_is_erased_is_copied_or_said_not_to_be():
    assert {table.name for table in ERASED} == set(TITLES) | NOT_COPIED


def test_the_page_has_all_kinds_of_rows_and_is_recorded_as_an_export(client, manager, planted):  # noqa: F811
    page = main(client.get(COPY, {"reference": planted.request.spoken_reference.lower()}))
    text = " ".join(page.get_text(" ", strip=True).split())
    for words in (
        "Legal name Zebrafinch Quillon", "Date of birth January 9, 1931", "quill@zebrafinch.example",
        "Which scans, zebrafinch?", "Zebrafinch is polite.", "at the clinic, zebrafinch", "Oak Meadow",
        "Text Not for a zebrafinch.", "Outcome Reached", "203.0.113.77", "What became of the request",
        "March 12, 2018", "sam@example.com What exported to a file", "Preferred times",
    ):  # fmt: skip
        assert words in text, words
    assert "max@example.com" not in text
    assert len(exported(planted.request)) == 1


def test_the_file_has_every_column_in_which_something_is_written(client, manager, planted):  # noqa: F811
    response = client.get(COPY, {"reference": planted.request.reference, "as": "json"})
    assert response["Content-Disposition"] == f'attachment; filename="request-{planted.request.spoken_reference}.json"'
    assert "no-store" in response["Cache-Control"]
    [copy] = json.loads(response.content)["requests"]
    names = {table.table: table.name for table in ERASED if table.name in TITLES}
    for place in sorted(written()):
        table, column = place.split(".")
        if table in names:
            rows = json.dumps([row[column] for row in copy[names[table]]], ensure_ascii=False).lower()
            assert "zebrafinch" in rows or "zf-4711" in rows or "555-0187" in rows, place
    for kind in ("seen_by", "links_and_copies", "AppointmentRequestEvent", "Appointment", "Notification"):
        assert copy[kind], kind
    assert "0" * 64 not in response.content.decode()
    assert len(exported(planted.request)) == 1


def test_what_was_typed_to_find_it_is_in_no_copy(client, manager, planted, staff):  # noqa: F811
    search = DeskSearch.objects.create(staff=staff, typed="Quill or Wren Oak")
    RecordAccess.objects.create(request=planted.request, staff=staff, kind="found", search=search)
    for more in ({}, {"as": "json"}):
        assert b"Wren Oak" not in client.get(COPY, {"reference": planted.request.reference} | more).content


def test_an_unknown_reference_is_said_and_nothing_is_recorded(client, manager):
    assert "No request has the reference CCCC-CCCC." in main(client.get(COPY, {"reference": "CCCC-CCCC"})).get_text()
    assert "Type the reference" in main(client.get(COPY)).get_text()
    assert client.get(COPY, {"reference": "\0'%"}).status_code in (200, 400)
    assert not RecordAccess.objects.exists()


@pytest.mark.parametrize("group", ["Schedulers", "Nurses", "Auditors"])
def test_no_one_else_makes_a_copy(client, planted, group):  # noqa: F811
    client.force_login(factories.make_member("kim@example.com", group, is_staff=True))
    before = RecordAccess.objects.count()
    for more in ({}, {"reference": planted.request.reference}, {"reference": planted.request.reference, "as": "json"}):
        response = client.get(COPY, more)
        assert response.status_code in (302, 403)
        assert b"ebrafinch" not in response.content
    assert RecordAccess.objects.count() == before


def test_it_asks_who_it_is_first(client, hospital, sam):  # noqa: F811
    address = f"{COPY}?reference={factories.send_request(factories.make_answers()).reference}&as=json"
    response = client.get(address)
    assert not RecordAccess.objects.exists()
    response = prove(client, response)
    assert response["Location"] == address
    assert client.get(address)["Content-Type"] == "application/json"


def test_the_command_writes_the_same_and_is_in_the_security_log(planted):  # noqa: F811
    out = io.StringIO()
    call_command("export_patient", planted.request.spoken_reference, stdout=out)
    [copy] = json.loads(out.getvalue())["requests"]
    assert copy["AppointmentRequest"][0]["legal_name"] == "Zebrafinch Quillon"
    event = SecurityEvent.objects.get(kind="copied")
    assert event.patient_request == planted.request
    reference = planted.request.spoken_reference
    assert sentence(event) == f"A command on the server made a copy of request {reference} for its patient."
    with pytest.raises(CommandError, match="No request"):
        call_command("export_patient", "CCCCCCCC")
