"""The auditors' page of the security log: who may read it, what it says, how it's narrowed."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from appointments.guards.keyed_digest import keyed_digest
from appointments.models import RequestLink
from tests import factories
from wakemed.models import SecurityEvent
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record
from wakemed.security_log.sentences import SENTENCES, sentence

pytestmark = pytest.mark.django_db
LOG = "/admin/wakemed/securityevent/"
YESTERDAY = datetime.datetime(2026, 11, 28, 23, 30, tzinfo=datetime.UTC)


@pytest.fixture
def auditor(client, hospital):
    person = factories.make_member("ada@example.com", "Auditors", is_staff=True)
    client.force_login(person)
    return person


@pytest.fixture
def sam(hospital):
    return factories.make_member("sam@example.com", "Schedulers", is_staff=True)


@pytest.fixture
def patient_request(hospital):
    answers = factories.make_answers(reason="My tumor hurts.", legal_name="Pat Quillfeather")
    return RequestLink.objects.create(request=factories.send_request(answers)).request


def rows(answer):
    """Return the sentences of the list."""
    soup = BeautifulSoup(answer.content, "html.parser")
    return [cell.get_text(strip=True) for cell in soup.select("td.field-what_happened")]


def add(kind, **fields):
    """Add a row as it comes from a request."""
    return SecurityEvent.objects.create(kind=kind, **({"request_id": "0" * 32} | fields))


def test_only_auditors_read_it_and_find_it_among_their_sections(client, auditor, sam):
    assert LOG in client.get("/admin/").content.decode()
    assert client.get(LOG).status_code == 200
    client.force_login(sam)
    assert LOG not in client.get("/admin/").content.decode()
    assert client.get(LOG).status_code == 403


def test_every_kind_has_a_sentence(patient_request):
    assert set(SENTENCES) == set(Happened)
    for kind in Happened:
        event = SecurityEvent(
            kind=kind,
            by_email="boss@example.com",
            account_email="sam@example.com",
            patient_request=patient_request,
            details={"groups": ["Nurses"], "before": "s@example.com", "method": "totp", "pattern": "/cms/"},
            request_id="0" * 32,
        )
        said = sentence(event)
        assert said.endswith(".")
        assert said[0].isupper() or said.startswith(("sam@", "boss@"))


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("rights_given",
         {"by_email": "b@x.org", "account_email": "s@x.org", "details": {"groups": ["Nurses", "Editors"]}},
         "b@x.org gave s@x.org: the group “Nurses” and the group “Editors”."),
        ("rights_taken", {"by_email": "b@x.org", "account_email": "s@x.org", "details": {"flags": ["is_superuser"]}},
         "b@x.org took from s@x.org: “may do everything”."),
        ("rights_taken", {"by_email": "b@x.org", "details": {"group": "Nurses", "permissions": ["Can view note"]}},
         "b@x.org took from everyone in the group “Nurses”: “Can view note”."),
        ("sign_in_failed", {"typed": "abcdefgh12"},
         "A sign-in failed for an address that no account has (typed: abcdefgh)."),
        ("password_changed", {"account_email": "s@x.org"},
         "The password of s@x.org was changed through a link in a mail."),
        ("account_made", {"account_email": "s@x.org", "request_id": ""},
         "A command on the server made an account for s@x.org."),
        ("link_failed", {}, "Someone tried a link that isn't valid, or whose request has been erased since."),
    ],
)  # fmt: skip
def test_it_is_said_in_plain_words(kind, fields, words):
    assert sentence(SecurityEvent(kind=kind, **({"request_id": "0" * 32} | fields))) == words


def test_it_is_narrowed_by_person_kind_day_address_request_session_and_id(client, auditor, sam, patient_request):
    add("signed_in", by=sam, account=sam, by_email=sam.email, account_email=sam.email, address="198.51.100.7")
    add("signed_in", by_email="kim@example.com", account_email="kim@example.com", address="198.51.100.8", at=YESTERDAY)
    add("link_opened", patient_request=patient_request, address="2001:db8::", session="5" * 32)
    add("sign_in_failed", typed=keyed_digest("typed", "nobody@example.com"), request_id="7" * 32)
    sams, kims = "sam@example.com signed in.", "kim@example.com signed in."
    opened = f"Someone opened the link of request {patient_request.spoken_reference} with the right date of birth."
    assert sams in rows(client.get(LOG, {"q": "SAM@example.com"}))
    assert rows(client.get(LOG, {"q": "sam@example.com 198.51.100.7"})) == [sams]
    assert rows(client.get(LOG, {"q": "kim@example.com"})) == [kims]
    assert rows(client.get(LOG, {"q": "198.51.100.8"})) == [kims]
    assert rows(client.get(LOG, {"q": "2001:db8::1234"})) == [opened]
    assert rows(client.get(LOG, {"q": "2026-11-28"})) == [kims]  # the clinic's day, not UTC's
    assert rows(client.get(LOG, {"q": "11/28/2026"})) == [kims]
    assert rows(client.get(LOG, {"q": patient_request.spoken_reference})) == [opened]
    assert rows(client.get(LOG, {"q": "5" * 32})) == [opened]
    assert rows(client.get(LOG, {"kind__exact": "link_opened"})) == [opened]
    assert len(rows(client.get(LOG, {"q": "nobody@example.com"}))) == 1
    assert len(rows(client.get(LOG, {"q": "7" * 32}))) == 1
    for nothing in ("2026-11-28 198.51.100.7", "hello", "9999-12-31", "0001-01-01", "\0", "@"):
        assert rows(client.get(LOG, {"q": nothing})) in ([], None), nothing


def test_it_shows_no_patient_and_takes_few_statements(client, auditor, sam, patient_request):
    for kind in Happened:
        by, details = {"by": sam, "by_email": sam.email}, {"before": "x@example.com", "group": "Nurses", "people": []}
        add(kind, account=sam, account_email=sam.email, patient_request=patient_request, details=details, **by)
    with CaptureQueriesContext(connection) as asked:
        page = client.get(LOG).content.decode()
    assert len(asked) <= 20
    assert patient_request.spoken_reference in page
    for word in ("Quillfeather", "tumor", str(patient_request.date_of_birth.year)):
        assert word not in page


@pytest.mark.parametrize("method", ["add/", "1/delete/"])
def test_nobody_writes_or_deletes_there(client, hospital, method):
    client.force_login(factories.make_member("boss@example.com", is_staff=True, is_superuser=True))
    record(Happened.SIGNED_OUT)
    address = method.replace("1", str(SecurityEvent.objects.latest("pk").pk))
    assert client.post(LOG + address, {"post": "yes"}).status_code == 403
