"""Whatever people do to requests and visits, in whatever order: what must hold, holds after every step."""

import contextlib
import datetime
import itertools

import pytest
import time_machine
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from appointments.models import Appointment, AppointmentRequest, Notification, Offer
from appointments.services import bookings, cancellations, claims, closing, offers, own_visit, questions, visits
from appointments.services.lapsing import lapse_due_offers
from appointments.services.refusals import Refused

from .flow import NOW
from .visits import wanted

REQUESTS = 3
# Few times of few physicians, so that people get in each other's way; the last two overlap others.
STARTS = ["2026-11-17 09:00", "2026-11-17 09:40", "2026-11-18 09:00", "2026-11-18 10:20", "2026-11-19 09:00"]
STARTS += ["2026-11-17 09:10", "2026-11-18 09:20"]
TOLD = ("booked", "accepted", "moved", "cancelled")  # changes of a visit that the patient gets a mail about

whose = st.integers(0, REQUESTS - 1)
start = st.sampled_from(STARTS)
doctor = st.integers(0, 1)
yes_or_no = st.booleans()
OVERLAPS = """
    SELECT count(*) FROM appointments_appointment one JOIN appointments_appointment other
      ON one.physician_id = other.physician_id AND one.period && other.period AND one.id < other.id
    WHERE one.status IN ('pending', 'booked', 'arrived') AND other.status IN ('pending', 'booked', 'arrived')
"""


