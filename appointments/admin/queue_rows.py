"""What the rows of the queue say besides the request's own columns, each thing read once for all of them."""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils import timezone

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.models import NurseReview
from appointments.services.requests.duplicates import maybe_duplicates
from appointments.workflow import CLOCK_RUNS

from .agreed_times import agreed_times
from .handed_work import handed_with
from .queue_columns import clock_and_day
from .tab_definition import Tab
from .visit_buttons import buttons_of
from .waiting_time import age_in_words
from .waitlist_words import waits_for


def complete_rows(rows: Collection[Any], *, tab: Tab, staff: AbstractUser, may_change: bool) -> None:
    """Give each row its age, who handed it over or reviewed it, its times, flags and buttons.

    And what a nurse is asked, and what it waits for. Its times are what is agreed or offered, its buttons those of
    its visits.
    """
    now, calendar, keys = timezone.now(), ClinicCalendar.load(), [row.pk for row in rows]
    agreed = agreed_times(keys) if "doctor" in tab.columns else {}
    handed = handed_with(keys, staff.pk)
    repeated = maybe_duplicates(keys) if tab.flags_duplicates else set()
    for row in rows:
        row.handed_with = handed.get(row.pk)
        row.review_awaits_claim = (
            row.nurse_review == NurseReview.DONE and not row.claimed_by_id and row.status in CLOCK_RUNS
        )
        row.asked = row.nurse_question if tab.name == "nurse" else ""
        row.waits_for = waits_for(row)
        row.maybe_duplicate = row.pk in repeated
        row.agreed = agreed.get(row.pk)
        row.age = age_in_words(row, now, calendar)
        for visit in getattr(row, "visits_shown", []):
            row.visit_shown = visit
            row.visit_clock = clock_and_day(visit)
            row.visit_buttons = buttons_of(row, visit, now, staff, then=tab.name) if may_change else []
