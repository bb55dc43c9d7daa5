"""Pages of the desk that keep themselves up to date: what a refresh costs, and that it is no one's activity."""

import html
import re

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.admin.live_refresh.desk_fingerprint import GROWING, LONGEST, desk_fingerprint
from appointments.admin.live_refresh.live_sentences import sentences_about
from appointments.models import AnswerChange, BusyImport, Holiday, Note, RecordAccess, TimeOff
from appointments.services.requests.claims import claim_request
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.patient_questions import ask_patient
from tests.factories import make_member

from .at_desk import QUEUE, press, words_of
from .hours import away
from .visits import book, wanted

REFRESH = {"X-Refresh": "1"}
HOME, MOST_STATEMENTS = "/admin/", 4
PAGES = [HOME, f"{QUEUE}?tab=all", f"{QUEUE}calendar/?date=2026-11-24", f"{QUEUE}day-sheet/?date=2026-11-24"]
CHANGED = "admin:appointments_appointmentrequest_changed"


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def booked(visiting, clinic, make_request, scheduler):
    """A request with a visit on November 24: it is in the queue, the calendar and the day sheet."""
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic))
    record.refresh_from_db()
    return record


def refresh(client, address, etag=""):
    return client.get(address, headers=REFRESH | ({"If-None-Match": etag} if etag else {}))


@pytest.mark.parametrize("page", PAGES)
def test_an_unchanged_page_costs_few_statements_and_a_changed_one_comes_again(desk, booked, page, make_request):
    first = refresh(desk, page)
    assert (first.status_code, first["Content-Type"]) == (200, "text/html; charset=utf-8")
    with CaptureQueriesContext(connection) as captured:
        second = refresh(desk, page, first["ETag"])
    assert (second.status_code, second.content, second["ETag"]) == (304, b"", first["ETag"])
    assert len(captured) <= MOST_STATEMENTS
    make_request()
    third = refresh(desk, page, first["ETag"])
    assert third.status_code == 200
    assert third["ETag"] != first["ETag"]


@pytest.mark.parametrize("page", PAGES)
def test_every_live_page_says_what_its_script_needs(desk, booked, page):
    shown = html.unescape(desk.get(page).content.decode())
    assert 'data-live="' in shown
    assert "js/live_refresh" in shown
    assert 'data-sentences="{"paused": "Updates are paused."' in shown
    assert "ETag" not in desk.get(page).headers  # a page that a person opens is always new


def test_each_number_has_a_sentence():
    for what, last in (("requests", "% requests are"), ("visits", "% visits are")):
        sentences = sentences_about(what)
        names = {f"{name}_{number}" for name in ("added", "changed", "gone") for number in ("one", "many")}
        assert names <= set(sentences)
        assert sentences["gone_many"] == f"{last} no longer on this page."
    assert sentences_about("calendar")["other"] == "The calendar has changed."
    assert "added_one" not in sentences_about("home")


@pytest.mark.parametrize("page", PAGES[1:])
def test_a_refresh_logs_only_what_was_not_on_the_page_before(desk, booked, page, make_staff, client):
    desk.get(page)
    looks = RecordAccess.objects.filter(request=booked)
    assert looks.count() == 1
    refresh(desk, page)
    refresh(desk, page, "W/nothing")
    assert looks.count() == 1
    desk.get(page)
    assert looks.count() == 2  # a person looked again
    client.force_login(make_staff("kim@example.com", "Schedulers"))
    refresh(client, page)  # without ever opening the page, as a program would
    assert looks.count() == 3


def test_a_request_that_a_refresh_brings_is_logged(desk, booked, make_request):
    desk.get(PAGES[1])
    record = make_request()
    for _turn in range(2):
        assert record.spoken_reference in refresh(desk, PAGES[1]).content.decode()
        assert [access.kind for access in record.accesses.all()] == ["listed"]


def test_a_look_of_an_earlier_session_is_not_this_one(desk, booked, now, scheduler, settings):
    settings.SESSION_COOKIE_AGE = 12 * 60 * 60
    desk.get(PAGES[1])
    now.shift(13 * 60 * 60)
    desk.force_login(scheduler)
    refresh(desk, PAGES[1])
    assert booked.accesses.count() == 2


def test_the_header_hides_no_one_who_opens_a_request(desk, booked):
    assert desk.get(booked.get_absolute_url(), headers=REFRESH).status_code == 200
    assert booked.accesses.filter(kind="opened").count() == 1


def test_a_refresh_does_not_prolong_the_session(desk, booked, now, settings):
    settings.SESSION_SAVE_EVERY_REQUEST = False
    session = desk.session
    session["seen"] = 1
    session.save()
    ends = Session.objects.get().expire_date
    now.shift(600)
    for page in PAGES:
        assert "Set-Cookie" not in refresh(desk, page).headers
    assert Session.objects.get().expire_date == ends


def test_a_view_that_writes_into_the_session_does_not_prolong_it_either(desk, booked, monkeypatch):
    def remember(request, *args, **kwargs):
        request.session["remembered"] = True
        return []

    monkeypatch.setattr("appointments.admin.queue.saved_for", remember)
    refresh(desk, PAGES[1])
    assert "remembered" not in desk.session
    desk.get(PAGES[1])
    assert "remembered" in desk.session


def test_messages_wait_for_the_next_page_that_a_person_opens(desk, booked, make_request):
    press(desk, booked, "note", text="x", then="mine")
    assert "Note saved." not in words_of(refresh(desk, PAGES[1]))
    assert "Note saved." in words_of(desk.get(PAGES[1]))