class Desk(RuleBasedStateMachine):
    """Three requests, two physicians, one member of staff who has seen everything; refusals are fine, errors not."""

    make_request = scheduler = clinic = physicians = None  # set by the test

    def __init__(self):
        super().__init__()
        self.open = contextlib.ExitStack()
        self.clock = self.open.enter_context(time_machine.travel(NOW, tick=False))
        self.open.enter_context(transaction.atomic())
        self.open.callback(transaction.set_rollback, True)
        self.requests = [self.make_request() for _ in range(REQUESTS)]
        self.used = {}

    def teardown(self):
        self.open.close()

    def seen(self, number):
        record = AppointmentRequest.objects.get(pk=self.requests[number].pk)
        return {"request_id": record.pk, "seen_version": record.version, "actor": self.scheduler}

    def time(self, doctor, start):
        return wanted(self.physicians[doctor], self.clinic, start)

    @rule(minutes=st.sampled_from([1, 60, 60 * 20, 60 * 49]))
    def time_passes(self, minutes):
        self.clock.shift(datetime.timedelta(minutes=minutes))

    @rule()
    def the_clock_lapses_offers(self):
        lapse_due_offers()

    @rule(number=whose)
    def staff_claim(self, number):
        with contextlib.suppress(Refused):
            claims.claim_request(request_id=self.requests[number].pk, actor=self.scheduler)

    @rule(number=whose, doctor=doctor, chosen=st.lists(start, min_size=1, max_size=3))
    def staff_offer(self, number, doctor, chosen):
        times = [self.time(doctor, one) for one in chosen]
        with contextlib.suppress(Refused):
            offers.offer_times(**self.seen(number), times=times, off_rules_reason="agreed")

    @rule(number=whose, doctor=doctor, start=start)
    def staff_book(self, number, doctor, start):
        with contextlib.suppress(Refused):
            bookings.book_visit(**self.seen(number), wanted=self.time(doctor, start), off_rules_reason="agreed")

    @rule(number=whose, which=st.integers(0, 2), by_phone=yes_or_no)
    def an_offered_time_is_accepted(self, number, which, by_phone):
        held = list(Appointment.objects.filter(request=self.requests[number], offer__isnull=False).order_by("-pk"))
        if which < len(held):
            actor = self.scheduler if by_phone else None
            with contextlib.suppress(Refused):
                offers.accept_offer(request_id=self.requests[number].pk, appointment_id=held[which].pk, actor=actor)

    @rule(number=whose)
    def the_patient_refuses(self, number):
        for made in Offer.objects.filter(request=self.requests[number]):
            with contextlib.suppress(Refused):
                offers.refuse_offer(request_id=made.request_id, offer_id=made.pk, text="No.", actor=None)

    @rule(number=whose, doctor=doctor, start=start, sequence=st.integers(0, 2))
    def the_patient_moves(self, number, doctor, start, sequence):
        with contextlib.suppress(Refused):
            own_visit.move_own_visit(
                request_id=self.requests[number].pk, seen_sequence=sequence, wanted=self.time(doctor, start)
            )

    @rule(number=whose)
    def the_patient_asks_to_move(self, number):
        with contextlib.suppress(Refused):
            own_visit.ask_to_move(request_id=self.requests[number].pk, text="Later.")

    @rule(number=whose)
    def the_patient_cancels(self, number):
        with contextlib.suppress(Refused):
            cancellations.cancel_request(request_id=self.requests[number].pk, reason="")

    @rule(number=whose)
    def the_patient_takes_that_back(self, number):
        with contextlib.suppress(Refused):
            cancellations.take_back_cancellation(request_id=self.requests[number].pk)

    @rule(number=whose)
    def the_patient_is_asked(self, number):
        with contextlib.suppress(Refused):
            questions.ask_patient(**self.seen(number), text="?")

    @rule(number=whose)
    def the_patient_answers(self, number):
        with contextlib.suppress(Refused):
            questions.answer_question(request_id=self.requests[number].pk, text="!")

    @rule(number=whose, by_patient=yes_or_no, still_wanted=yes_or_no)
    def staff_cancel_the_visit(self, number, by_patient, still_wanted):
        with contextlib.suppress(Refused):
            bookings.cancel_visit(**self.seen(number), reason="Ill.", by_patient=by_patient, still_wanted=still_wanted)

    @rule(
        number=whose,
        action=st.sampled_from(
            [
                *(offers.withdraw_offer, bookings.keep_visit, closing.waitlist_request, closing.resume_request),
                *(visits.check_in, visits.undo_check_in, visits.complete_visit, visits.mark_no_show),
            ]
        ),
    )
    def staff_do_something_else(self, number, action):
        with contextlib.suppress(Refused):
            action(**self.seen(number))

    @rule(number=whose)
    def staff_close(self, number):
        with contextlib.suppress(Refused):
            closing.close_request(**self.seen(number), closed_reason="declined", reason="Not ours.")

    @rule(number=whose, other=whose)
    def staff_find_a_duplicate(self, number, other):
        with contextlib.suppress(Refused):
            closing.mark_duplicate(**self.seen(number), of_reference=self.requests[other].reference)

    @rule(number=whose)
    def staff_reopen(self, number):
        with contextlib.suppress(Refused):
            closing.reopen_request(**self.seen(number), reason="Ours after all.")

    @invariant()
    def no_two_visits_of_a_physician_overlap(self):
        with connection.cursor() as cursor:
            cursor.execute(OVERLAPS)
            assert cursor.fetchone() == (0,)

    @invariant()
    def what_the_database_checks_at_commit_holds(self):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    @invariant()
    def the_history_is_complete(self):
        for record in AppointmentRequest.objects.all():
            moves = list(record.status_changes.order_by("id"))
            assert [move.to_status for move in moves[:-1]] == [move.from_status for move in moves[1:]]
            assert moves[-1].to_status == record.status
        for visit in Appointment.objects.all():
            changes = list(visit.changes.order_by("id"))
            assert (changes[-1].status, changes[-1].period) == (visit.status, visit.period)
            assert all(one.sequence <= two.sequence for one, two in itertools.pairwise(changes))
            assert changes[-1].sequence == visit.sequence

    @invariant()
    def a_request_has_at_most_one_live_set_of_offers(self):
        for record in AppointmentRequest.objects.all():
            live = Offer.objects.open().filter(request=record)
            held = Appointment.objects.filter(request=record, status="pending")
            assert live.count() == (record.status == "offered")
            assert {visit.offer_id for visit in held} == {made.pk for made in live}

    @invariant()
    def every_cause_has_its_one_mail(self):
        for visit in Appointment.objects.all():
            told = {change.sequence for change in visit.changes.filter(kind__in=TOLD)}
            mails = Notification.objects.filter(appointment=visit).values_list("sequence", flat=True)
            assert sorted(mails) == sorted(told)

    @invariant()
    def no_clock_runs_backwards(self):
        for record in AppointmentRequest.objects.all():
            promise = (record.status_changes.filter(from_status__in=["", "closed", "offered", "booked"]).count(),)
            assert record.clock_used >= datetime.timedelta()
            before, used = self.used.get(record.pk, (promise, datetime.timedelta()))
            assert record.clock_used >= used or before != promise or record.status == "in_review"
            self.used[record.pk] = (promise, record.clock_used)


@pytest.mark.django_db
def test_what_must_hold_holds_whatever_people_do(make_request, make_physician, give_hours, clinic, scheduler):
    Desk.make_request, Desk.scheduler, Desk.clinic = staticmethod(make_request), scheduler, clinic
    Desk.physicians = [give_hours(make_physician(slug)) for slug in ("kim-park", "lee-ray")]
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
