"""Whatever happens on random days, nobody is forgotten: the desk sees who needs a person, and mail stays true.

The two rules are `why_a_person_is_needed` and `is_true`. They say in plain Python what the desk's queries must find.
"""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test

from appointments.admin.tab_definition import Viewer
from appointments.admin.tabs import TABS
from appointments.calendar.busy_times.busy_rows import BusyRow
from appointments.mail.bounces import record_bounce
from appointments.mail.outdated_calls import drop_outdated_calls
from appointments.mail.reminders import queue_lapsing_warnings, queue_reminders
from appointments.models import (
    Appointment,
    AppointmentRequest,
    AvailabilityRule,
    BusyTime,
    Notification,
    Offer,
    TimeOff,
)
from appointments.services.busy_calendar import replace_busy_times
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review
from appointments.services.visits.doctor_away_visits import keep_despite_absence
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.workflow import AppointmentStatus, Status
from physicians.models import Departure, Physician

from .desk_machine import REQUESTS, STARTS, Desk
from .visits import at

OVER = (AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW)
DESK_WORK = ["see_anyway", "call", "review"]
MINUTE, SHORT = datetime.timedelta(minutes=1), datetime.timedelta(minutes=30)
DAY = datetime.timedelta(days=1)


def why_a_person_is_needed(request, absences):
    """Yield the tabs in which the desk must find the request, one for each reason why someone has to act.

    `absences` returns what keeps the doctor from a visit or an offered time and was not known when it was settled.
    """
    now, today = timezone.now(), timezone.localdate()
    visit = request.appointments.active().first()
    if request.status == Status.SUBMITTED or (request.status == Status.IN_REVIEW and request.claimed_by is None):
        yield "new"
    elif request.status == Status.IN_REVIEW:
        yield "mine"
    if request.status in (Status.SUBMITTED, Status.IN_REVIEW) and request.answer_by < today:
        yield "overdue"
    if request.status != Status.CLOSED and request.nurse_review == "needed":
        yield "nurse"
    if visit and visit.end <= now:
        yield "no_outcome"
    if visit and visit.status == AppointmentStatus.BOOKED and visit.end > now and absences(visit):
        yield "away"
    for held in request.appointments.filter(status=AppointmentStatus.PENDING, offer__held_until__gt=now):
        if held.end > now and absences(held):
            yield "away"
    wants_who_left = (
        request.physician
        and not request.physician.live
        and request.status in (*(Status.SUBMITTED, Status.IN_REVIEW, Status.WAITING_ON_PATIENT, Status.WAITLISTED),)
    )
    if wants_who_left and visit is None:
        yield "left"
    if request.next_contact_on is None or request.next_contact_on <= today:
        newest = request.notifications.filter(state__in=["sent", "bounced", "failed"]).order_by("created_at").last()
        matters = newest and (request.status != Status.CLOSED or newest.kind in ("closed", "cancelled"))
        if matters and newest.state != "sent" and newest.told_in is None:
            yield "call"
        if request.next_contact_on and request.status != Status.CLOSED:
            yield "call"
        if request.notifications.filter(state="to_call", told_in=None).exists():
            yield "call"


def is_true(told, request):
    """Return True if what a mail or a call said still holds, or if the patient knows better from what they did."""
    by = request.status_changes.order_by("id").last()
    if by.actor_id is None and not by.by_system and by.from_status:
        return True  # the patient did it on their own page, which says so
    visit, latest = request.appointments.active().first(), request.appointments.filter(status__in=OVER).last()
    is_over = latest is not None or (visit and visit.status == AppointmentStatus.ARRIVED)
    status = request.status
    match told.kind:
        case "received" | "link" | "reopened":
            return status != Status.CLOSED
        case "question":  # or it was answered on the phone
            return status == Status.WAITING_ON_PATIENT or by.from_status == Status.WAITING_ON_PATIENT
        case "offered" | "lapsing":  # or none of the times suited, as the patient said
            return status == Status.OFFERED or told.offer.outcome == "refused" or is_over
        case "offer_ended":
            return status not in (Status.OFFERED, Status.CLOSED) or is_over
        case "booked" | "moved" | "reminder":
            return told.appointment.sequence == told.sequence and told.appointment.status in (
                AppointmentStatus.BOOKED,
                AppointmentStatus.ARRIVED,
                *OVER,
            )
        case "cancelled":
            return told.appointment.status == AppointmentStatus.CANCELLED and visit is None
        case "waitlisted":
            return status in (Status.WAITLISTED, Status.IN_REVIEW)
        case "closed":
            return status == Status.CLOSED
    raise AssertionError(f"say when a mail of the kind {told.kind} is true")


