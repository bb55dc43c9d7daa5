"""What has been kept long enough is erased, by its own role, and leaves numbers; nothing else is touched."""

import contextlib
import datetime
import io

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from appointments.models import (
    AppointmentRequest,
    DeskSearch,
    LostLink,
    PatientNameWord,
    RecordAccess,
    RequestDraft,
    StatusChange,
)
from appointments.services.requests.closing import close_request, reopen_request
from appointments.workflow import ClosedReason
from physicians.database_roles import ERASER
from tests import factories
from wakemed.models import Erasure, SecurityEvent
from wakemed.retention.due_requests import due_requests

from . import canary

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(hospital):
    return factories.make_member("sam@example.com", "Schedulers", is_staff=True)


@pytest.fixture
def doctor(hospital):
    return factories.make_physician()


@pytest.fixture
def clinic(hospital):
    return factories.make_clinic()


@pytest.fixture
def planted(doctor, clinic, staff):
    return canary.plant(doctor=doctor, clinic=clinic, staff=staff)


@contextlib.contextmanager
def as_eraser():
    """Be the role that erases, for the length of the block; what is checked at commit is checked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL ROLE {ERASER}")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        try:
            yield
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        finally:
            cursor.execute("RESET ROLE")


def erase(*arguments):
    """Run the command as the role that erases; return what it printed."""
    out = io.StringIO()
    with as_eraser():
        call_command("apply_retention", *arguments, stdout=out)
    return out.getvalue()


def ask(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def closed(staff, *, days_ago, reason="declined", **answers):
    """Return a request that came and was closed so many days ago."""
    with time_machine.travel(timezone.now() - datetime.timedelta(days=days_ago), tick=False):
        request = factories.send_request(factories.make_answers(**answers))
        close_request(**canary._seen(request), closed_reason=reason, reason="No.", actor=staff)
    return request


def test_a_request_whose_time_is_over_is_gone_and_its_numbers_stay(planted):
    printed = erase()
    assert not AppointmentRequest.objects.exists()
    assert "requests fulfilled, kept 2562 days: 1 requests" in printed
    erasure = Erasure.objects.get(what="requests")
    assert (erasure.closed_reason, erasure.kept_days, erasure.requests) == ("fulfilled", 2562, 1)
    assert (erasure.received, erasure.visits) == ({"2018-03": 1}, {"fulfilled": 1, "cancelled": 2})
    assert erasure.rows["appointments_message"] == 3
    assert erasure.rows["appointments_appointmentchange"] >= 6
    finished = Erasure.objects.get(what="finished")
    assert finished.run == erasure.run
    assert finished.settings["RETENTION_DAYS"]["duplicate"] == 366
    assert finished.ran_by


def test_nothing_is_erased_a_day_too_early(staff, settings):
    settings.RETENTION_DAYS = settings.RETENTION_DAYS | {"declined": 100}
    kept, _gone = closed(staff, days_ago=99), closed(staff, days_ago=101)
    still_open = closed(staff, days_ago=300)
    reopen_request(**canary._seen(still_open), reason="They called.", actor=staff)
    again = closed(staff, days_ago=300)
    with time_machine.travel(timezone.now() - datetime.timedelta(days=50), tick=False):
        reopen_request(**canary._seen(again), reason="They called.", actor=staff)
        close_request(**canary._seen(again), closed_reason="declined", reason="No.", actor=staff)
    erase()
    assert set(AppointmentRequest.objects.all()) == {kept, still_open, again}
    assert StatusChange.objects.filter(request=kept).count() == 2


def test_each_reason_has_its_own_time(staff, settings):
    assert set(settings.RETENTION_DAYS) == set(ClosedReason.values)
    settings.RETENTION_DAYS = settings.RETENTION_DAYS | {"declined": 100, "unreachable": 200}
    kept = closed(staff, days_ago=150, reason="unreachable")
    gone = closed(staff, days_ago=150, reason="declined")
    assert list(due_requests("declined")) == [gone]
    erase()
    assert list(AppointmentRequest.objects.all()) == [kept]


def test_a_duplicate_goes_with_the_request_that_it_repeats(staff, settings):
    settings.RETENTION_DAYS = settings.RETENTION_DAYS | {"declined": 100, "duplicate": 36600}
    original = closed(staff, days_ago=150)
    duplicate = closed(staff, days_ago=150)
    AppointmentRequest.objects.filter(pk=duplicate.pk).update(closed_reason="duplicate", duplicate_of=original)
    erase()
    assert not AppointmentRequest.objects.exists()
    assert Erasure.objects.get(what="requests").requests == 2


@pytest.mark.parametrize("held", ["original", "duplicate"])
def test_a_legal_hold_keeps_a_request_its_duplicates_and_its_log(staff, settings, held):
    pair = {"original": closed(staff, days_ago=4000), "duplicate": closed(staff, days_ago=4000)}
    AppointmentRequest.objects.filter(pk=pair["duplicate"].pk).update(
        closed_reason="duplicate", duplicate_of=pair["original"]
    )
    settings.LEGAL_HOLDS = [pair[held].reference]
    with time_machine.travel(timezone.now() - datetime.timedelta(days=3900)):
        RecordAccess.objects.create(request=pair[held], staff=staff, kind="opened")
    erase()
    assert set(AppointmentRequest.objects.all()) == set(pair.values())
    assert RecordAccess.objects.filter(request=pair[held]).exists()


def test_the_access_log_still_says_who_saw_a_request_and_when_but_not_which(staff, settings):
    request = closed(staff, days_ago=3000)
    search = DeskSearch.objects.create(staff=staff, typed="Doe")
    RecordAccess.objects.create(request=request, staff=staff, kind="found", search=search)
    event = SecurityEvent.objects.create(kind="link_opened", patient_request=request, address="203.0.113.77")
    erase()
    [look] = RecordAccess.objects.all()
    assert (look.request, look.staff, look.kind, look.search) == (None, staff, "found", search)
    event.refresh_from_db()
    assert (event.patient_request, event.address) == (None, None)
    search.refresh_from_db()
    assert (search.typed, search.staff) == ("", staff)


def test_a_search_keeps_its_words_while_another_request_that_it_found_is_kept(staff):
    gone, kept = closed(staff, days_ago=3000), factories.send_request(factories.make_answers())
    search = DeskSearch.objects.create(staff=staff, typed="Doe")
    for request in (gone, kept):
        RecordAccess.objects.create(request=request, staff=staff, kind="found", search=search)
    erase()
    search.refresh_from_db()
    assert search.typed == "Doe"


def test_logs_are_kept_for_their_time_and_words_that_found_no_one_for_theirs(staff, settings):
    request = factories.send_request(factories.make_answers())
    for days in (2195, 2197, 365, 367):
        with time_machine.travel(timezone.now() - datetime.timedelta(days=days)):
            DeskSearch.objects.create(staff=staff, typed=f"after {days}")
            RecordAccess.objects.create(request=request, staff=staff, kind="opened")
            SecurityEvent.objects.create(kind="signed_in", account_email=f"{days}@example.com")
    erase()
    assert RecordAccess.objects.count() == 3
    assert set(DeskSearch.objects.values_list("typed", flat=True)) == {"after 365", ""}
    assert DeskSearch.objects.count() == 3
    kept = SecurityEvent.objects.filter(kind="signed_in").values_list("account_email", flat=True)
    assert set(kept) == {"2195@example.com", "365@example.com", "367@example.com"}


def test_what_was_never_sent_is_erased_after_a_day(hospital):
    canary.unsent()
    canary.unsent(timezone.now())
    assert (RequestDraft.objects.count(), LostLink.objects.count()) == (2, 2)
    erase()
    assert (RequestDraft.objects.count(), LostLink.objects.count()) == (1, 1)


def test_words_of_names_that_no_one_has_are_gone(planted):
    factories.send_request(factories.make_answers(legal_name="Pat Quill"))
    assert PatientNameWord.objects.filter(word="zebrafinch").exists()
    erase()
    assert set(PatientNameWord.objects.values_list("word", flat=True)) == {"pat", "patquill", "quill"}


def test_a_dry_run_counts_the_same_and_changes_nothing(planted):
    before = canary.found_in(*canary.CANARIES)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE wakemed_app")  # reading is enough
    out = io.StringIO()
    call_command("apply_retention", "--dry-run", stdout=out)
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert canary.found_in(*canary.CANARIES) == before
    assert not Erasure.objects.exists()
    counted, printed = out.getvalue(), erase()
    [part] = [part for part in printed.split("requests ") if part.startswith("fulfilled")]
    for line in part.splitlines()[1:]:
        if "nameword" not in line and ("appointments_" in line or "wakemed_" in line):
            assert line in counted
    assert "Nothing was changed." in counted


def test_one_request_is_erased_with_the_searches_that_name_its_patient(planted, staff):
    other = factories.send_request(factories.make_answers())
    named = ("Quill, Zebrafinch", "(919) 555-0187", "QUILL@zebrafinch.example", planted.request.spoken_reference)
    searches = [DeskSearch.objects.create(staff=staff, typed=text) for text in (*named, "Doe")]
    printed = erase("--request", planted.request.spoken_reference.lower(), "--ticket", "PR-17")
    assert "one_request fulfilled: 1 requests" in printed
    assert list(AppointmentRequest.objects.all()) == [other]
    assert [DeskSearch.objects.get(pk=search.pk).typed for search in searches] == ["", "", "", "", "Doe"]
    assert set(Erasure.objects.values_list("ticket", flat=True)) == {"PR-17"}


def test_an_open_an_unknown_and_a_held_request_are_refused_in_a_sentence(staff, settings):
    still_open, held = factories.send_request(factories.make_answers()), closed(staff, days_ago=5)
    settings.LEGAL_HOLDS = [held.reference]
    for reference, sentence in (
        (still_open.reference, "still open"), (held.reference, "LEGAL_HOLDS"), ("CCCCCCCC", "No request")
    ):  # fmt: skip
        with pytest.raises(CommandError, match=sentence):
            erase("--request", reference)
    with pytest.raises(CommandError, match="letters, digits and hyphens"):
        erase("--request", held.reference, "--ticket", "Pat Doe")


@pytest.mark.parametrize("role", ["wakemed_app", "wakemed_owner"])
def test_no_other_role_erases(planted, role):
    ask("SET CONSTRAINTS ALL IMMEDIATE; SELECT 1")
    ask(f"SET LOCAL ROLE {role}; SELECT 1")
    with pytest.raises(CommandError, match="needs the database role wakemed_eraser"):
        call_command("apply_retention")
    ask("RESET ROLE; SELECT 1")
    assert AppointmentRequest.objects.exists()
