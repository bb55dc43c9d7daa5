"""The day of the visit, and the numbers of the health record."""

import pytest

from appointments.guards.refusals import IllegalMove, Refused
from appointments.models import Notification
from appointments.services.requests.closing import reopen_request
from appointments.services.visits import visit_day
from appointments.workflow import AppointmentStatus, ClosedReason, Status

from .test_offers import check_at_commit, fresh
from .visits import at, book, either_kind, offer, seen, wanted

FIVE_TO_NINE, TEN = at("2026-11-24 08:55"), at("2026-11-24 10:00")


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def visit(record, scheduler, visiting, clinic):
    return book(record, scheduler, wanted(visiting, clinic))


def test_checked_in_and_took_place(record, visit, scheduler, now):
    now.move_to(FIVE_TO_NINE)
    assert visit_day.check_in(**seen(record), actor=scheduler).status == AppointmentStatus.ARRIVED
    assert fresh(record).status == Status.BOOKED
    visit_day.complete_visit(**seen(record), actor=scheduler)
    visit.refresh_from_db()
    assert (visit.status, fresh(record).closed_reason) == (AppointmentStatus.FULFILLED, ClosedReason.FULFILLED)
    assert [change.kind for change in visit.changes.all()] == ["booked", "checked_in", "fulfilled"]
    check_at_commit()


def test_a_check_in_can_be_undone(record, visit, scheduler, now):
    now.move_to(FIVE_TO_NINE)
    visit_day.check_in(**seen(record), actor=scheduler)
    with pytest.raises(IllegalMove, match="already"):
        visit_day.check_in(**seen(record), actor=scheduler)
    other = wanted(visit.physician, visit.location, "2026-11-25 09:00")
    for act in (offer, book):
        with pytest.raises(IllegalMove, match="is checked in"):
            act(record, scheduler, other)
    assert visit_day.undo_check_in(**seen(record), actor=scheduler).status == AppointmentStatus.BOOKED
    with pytest.raises(IllegalMove):
        visit_day.undo_check_in(**seen(record), actor=scheduler)


def test_who_did_not_come_is_a_no_show_once_the_visit_has_begun_and_may_ask_again(record, visit, scheduler, now):
    now.move_to(FIVE_TO_NINE)
    with pytest.raises(IllegalMove, match="not begun"):
        visit_day.mark_no_show(**seen(record), actor=scheduler)
    now.move_to(TEN)
    visit_day.mark_no_show(**seen(record), actor=scheduler)
    assert (fresh(record).status, record.closed_reason) == (Status.CLOSED, ClosedReason.NO_SHOW)
    check_at_commit()
    reopen_request(**seen(record), actor=scheduler, reason="The patient has called.")
    assert fresh(record).status == Status.IN_REVIEW
    assert not Notification.objects.filter(kind="cancelled").exists()


@pytest.mark.parametrize("action", [visit_day.check_in, visit_day.complete_visit, visit_day.mark_no_show])
def test_nothing_happens_to_a_visit_on_another_day_or_to_none(record, visit, scheduler, make_request, action):
    with pytest.raises(IllegalMove):
        action(**seen(record), actor=scheduler)
    with pytest.raises(IllegalMove, match="no booked visit"):
        action(**seen(make_request()), actor=scheduler)


def test_who_comes_while_another_time_is_offered_keeps_the_visit(record, visit, scheduler, visiting, clinic, now):
    now.move_to(at("2026-11-23 12:00"))
    offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    now.move_to(FIVE_TO_NINE)
    visit_day.check_in(**seen(record), actor=scheduler)
    assert fresh(record).status == Status.BOOKED
    check_at_commit()


def test_the_health_records_numbers_say_that_it_knows_the_visit_as_it_is(record, visit, scheduler, visiting, clinic):
    visit_day.record_numbers(request_id=record.pk, actor=scheduler, medical_record_number="M1", visit_number=" V1 ")
    visit.refresh_from_db()
    assert (fresh(record).medical_record_number, visit.visit_number, visit.recorded_sequence) == ("M1", "V1", 0)
    moved = book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert (moved.visit_number, moved.recorded_sequence, moved.sequence) == ("V1", 0, 1)
    with pytest.raises(Refused):
        visit_day.record_numbers(
            request_id=record.pk, actor=scheduler, medical_record_number="M" * 41, visit_number=""
        )


def test_only_a_virtual_visit_has_a_link_of_its_own(record, visit, scheduler, visiting, clinic):
    with pytest.raises(IllegalMove):
        visit_day.set_join_link(request_id=record.pk, actor=scheduler, address="https://video.example.com/a")
    either_kind(record)
    book(record, scheduler, wanted(visiting, None, "2026-11-24 13:00"))
    with pytest.raises(Refused, match="https"):
        visit_day.set_join_link(request_id=record.pk, actor=scheduler, address="javascript:alert(1)")
    address = "https://video.example.com/a"
    assert visit_day.set_join_link(request_id=record.pk, actor=scheduler, address=address).join_link == address
    book(record, scheduler, wanted(visiting, None, "2026-11-25 13:00"))
    assert record.appointments.active().get().join_link == address
    book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert record.appointments.active().get().join_link == ""
