"""What patients do with a booked visit by themselves."""

import pytest

from appointments.guards.refusals import IllegalMove, TimeTaken
from appointments.models import Message, Notification
from appointments.services.requests.amendments import is_settled
from appointments.services.requests.cancellations import cancel_request, may_cancel, take_back_cancellation
from appointments.services.visits.patient_changes import ask_to_move, may_change_visit, move_own_visit
from appointments.workflow import AppointmentStatus, ClosedReason, Status

from .test_offers import check_at_commit, fresh
from .visits import at, book, offer, wanted

LAST_MINUTE = at("2026-11-23 09:00")


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


def move(record, time, sequence=0):
    return move_own_visit(request_id=record.pk, seen_sequence=sequence, wanted=time)


def test_until_24_hours_before_a_visit_can_be_changed_without_a_call(record, visit, now):
    now.move_to(LAST_MINUTE)
    assert may_change_visit(visit)
    assert may_cancel(record)
    now.shift(1)
    assert not may_change_visit(visit)
    assert not may_cancel(record)


def test_a_patient_moves_the_visit_to_a_free_time_once(record, visit, visiting, clinic):
    time = wanted(visiting, clinic, "2026-11-25 09:40")
    moved = move(record, time)
    assert (moved.pk, moved.start, moved.sequence) == (visit.pk, time.start, 1)
    assert moved.changes.last().actor is None
    assert move(record, time).sequence == 1
    assert Notification.objects.filter(kind="moved").count() == 1
    check_at_commit()


def test_what_is_not_free_for_patients_is_refused_kindly(record, visit, visiting, clinic, make_request, scheduler):
    book(make_request(), scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    not_offered = ["2026-11-25 09:03", "2027-03-02 09:00"]  # off the grid; more than 90 days ahead
    for start in ("2026-11-25 09:00", "2026-11-25 08:00", "2026-11-28 09:00", "2026-11-16 11:30", *not_offered):
        with pytest.raises(TimeTaken, match="no longer free"):
            move(record, wanted(visiting, clinic, start))
    visit.refresh_from_db()
    assert visit.sequence == 0


def test_nothing_is_moved_too_late_or_over_a_change_that_was_not_seen(record, visit, visiting, clinic, now):
    move(record, wanted(visiting, clinic, "2026-11-25 09:40"))
    with pytest.raises(IllegalMove, match="changed since you opened"):
        move(record, wanted(visiting, clinic, "2026-11-27 09:00"))
    now.move_to(at("2026-11-24 09:41"))
    with pytest.raises(IllegalMove, match="too late"):
        move(record, wanted(visiting, clinic, "2026-12-01 09:00"), sequence=1)
    with pytest.raises(IllegalMove, match="too late"):
        ask_to_move(request_id=record.pk, text="")


def test_a_long_visit_stays_as_long_as_was_agreed(record, scheduler, visiting, clinic):
    book(record, scheduler, wanted(visiting, clinic, "2026-11-24 09:00", 60), off_rules_reason="two questions")
    with pytest.raises(TimeTaken):
        move(record, wanted(visiting, clinic, "2026-11-25 09:00"))
    visiting.availability_rules.filter(location=clinic).update(visit_minutes=75)
    assert move(record, wanted(visiting, clinic, "2026-11-25 09:00")).minutes == 60


def test_while_a_visit_stands_the_answers_that_led_to_it_stand_too(record, visit):
    assert is_settled(fresh(record))
    ask_to_move(request_id=record.pk, text="")
    assert is_settled(fresh(record))
    cancel_request(request_id=record.pk, reason="")
    take_back_cancellation(request_id=record.pk)
    assert not is_settled(fresh(record))


def test_asking_for_another_time_keeps_the_visit_until_then(record, visit):
    ask_to_move(request_id=record.pk, text="A Friday.")
    ask_to_move(request_id=record.pk, text="A Friday.")
    visit.refresh_from_db()
    assert (fresh(record).status, visit.status) == (Status.IN_REVIEW, AppointmentStatus.BOOKED)
    assert Message.objects.get().text == "A Friday."
    check_at_commit()


def test_canceling_frees_the_time_and_taking_it_back_does_not_bring_it_back(
    record, visit, scheduler, visiting, clinic
):
    cancel_request(request_id=record.pk, reason="Better again.")
    visit.refresh_from_db()
    assert (visit.status, visit.sequence) == (AppointmentStatus.CANCELLED, 1)
    assert fresh(record).closed_reason == ClosedReason.CANCELLED_BY_PATIENT
    assert Notification.objects.filter(kind="cancelled").count() == 1
    check_at_commit()
    take_back_cancellation(request_id=record.pk)
    assert fresh(record).status == Status.IN_REVIEW
    assert not record.appointments.active().exists()


def test_canceling_a_request_gives_offered_times_back(record, scheduler, visiting, clinic):
    made = offer(record, scheduler, wanted(visiting, clinic))
    cancel_request(request_id=record.pk, reason="")
    assert made.appointments.get().status == AppointmentStatus.CANCELLED
    assert not Notification.objects.filter(kind="cancelled").exists()
    check_at_commit()


def test_a_visit_too_near_is_not_canceled_here(record, visit, now):
    now.move_to(LAST_MINUTE)
    now.shift(1)
    with pytest.raises(IllegalMove):
        cancel_request(request_id=record.pk, reason="")