def tabs_that_need_acting(viewer):
    """Return which requests a viewer finds in each tab where someone has to act."""
    tabs = [tab for tab in TABS if tab.needs_acting]
    requests = AppointmentRequest.objects.order_by()
    return {tab.name: set(requests.filter(tab.condition(viewer)).values_list("pk", flat=True)) for tab in tabs}


class Days(Desk):
    """The desk's days: doctors are away, busy or gone, mail comes back, time passes, nurses review, people call."""

    nurse = None

    def __init__(self):
        super().__init__()
        mail.outbox = []
        silent = self.requests[-1]  # someone without e-mail
        AppointmentRequest.objects.filter(pk=silent.pk).update(email="")
        silent.notifications.all().delete()
        self.known, self.last_mail = {}, {}

    # What happens around the desk.

    def a_start(self, data):
        """Return a moment of a visit or an offered time, if there are any: that's where something happens."""
        taken = [visit.start for visit in Appointment.objects.taking_time().order_by("pk")]
        return data.draw(st.sampled_from(taken or [at(start) for start in STARTS]))

    @rule(data=st.data(), hours=st.sampled_from([1, 8, 24]))
    def a_doctor_takes_time_off(self, data, hours):
        start = self.a_start(data)
        period = DateTimeTZRange(start, start + datetime.timedelta(hours=hours))
        TimeOff.objects.create(physician=data.draw(st.sampled_from(self.physicians)), period=period)

    @rule(data=st.data(), number=st.integers(0, 2))
    def the_health_record_is_imported(self, data, number):
        starts = [self.a_start(data) for _ in range(number)]
        rows = [BusyRow(start=start, end=start + SHORT, line=line) for line, start in enumerate(starts)]
        physician = data.draw(st.sampled_from(self.physicians))
        replace_busy_times(physician_id=physician.pk, rows=rows, allow_fewer=True)

    @rule(data=st.data(), until=st.sampled_from([None, datetime.time(9, 30), datetime.time(12)]))
    def a_doctor_has_other_hours(self, data, until):
        """Stop seeing patients on a weekday, or until another time; 12:00 is what it was."""
        physician, start = data.draw(st.sampled_from(self.physicians)), self.a_start(data)
        hours = AvailabilityRule.objects.filter(
            physician=physician, location__isnull=False, weekday=timezone.localtime(start).weekday()
        )
        hours.update(ends_at=until) if until else hours.delete()

    @rule()
    def a_doctor_leaves(self):
        leaving = self.physicians[-1]
        if Physician.objects.filter(pk=leaving.pk, live=True).update(live=False):
            Departure.objects.create(physician=leaving, recorded_at=timezone.now(), recorded_by=self.scheduler)

    @rule(data=st.data())
    def a_mail_comes_back(self, data):
        if sent := list(Notification.objects.filter(state="sent", request__isnull=False).order_by("pk")):
            record_bounce(notification_id=data.draw(st.sampled_from(sent)).pk, status="5.1.1")

    @rule(data=st.data())
    def time_goes_on(self, data):
        """Go past a day, past the end of an offer or a visit, or to the time of a reminder."""
        now = timezone.now()
        ends = [offer.held_until for offer in Offer.objects.open()]
        for visit in Appointment.objects.active():
            ends += [visit.end, visit.start - 2 * DAY]
        moments = sorted(end + MINUTE for end in ends if end > now)
        self.clock.move_to(data.draw(st.sampled_from([*moments, now + DAY])))

    # What staff do about it, beside what they do in any order.

    @rule(data=st.data(), number=st.integers(0, REQUESTS - 1), action=st.sampled_from(DESK_WORK))
    def staff_act(self, data, number, action):
        self.act(data, number, action)

    def see_anyway(self, data, number):
        visit = keep_despite_absence(**self.seen(number), reason="The doctor comes in.")
        self.known[visit.pk, visit.sequence] = self.all_absences(visit)

    def call(self, data, number):
        outcome = data.draw(st.sampled_from(["reached", "left_message", "no_answer"]))
        what = {"request_id": self.requests[number].pk, "actor": self.scheduler, "outcome": outcome}
        log_contact(**what, channel="phone", next_on=data.draw(st.sampled_from([None, timezone.localdate() + DAY])))

    def review(self, data, number):
        this = {"request_id": self.requests[number].pk}
        if data.draw(st.booleans()):
            ask_for_nurse_review(**this, actor=self.scheduler)
        else:
            finish_nurse_review(**this, actor=self.nurse, priority="urgent", text="Soon.")

    # What the test remembers: the absences that were known when a time was settled.

    def all_absences(self, visit):
        """Return everything that keeps the doctor from a time; who left and what is busy count as they are now."""
        here = {"physician": visit.physician_id, "period__overlap": visit.period}
        off = {(row.period.lower, row.period.upper) for row in TimeOff.objects.filter(**here)}
        busy = {(row.period.lower, row.period.upper) for row in BusyTime.objects.filter(**here)}
        gone = Departure.objects.filter(physician=visit.physician_id).values_list("pk", flat=True)
        return off | busy | set(gone) | (set() if self.has_hours(visit) else {"no hours"})

    def has_hours(self, visit):
        start, end = timezone.localtime(visit.start), timezone.localtime(visit.end)
        hours = AvailabilityRule.objects.filter(physician=visit.physician_id, location=visit.location_id)
        return any(
            each.weekday == start.weekday() and each.starts_at <= start.time() and end.time() <= each.ends_at
            for each in hours
        )

    def absences(self, visit):
        return self.all_absences(visit) - self.known[visit.pk, visit.sequence]

    def remember(self):
        for visit in Appointment.objects.taking_time():
            if (visit.pk, visit.sequence) not in self.known:
                offered = (
                    visit.request.appointments.filter(
                        offer__outcome="accepted", period=visit.period, physician=visit.physician_id
                    )
                    .exclude(pk=visit.pk)
                    .order_by("-pk")
                    .first()
                )
                came_from = self.known.get((offered.pk, offered.sequence)) if offered else None
                self.known[visit.pk, visit.sequence] = self.all_absences(visit) if came_from is None else came_from

    @invariant()
    def nobody_is_forgotten(self):
        self.remember()
        self.the_clock_and_the_sender_work()
        tabs = tabs_that_need_acting(Viewer(staff_id=self.scheduler.pk, now=timezone.now()))
        for request in AppointmentRequest.objects.select_related("physician"):
            found = {name for name, requests in tabs.items() if request.pk in requests}
            needed = set(why_a_person_is_needed(request, self.absences))
            assert needed <= found, (needed, found)
            assert {"away", "no_outcome", "call"} & found <= needed, (needed, found)  # they empty by acting
            last = Notification.objects.filter(pk=self.last_mail.get(request.pk)).first()
            assert last is None or last.state == "bounced" or is_true(last, request), (last, request.status)

    def the_clock_and_the_sender_work(self):
        for task in (lapse_due_offers, queue_reminders, queue_lapsing_warnings, drop_outdated_calls):
            task()
        before = len(mail.outbox)
        call_command("send_notifications")
        for message in mail.outbox[before:]:
            sent = Notification.objects.get(pk=message.extra_headers["Message-ID"][1:].split("@")[0])
            self.last_mail[sent.request_id] = sent.pk
            assert sent.kind != "reminder" or not self.absences(sent.appointment), "a reminder that is untrue"


@pytest.mark.django_db
def test_nobody_is_forgotten_whatever_happens(make_request, make_physician, give_hours, clinic, scheduler, nurse):
    Days.make_request, Days.scheduler, Days.clinic = staticmethod(make_request), scheduler, clinic
    Days.physicians = [give_hours(make_physician(slug)) for slug in ("kim-park", "lee-ray")]
    Days.nurse = nurse
    run_state_machine_as_test(
        Days,
        settings=settings(
            max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
