"""An offer is accepted while it lapses, or while the request is canceled: one of the two happens, wholly."""

import functools

import pytest
from django.db import DatabaseError

from appointments.guards.refusals import OfferEnded, Refused
from appointments.models import Appointment, AppointmentRequest, Offer
from appointments.services.requests import cancellations
from appointments.services.requests.cancellations import cancel_request
from appointments.services.visits import bookings, lapsing, offers
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.services.visits.offers import accept_offer
from appointments.workflow import Status
from tests.appointments.visits import offer, wanted

from .races import all_together, at_once

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 8


@pytest.fixture
def offered(make_request, scheduler, visiting, clinic):
    """Return a function that offers the next free time for a new request."""
    days = iter(range(1, 28))

    def make():
        day = next(days)
        while True:
            try:
                return offer(make_request(), scheduler, wanted(visiting, clinic, f"2027-02-{day:02} 09:00"))
            except Refused:
                day = next(days)

    return make


@pytest.fixture
def clock_of_another_machine(monkeypatch, offered):
    """Where the offers lapse, the clock is days ahead: both sides are in time by their own clocks."""
    monkeypatch.setattr(Offer.objects, "lapsed", Offer.objects.open, raising=False)


def accepting(made):
    return functools.partial(
        accept_offer, request_id=made.request_id, appointment_id=made.appointments.get().pk, actor=None
    )


def unlocked(monkeypatch, *modules):
    """Let these read request and offer without a lock, and let the two sides wait for each other before they write."""
    together = all_together(lambda request: request.offers.open().first(), 2)
    for module in modules:
        monkeypatch.setattr(module, "lock_request", lambda pk: AppointmentRequest.objects.get(pk=pk), raising=False)
        monkeypatch.setattr(module, "open_offer", together, raising=False)


def outcome(made):
    made.refresh_from_db()
    return made.outcome, made.request.status, made.appointments.get().status


def test_accepted_or_lapsed(offered, clock_of_another_machine):
    seen = set()
    for _ in range(ROUNDS):
        made = offered()
        answer, _nothing = at_once(accepting(made), lapse_due_offers)
        seen.add(outcome(made))
        if isinstance(answer, Appointment):
            assert outcome(made) == ("accepted", Status.BOOKED, "booked")
        else:
            assert isinstance(answer, OfferEnded)
            assert outcome(made) == ("lapsed", Status.IN_REVIEW, "cancelled")
    assert seen


def test_without_the_lock_on_the_request_both_go_ahead_and_only_the_database_stops_one(
    offered, clock_of_another_machine, monkeypatch
):
    made = offered()
    unlocked(monkeypatch, offers, lapsing)
    answers = at_once(accepting(made), lapse_due_offers)
    assert any(isinstance(answer, DatabaseError) for answer in answers), answers


def test_accepted_or_canceled(offered):
    for _ in range(ROUNDS):
        made = offered()
        answer, canceled = at_once(
            accepting(made), functools.partial(cancel_request, request_id=made.request_id, reason="")
        )
        assert isinstance(canceled, AppointmentRequest), canceled
        assert isinstance(answer, Appointment | OfferEnded), answer
        made.refresh_from_db()
        assert made.request.status == Status.CLOSED
        assert made.appointments.get().status == "cancelled"


def test_without_the_lock_accepting_and_canceling_collide(offered, monkeypatch):
    made = offered()
    unlocked(monkeypatch, offers, cancellations, bookings)
    answers = at_once(accepting(made), functools.partial(cancel_request, request_id=made.request_id, reason=""))
    assert any(isinstance(answer, DatabaseError) for answer in answers), answers
