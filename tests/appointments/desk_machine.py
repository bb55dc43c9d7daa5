"""What people do to requests and visits, in whatever order, and what must hold after every step."""

import contextlib
import datetime
import itertools

import time_machine
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from appointments.guards.refusals import Refused
from appointments.models import Appointment, AppointmentRequest, Notification, Offer, PreferredLocation
from appointments.services.requests import cancellations, claims, closing, patient_questions
from appointments.services.visits import bookings, offers, patient_changes, visit_day
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.workflow import CLOSED_BY_HAND, UNDECIDED, Status

from .form_answers import NOW
from .visits import wanted

REQUESTS = 2
# Few times of few physicians, so that people get in each other's way; the last two overlap others.
STARTS = ["2026-11-17 09:00", "2026-11-17 09:40", "2026-11-18 09:00", "2026-11-18 10:20", "2026-11-19 09:00"]
STARTS += ["2026-11-17 09:10", "2026-11-18 09:20"]
NEXT = {
    Status.SUBMITTED: ["claim", "offer", "book"],
    Status.IN_REVIEW: ["offer", "book", "ask", "settle"],
    Status.WAITING_ON_PATIENT: ["answer", "offer", "book", "settle"],
    Status.WAITLISTED: ["offer", "book", "settle"],
    Status.OFFERED: ["accept", "accept", "refuse", "settle", "book"],
    Status.BOOKED: ["move", "ask_to_move", "patient_cancels", "cancel", "offer", "book", "visit", "visit"],
    Status.CLOSED: ["reopen", "undo", "patient_takes_that_back"],
}
ANYTHING = sorted({action for actions in NEXT.values() for action in actions} | {"close", "find_a_duplicate"})
TOLD = ("booked", "accepted", "moved", "cancelled")  # changes of a visit that the patient gets a mail about

OVERLAPS = """
    SELECT count(*) FROM appointments_appointment one JOIN appointments_appointment other
      ON one.physician_id = other.physician_id AND one.period && other.period AND one.id < other.id
    WHERE one.status IN ('pending', 'booked', 'arrived') AND other.status IN ('pending', 'booked', 'arrived')
"""


