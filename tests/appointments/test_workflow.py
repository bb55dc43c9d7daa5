"""The life of a request, held by the services and, on its own, by PostgreSQL."""

import itertools

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from appointments.models import AppointmentRequest, StatusChange
from appointments.services.moves import move_request
from appointments.services.refusals import IllegalMove, MovedMeanwhile
from appointments.workflow import TRANSITIONS, ClosedReason, Status

ROADS = {
    Status.SUBMITTED: [],
    Status.IN_REVIEW: [Status.IN_REVIEW],
    Status.WAITING_ON_PATIENT: [Status.IN_REVIEW, Status.WAITING_ON_PATIENT],
    Status.WAITLISTED: [Status.IN_REVIEW, Status.WAITLISTED],
    Status.OFFERED: [Status.IN_REVIEW, Status.OFFERED],
    Status.BOOKED: [Status.IN_REVIEW, Status.BOOKED],
    Status.CLOSED: [Status.CLOSED],
}
PAIRS = [(start, end) for start, end in itertools.product(Status, Status) if start != end]


def move(request, to, actor, reason="because"):
    closed_reason = ClosedReason.DECLINED if to == Status.CLOSED else ""
    return move_request(
        request_id=request.pk,
        seen_status=request.status,
        to=to,
        actor=actor,
        reason=reason,
        closed_reason=closed_reason,
    )


@pytest.fixture
def request_in(make_request, scheduler):
    def bring(status):
        request = make_request()
        for step in ROADS[status]:
            request = move(request, step, scheduler)
        return request

    return bring


@pytest.mark.parametrize(("start", "end"), PAIRS, ids=lambda status: status.value)
def test_a_move_is_possible_exactly_where_the_workflow_has_it(request_in, scheduler, start, end):
    request = request_in(start)
    before = request.status_changes.count()
    if end in TRANSITIONS[start]:
        move(request, end, scheduler)
        request.refresh_from_db()
        assert request.status == end
        latest = request.status_changes.last()
        assert (latest.from_status, latest.to_status, latest.actor) == (start, end, scheduler)
    else:
        with pytest.raises(IllegalMove):
            move(request, end, scheduler)
        request.refresh_from_db()
        assert request.status == start
        assert request.status_changes.count() == before


@pytest.mark.parametrize(("start", "end"), PAIRS, ids=lambda status: status.value)
def test_raw_sql_cannot_make_an_illegal_move(request_in, start, end):
    request = request_in(start)
    reason = "declined" if end == Status.CLOSED else ""

    def update():
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE appointments_appointmentrequest SET status = %s, closed_reason = %s WHERE id = %s",
                [end.value, reason, request.pk],
            )

    if end in TRANSITIONS[start]:
        update()
        assert AppointmentRequest.objects.get(pk=request.pk).status == end
        # Take it back before the transaction's end asks for the history row.
        transaction.set_rollback(True)
    else:
        with pytest.raises(DatabaseError, match="Invalid transition"), transaction.atomic():
            update()


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


def test_a_stale_page_is_told_what_happened_meanwhile(request_in, scheduler):
    request = request_in(Status.IN_REVIEW)
    move(request, Status.WAITLISTED, scheduler)
    with pytest.raises(MovedMeanwhile, match="On the waitlist"):
        move_request(request_id=request.pk, seen_status=Status.IN_REVIEW, to=Status.OFFERED, actor=scheduler)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_closing_and_reopening_need_a_reason(request_in, scheduler, reason):
    with pytest.raises(IllegalMove, match="Say why"):
        move(request_in(Status.IN_REVIEW), Status.CLOSED, scheduler, reason=reason)
    with pytest.raises(IllegalMove, match="Say why"):
        move(request_in(Status.CLOSED), Status.IN_REVIEW, scheduler, reason=reason)


def test_closing_needs_its_kind_and_nothing_else_has_one(request_in, scheduler):
    request = request_in(Status.IN_REVIEW)
    for to, kind in ((Status.CLOSED, ""), (Status.OFFERED, ClosedReason.DECLINED)):
        with pytest.raises(IllegalMove, match="kind of closing"):
            move_request(
                request_id=request.pk,
                seen_status=Status.IN_REVIEW,
                to=to,
                actor=scheduler,
                reason="because",
                closed_reason=kind,
            )


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
