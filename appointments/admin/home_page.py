"""What the desk's home page shows: how much is waiting, and where to begin. Each number is a link to its requests."""

import dataclasses
import datetime
from typing import Any

from django.db.models import Count, Min, Q
from django.http import HttpRequest
from django.utils import timezone

from physicians.models import Location

from .filters import ClinicFilter
from .handed_work import handed_to
from .open_tab import viewer_of
from .tab_row import tab_counts, tab_row
from .visits_tab import todays_visits


@dataclasses.dataclass(frozen=True)
class ClinicToday:
    """The visits of one clinic today, or the virtual ones (no clinic). `next_start` is None once all have begun."""

    clinic: Location | None
    visits: int
    next_start: datetime.datetime | None
    query: str


def numbers_for(request: HttpRequest) -> dict[str, list[dict[str, Any]]]:
    """Return the tabs with their counts: where someone has to act, and what waits for the patient or for a time."""
    tabs = tab_row(request, tab_counts(viewer_of(request)))
    return {
        "numbers": [tab for tab in tabs if tab["needs_acting"]],
        "waiting_numbers": [tab for tab in tabs if not tab["needs_acting"] and not tab["holds_everything"]],
    }


def clinics_today(now: datetime.datetime) -> list[ClinicToday]:
    """Return where there are visits today, in the order of their next one; those that are done come last."""
    counted = (
        todays_visits(now)
        .order_by()
        .values("location")
        .annotate(visits=Count("pk"), next_start=Min("period__startswith", filter=Q(period__startswith__gte=now)))
    )
    clinics = Location.objects.in_bulk([row["location"] for row in counted if row["location"]])
    found = [
        ClinicToday(
            clinic=clinics.get(row["location"]),
            visits=row["visits"],
            next_start=row["next_start"],
            query=f"?{ClinicFilter.parameter_name}={row['location'] or ClinicFilter.VIRTUAL}",
        )
        for row in counted
    ]
    over = datetime.datetime.max.replace(tzinfo=datetime.UTC)
    return sorted(found, key=lambda today: today.next_start or over)


def home_page(request: HttpRequest) -> dict[str, Any]:
    """Return the values of the home page's template."""
    now = timezone.now()
    return {
        **numbers_for(request),
        "handed": handed_to(request.user.pk),
        "clinics_today": clinics_today(now),
        "now": now,
    }