class Desk(RuleBasedStateMachine):
    """Two requests, two physicians, one member of staff who has seen everything; refusals are fine, errors not."""

    make_request = scheduler = clinic = physicians = None  # set by the test

    def __init__(self):
        super().__init__()
        self.open = contextlib.ExitStack()
        self.clock = self.open.enter_context(time_machine.travel(NOW, tick=False))
        self.open.enter_context(transaction.atomic())
        self.open.callback(transaction.set_rollback, True)
        self.requests = [self.make_request() for _ in range(REQUESTS)]
        self.used = {}
        for request in self.requests:
            request.preferred_locations.add(self.clinic)

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
        lapse_due_offers()

    @rule(number=st.integers(0, REQUESTS - 1), clinics=st.integers(0, 1))
    def the_patient_wishes_for_something_else(self, number, clinics):
        self.requests[number].preferred_locations.set([self.clinic][:clinics])

    @rule(mark=st.booleans())
    def someone_marks_all_wishes_in_sql(self, mark):
        PreferredLocation.objects.update(is_undecided=mark)

    @rule(data=st.data(), number=st.integers(0, REQUESTS - 1))
    def someone_does_what_comes_next(self, data, number):
        status = AppointmentRequest.objects.get(pk=self.requests[number].pk).status
        self.act(data, number, data.draw(st.sampled_from(NEXT[status])))

    @rule(data=st.data(), number=st.integers(0, REQUESTS - 1), action=st.sampled_from(ANYTHING))
    def someone_does_anything(self, data, number, action):
        self.act(data, number, action)

    def act(self, data, number, action):
        self.clock.shift(datetime.timedelta(minutes=1))
        with contextlib.suppress(Refused):
            getattr(self, action)(data, number)

    def a_time(self, data):
        physician = data.draw(st.sampled_from(self.physicians))
        return wanted(physician, self.clinic, data.draw(st.sampled_from(STARTS)))

    def claim(self, data, number):
        claims.claim_request(request_id=self.requests[number].pk, actor=self.scheduler)

    def offer(self, data, number):
        times = [self.a_time(data) for _ in range(data.draw(st.integers(1, 2)))]
        offers.offer_times(**self.seen(number), times=times, off_rules_reason="agreed")

    def book(self, data, number):
        bookings.book_visit(**self.seen(number), wanted=self.a_time(data), off_rules_reason="agreed")

    def accept(self, data, number):
        held = Appointment.objects.filter(request=self.requests[number], offer__isnull=False).order_by("-pk")[:3]
        if held:
            offers.accept_offer(
                request_id=self.requests[number].pk,
                appointment_id=data.draw(st.sampled_from([visit.pk for visit in held])),
                actor=data.draw(st.sampled_from([None, self.scheduler])),
            )

    def refuse(self, data, number):
        made = Offer.objects.filter(request=self.requests[number]).last()
        if made:
            offers.refuse_offer(request_id=made.request_id, offer_id=made.pk, text="No.", actor=None)

    def move(self, data, number):
        visit = self.requests[number].appointments.active().first()
        sequence = visit.sequence if visit and data.draw(st.booleans()) else data.draw(st.integers(0, 2))
        patient_changes.move_own_visit(
            request_id=self.requests[number].pk, seen_sequence=sequence, wanted=self.a_time(data)
        )

    def ask_to_move(self, data, number):
        patient_changes.ask_to_move(request_id=self.requests[number].pk, text="Later.")

    def patient_cancels(self, data, number):
        cancellations.cancel_request(request_id=self.requests[number].pk, reason="")

    def patient_takes_that_back(self, data, number):
        cancellations.take_back_cancellation(request_id=self.requests[number].pk)

    def ask(self, data, number):
        patient_questions.ask_patient(**self.seen(number), text="?")

    def answer(self, data, number):
        patient_questions.answer_question(request_id=self.requests[number].pk, text="!")

    def cancel(self, data, number):
        how = {"by_patient": data.draw(st.booleans()), "still_wanted": data.draw(st.booleans())}
        bookings.cancel_visit(**self.seen(number), reason="Ill.", **how)

    def settle(self, data, number):
        steps = (offers.withdraw_offer, bookings.keep_visit, closing.waitlist_request, closing.resume_request)
        data.draw(st.sampled_from(steps))(**self.seen(number))

    def visit(self, data, number):
        visit = self.requests[number].appointments.active().first()
        if visit and visit.start > timezone.now() and data.draw(st.booleans()):
            self.clock.move_to(visit.start + datetime.timedelta(minutes=1))
            lapse_due_offers()
        steps = (visit_day.check_in, visit_day.undo_check_in, visit_day.complete_visit, visit_day.mark_no_show)
        data.draw(st.sampled_from(steps))(**self.seen(number))

    def undo(self, data, number):
        visit_day.undo_outcome(**self.seen(number))

    def close(self, data, number):
        reason = data.draw(st.sampled_from(CLOSED_BY_HAND))
        closing.close_request(**self.seen(number), closed_reason=reason, reason="Not ours.")

    def find_a_duplicate(self, data, number):
        other = self.requests[data.draw(st.integers(0, REQUESTS - 1))]
        closing.mark_duplicate(**self.seen(number), of_reference=other.reference)

    def reopen(self, data, number):
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
    def a_wish_counts_while_nothing_is_decided(self):
        for wish in PreferredLocation.objects.select_related("appointmentrequest"):
            times = wish.appointmentrequest.appointments.filter(status__in=["pending", "booked", "arrived"])
            assert wish.is_undecided == (wish.appointmentrequest.status in UNDECIDED and not times.exists())

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
        for visit in Appointment.objects.exclude(request__email=""):
            told = {change.sequence for change in visit.changes.filter(kind__in=TOLD)}
            mails = Notification.objects.filter(appointment=visit).exclude(kind__in=["reminder", "missed"])
            mails = mails.values_list("sequence", flat=True)
            assert sorted(mails) == sorted(told)

    @invariant()
    def no_clock_runs_backwards(self):
        for record in AppointmentRequest.objects.all():
            promises = record.status_changes.filter(from_status__in=["", "closed", "offered", "booked", "waitlisted"])
            promise = promises.count()  # a new one begins at nothing
            before, used = self.used.get(record.pk, (promise, datetime.timedelta()))
            assert record.clock_used >= (used if before == promise else datetime.timedelta())
            self.used[record.pk] = (promise, record.clock_used)