def test_without_a_session_or_the_right_there_is_nothing(client, desk, booked):
    etag = refresh(desk, PAGES[1])["ETag"]
    desk.logout()
    for page in (*PAGES, reverse(CHANGED, args=[booked.pk])):
        assert refresh(client, page, etag).status_code == 302
    client.force_login(make_member("al@example.com", "Auditors", is_staff=True))
    for page in (*PAGES[1:], reverse(CHANGED, args=[booked.pk])):
        answer = refresh(client, page, etag)
        assert (answer.status_code, "ETag" in answer.headers) == (403, False)


def test_a_post_is_never_a_refresh(desk, booked):
    assert desk.post(PAGES[1], headers=REFRESH | {"If-None-Match": "*"}).status_code != 304


def test_every_kind_of_change_changes_the_fingerprint(booked, make_request, scheduler, visiting, nurse):
    def by_patient():
        AnswerChange.objects.create(request=booked, question="phone", before="1", after="2")

    record = make_request()
    changes = [
        lambda: claim_request(request_id=record.pk, actor=scheduler),
        lambda: Note.objects.create(request=record, author=scheduler, text="x"),
        lambda: log_contact(request_id=record.pk, actor=scheduler, channel="phone", outcome="busy", next_on=None),
        lambda: ask_patient(request_id=record.pk, actor=scheduler, seen_version=version(record), text="When?"),
        by_patient,
        lambda: away(visiting, "2026-11-24 9:00", "2026-11-24 12:00"),
        lambda: TimeOff.objects.all().delete(),
        lambda: BusyImport.objects.create(physician=visiting, staff=scheduler, taken=1),
        lambda: Holiday.objects.create(date="2026-12-24", name="Staff day"),
        lambda: booked.appointments.update(visit_number="7"),
    ]
    seen = [desk_fingerprint(scheduler.pk)]
    for change in changes:
        change()
        seen.append(desk_fingerprint(scheduler.pk))
    assert len(set(seen)) == len(seen)
    assert desk_fingerprint(nurse.pk) != seen[-1]


def version(record):
    record.refresh_from_db()
    return record.version


def test_a_row_that_is_committed_late_is_noticed_and_so_is_the_time(booked, scheduler, now):
    """Another transaction may have taken a lower key, and come to its end after a higher one."""
    Note.objects.create(pk=1_000_000, request=booked, author=scheduler, text="x")
    before = desk_fingerprint(scheduler.pk)
    assert desk_fingerprint(scheduler.pk) == before
    Note.objects.create(pk=999_999, request=booked, author=scheduler, text="x")
    late = desk_fingerprint(scheduler.pk)
    assert late != before
    now.shift(LONGEST)
    assert desk_fingerprint(scheduler.pk) not in (before, late)


def test_the_fingerprint_reads_the_ends_of_indexes_only(db):
    with CaptureQueriesContext(connection) as captured:
        desk_fingerprint(1)
    [statement] = captured
    with connection.cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort"):  # cheaper for the few rows of a test
            cursor.execute(f"SET LOCAL enable_{way} = off")
        cursor.execute(f"EXPLAIN {statement['sql']}")
        plan = "\n".join(line for (line,) in cursor)
    assert plan.count("Scan Backward using") == len(GROWING), plan
    assert "Seq Scan" not in plan


def address_of(page):
    return re.search(r'data-changed="([^"]+)"', page.content.decode())[1].replace("&amp;", "&")


def test_the_page_of_a_request_learns_that_someone_else_changed_it(client, desk, booked, colleague, now):
    address = address_of(desk.get(booked.get_absolute_url()))
    now.shift(60)
    with CaptureQueriesContext(connection) as captured:
        unchanged = refresh(desk, address)
    assert (unchanged.status_code, unchanged.content) == (204, b"")
    assert len(captured) <= MOST_STATEMENTS
    client.force_login(colleague)
    press(client, booked, "numbers", medical_record_number="MRN1", visit_number="")
    answer = refresh(client, address)
    assert answer.json()["sentence"].startswith("You changed this request in another window at ")
    client.force_login(booked.claimed_by)
    answer = refresh(client, address)
    assert answer.json()["sentence"].startswith("Someone else changed this request at ")
    assert booked.legal_name not in answer.content.decode()
    assert booked.accesses.count() == 1


def test_a_colleagues_note_is_a_change_and_ones_own_is_none(desk, booked, scheduler, colleague, now):
    address = address_of(desk.get(booked.get_absolute_url()))
    now.shift(60)
    Note.objects.create(request=booked, author=scheduler, text="x")
    assert refresh(desk, address).status_code == 204
    Note.objects.create(request=booked, author=colleague, text="x")
    assert refresh(desk, address).json()["sentence"] == "Someone else changed this request at 10:01 a.m."


@pytest.mark.parametrize(
    "query", ["", "version=x&at=x", "version=99999999999999999999&at=2026-13-99", f"at={'9' * 3000}", "version=1"]
)
def test_a_page_that_says_nothing_useful_is_out_of_date(desk, booked, query):
    assert refresh(desk, f"{reverse(CHANGED, args=[booked.pk])}?{query}").status_code == 200


def test_a_request_that_is_gone_is_not_found(desk):
    assert refresh(desk, reverse(CHANGED, args=[999_999])).status_code == 404
