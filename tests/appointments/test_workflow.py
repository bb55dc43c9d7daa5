"""The life of a request, held by the services and, on its own, by PostgreSQL."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from appointments.guards.refusals import IllegalMove, Refused, StalePage
from appointments.models import AppointmentRequest, StatusChange
from appointments.services.requests.closing import close_request, reopen_request, resume_request, waitlist_request
from appointments.services.status_moves import record_move
from appointments.workflow import CLOCK_RUNS, TRANSITIONS, ClosedReason, Status

from .visits import seen

ROADS = {
    Status.SUBMITTED: [],
    Status.IN_REVIEW: [Status.IN_REVIEW],
    Status.WAITING_ON_PATIENT: [Status.IN_REVIEW, Status.WAITING_ON_PATIENT],
    Status.WAITLISTED: [Status.IN_REVIEW, Status.WAITLISTED],
    Status.OFFERED: [Status.IN_REVIEW, Status.OFFERED],
    Status.BOOKED: [Status.IN_REVIEW, Status.BOOKED],
    Status.CLOSED: [Status.CLOSED],
}


def move(request, to, actor):
    closed_reason = ClosedReason.DECLINED if to == Status.CLOSED else ""
    record_move(request, to=to, actor=actor, closed_reason=closed_reason)


@pytest.fixture
def request_in(make_request, scheduler):
    """Return a function that brings a request to a state by moves alone; visits are another test's business."""

    def bring(status):
        request = make_request()
        for step in ROADS[status]:
            move(request, step, scheduler)
        return request

    with transaction.atomic():
        yield bring
        transaction.set_rollback(True)  # before COMMIT asks for the visits of offered and booked requests


@pytest.mark.parametrize("start", list(Status), ids=lambda status: status.value)
def test_a_move_is_possible_exactly_where_the_workflow_has_it(request_in, scheduler, start):
    request = request_in(start)
    before = request.status_changes.count()
    for end in set(Status) - {start}:
        savepoint = transaction.savepoint()
        if end in TRANSITIONS[start]:
            move(request, end, scheduler)
            latest = request.status_changes.last()
            assert (latest.from_status, latest.to_status, latest.actor) == (start, end, scheduler)
        else:
            with pytest.raises(IllegalMove):
                move(request, end, scheduler)
            assert request.status_changes.count() == before
        transaction.savepoint_rollback(savepoint)
        request.refresh_from_db()
        assert request.status == start


@pytest.mark.parametrize("start", list(Status), ids=lambda status: status.value)
def test_raw_sql_cannot_make_an_illegal_move(request_in, start):
    request = request_in(start)
    for end in set(Status) - {start}:
        values = {
            "status": end,
            "closed_reason": "declined" if end == Status.CLOSED else "",
            "clock_since": timezone.now() if end in CLOCK_RUNS else None,
        }
        row = AppointmentRequest.objects.filter(pk=request.pk)
        if end in TRANSITIONS[start]:
            with transaction.atomic():
                assert row.update(**values) == 1
                transaction.set_rollback(True)
        else:
            with pytest.raises(DatabaseError, match="Invalid transition"), transaction.atomic():
                row.update(**values)


def test_a_legal_move_by_raw_sql_without_its_history_row_is_refused_at_commit(make_request):
    request = make_request()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    with pytest.raises(IntegrityError, match="without a history row"), transaction.atomic():
        AppointmentRequest.objects.filter(pk=request.pk).update(status=Status.IN_REVIEW)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_request_cannot_be_born_in_the_middle_of_its_life(make_request):
    request = make_request()
    request.pk, request.reference, request.idempotency_key = None, "33333333", "0" * 32
    request.status = Status.BOOKED
    with pytest.raises(IntegrityError, match="starts as submitted"), transaction.atomic():
        request.save(force_insert=True)


def test_a_stale_page_is_told_what_happened_since(make_request, scheduler):
    stale = seen(make_request())
    request = waitlist_request(**stale, actor=scheduler)
    with pytest.raises(StalePage, match="On the waitlist"):
        resume_request(**stale, actor=scheduler)
    assert resume_request(**seen(request), actor=scheduler).status == Status.IN_REVIEW


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_closing_and_reopening_need_a_reason(make_request, scheduler, reason):
    request = make_request()
    with pytest.raises(Refused, match="Say why"):
        close_request(**seen(request), closed_reason="declined", reason=reason, actor=scheduler)
    close_request(**seen(request), closed_reason="declined", reason="Not ours.", actor=scheduler)
    with pytest.raises(Refused, match="Say why"):
        reopen_request(**seen(request), reason=reason, actor=scheduler)
    assert reopen_request(**seen(request), reason="Ours after all.", actor=scheduler).closed_reason == ""


@pytest.mark.parametrize("kind", ["", "fulfilled", "no_show", "duplicate", "nonsense"])
def test_staff_close_by_hand_only_with_a_kind_that_nothing_else_sets(make_request, scheduler, kind):
    with pytest.raises(Refused, match="kind of closing"):
        close_request(**seen(make_request()), closed_reason=kind, reason="because", actor=scheduler)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE appointments_statuschange SET reason = 'x'",
        "DELETE FROM appointments_statuschange",
        "DELETE FROM appointments_statuschange WHERE false",
        "TRUNCATE appointments_statuschange",
        "UPDATE appointments_note SET text = 'x'",
        "TRUNCATE appointments_note",
        "DELETE FROM appointments_recordaccess",
        "DELETE FROM appointments_appointmentchange",
        "UPDATE appointments_contactattempt SET text = ''",
        "TRUNCATE appointments_message CASCADE",
        "TRUNCATE appointments_recordaccess",
    ],
)
def test_history_notes_and_access_log_can_only_grow(make_request, statement):
    make_request()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert StatusChange.objects.exists()


def test_the_application_role_owns_nothing_and_cannot_rewrite_history(make_request):
    make_request()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SELECT count(*) FROM pg_class WHERE relowner = 'wakemed_app'::regrole")
        assert cursor.fetchone() == (0,)
        cursor.execute("SET LOCAL ROLE wakemed_app")
        cursor.execute("SELECT count(*) FROM appointments_statuschange")
        assert cursor.fetchone() == (1,)
        for statement in (
            "DELETE FROM appointments_statuschange",
            "UPDATE appointments_recordaccess SET kind = 'listed'",
            "DELETE FROM appointments_appointmentrequestevent",
            "TRUNCATE appointments_appointmentrequest CASCADE",
            "ALTER TABLE appointments_appointmentrequest DISABLE TRIGGER ALL",
            "CREATE TABLE mine (id int)",
        ):
            with pytest.raises(DatabaseError, match=r"permission denied|must be owner"), transaction.atomic():
                cursor.execute(statement)
