"""The tabs above the queue. Each answers one question of the desk, and is one entry of TABS."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB as LEFT
from appointments.calendar.doctor_away import TAB as AWAY
from appointments.mail.desk_numbers import NO_OUTCOME
from appointments.models import NurseReview, Priority
from appointments.models.request_order import OPEN, UNCLAIMED
from appointments.workflow import CLOCK_RUNS, Status

from .away_tab import requests_without_doctor, soonest_absences, soonest_without_doctor
from .calls_tab import patients_to_call, patients_to_call_after_the_end, with_calls
from .departed_tab import doctors_who_left, soonest_first, waiting_requests, with_times
from .tab_definition import Tab
from .unseen_changes import requests_with_unseen
from .visits_tab import showing, todays_visits, unrecorded_visits, visits_without_outcome

TO_DO = OPEN & ~Q(status=Status.BOOKED)  # a booked visit needs no one before its day

# In the order of the row above the queue; the first is open if none is chosen.
TABS = [
    Tab(name="new", label=_("New"), holds=UNCLAIMED, flags_duplicates=True),
    Tab(
        name=AWAY,
        label=_("Doctor away"),
        keys=requests_without_doctor,
        in_order=soonest_absences,
        is_alarming=True,
        columns=("reference_link", "away", "patient", "about", "state"),
        prepared=soonest_without_doctor,
    ),
    Tab(name="mine", label=_("Mine"), holds=lambda viewer: TO_DO & Q(claimed_by=viewer.staff_id)),
    Tab(name="answered", label=_("Patient answered"), keys=requests_with_unseen, is_alarming=True),
    Tab(
        name="nurse",
        label=_("Nurse review"),
        holds=OPEN & Q(nurse_review=NurseReview.NEEDED),
        alarming=OPEN & Q(nurse_review=NurseReview.NEEDED, priority=Priority.URGENT),
    ),
    Tab(name="waiting", label=_("Waiting on patient"), holds=Q(status=Status.WAITING_ON_PATIENT), needs_acting=False),
    Tab(name="offered", label=_("Offered"), holds=Q(status=Status.OFFERED), needs_acting=False),
    Tab(
        name="call",
        label=_("Call"),
        keys=patients_to_call,
        closed_keys=patients_to_call_after_the_end,
        columns=("reference_link", "patient", "call", "about", "state"),
        prepared=with_calls,
    ),
    Tab(name="waitlist", label=_("Waitlist"), holds=Q(status=Status.WAITLISTED), needs_acting=False),
    Tab(
        name="overdue",
        label=_("Overdue"),
        holds=lambda viewer: Q(status__in=CLOCK_RUNS, answer_by__lt=viewer.today),
        is_alarming=True,
    ),
    Tab(
        name="visits",
        label=_("Today's visits"),
        visits=todays_visits,
        columns=("reference_link", "visit", "patient", "state"),
        prepared=showing(todays_visits),
    ),
    Tab(
        name=NO_OUTCOME,
        label=_("No outcome yet"),
        visits=visits_without_outcome,
        is_alarming=True,
        columns=("reference_link", "visit", "patient", "state"),
        prepared=showing(visits_without_outcome),
    ),
    Tab(
        name="unrecorded",
        label=_("Not in health record"),
        visits=unrecorded_visits,
        columns=("reference_link", "visit", "patient", "state"),
        prepared=showing(unrecorded_visits),
    ),
    Tab(
        name=LEFT,
        label=_("Doctors who left"),
        keys=waiting_requests,
        in_order=soonest_first,
        is_alarming=True,
        columns=("reference_link", "left", "patient", "about", "state"),
        prepared=with_times,
        above_the_list=lambda now: {"who_left": doctors_who_left(now)},
    ),
    Tab(name="all", label=_("All"), newest_first=True, needs_acting=False),
]
