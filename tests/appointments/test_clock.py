"""The promise to answer within two business days: when its clock runs, rests and starts again."""

import datetime

import pytest

from appointments.services.requests.claims import claim_request
from appointments.services.requests.closing import close_request, reopen_request, resume_request, waitlist_request
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.visits.offers import refuse_offer
from appointments.workflow import Status

from .test_offers import fresh
from .visits import at, offer, seen, wanted

HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def record(visiting, make_request):
    """A request that came in on Monday, November 16, at ten."""
    return make_request()


def test_taking_a_request_up_does_not_stop_the_clock(record, scheduler, now):
    now.shift(HOUR)
    claim_request(request_id=record.pk, actor=scheduler)
    assert fresh(record).clock_since == at("2026-11-16 10:00")
    assert record.answer_by == datetime.date(2026, 11, 18)


def test_while_the_patient_is_asked_it_rests_and_then_goes_on_where_it_stood(record, scheduler, now):
    now.move_to(at("2026-11-16 16:00"))
    ask_patient(**seen(record), actor=scheduler, text="Which knee?")
    assert (fresh(record).clock_since, record.clock_used) == (None, 6 * HOUR)
    now.move_to(at("2026-11-20 09:00"))
    answer_question(request_id=record.pk, text="The left one.")
    assert fresh(record).status == Status.IN_REVIEW
    assert record.answer_by == datetime.date(2026, 11, 24)  # four business days later than Wednesday
    assert (record.clock_since, record.clock_used) == (at("2026-11-20 09:00"), 6 * HOUR)
    now.move_to(at("2026-11-23 10:00"))  # a weekend counts nothing
    waitlist_request(**seen(record), actor=scheduler)
    assert fresh(record).clock_used == 6 * HOUR + 8 * HOUR + 2 * HOUR


def test_nights_weekends_and_holidays_are_no_business_time(record, scheduler, now):
    now.move_to(at("2026-11-16 23:00"))
    waitlist_request(**seen(record), actor=scheduler)
    assert fresh(record).clock_used == 7 * HOUR


def test_after_an_answer_of_ours_a_new_promise_begins(record, scheduler, visiting, clinic, now):
    made = offer(record, scheduler, wanted(visiting, clinic))
    assert fresh(record).clock_since is None
    now.move_to(at("2026-11-18 09:00"))
    refuse_offer(request_id=record.pk, offer_id=made.pk, text="", actor=None)
    assert (fresh(record).answer_by, record.clock_used) == (datetime.date(2026, 11, 20), 0 * HOUR)
    waitlist_request(**seen(record), actor=scheduler)
    now.move_to(at("2027-01-12 09:00"))
    resume_request(**seen(record), actor=scheduler)
    assert fresh(record).answer_by == datetime.date(2027, 1, 14)
    close_request(**seen(record), closed_reason="declined", reason="Not ours.", actor=scheduler)
    now.move_to(at("2027-02-01 09:00"))
    reopen_request(**seen(record), reason="It is.", actor=scheduler)
    assert fresh(record).answer_by == datetime.date(2027, 2, 3)
    assert not record.is_overdue
