"""Where the panel of free times leads: the calendar, with the same physician, place and days."""

from typing import Any

from django.urls import reverse

from appointments.admin.select_options import VIRTUAL
from appointments.models import VisitType

from .free_times_search import FreeTimesSearch, query_of


def same_in_calendar(search: FreeTimesSearch) -> str:
    """Return the address of the calendar: the week of the visit that may move, or what is looked for."""
    request, visit = search.request, search.visit
    asked: dict[str, Any] = {"date": search.first.isoformat(), "request": request.pk}
    if visit and not search.filter_form.is_bound:
        asked["date"], asked["physician"] = visit.local_start.date().isoformat(), visit.physician_id
    else:
        named = request.physician
        asked["physician"] = search.filters.get("physician") or (named.pk if named and named.live else "")
        asked["clinic"] = search.filters.get("place") or _wished_place(search)
    asked["span"] = "week" if asked["physician"] else "day"
    return reverse("admin:appointments_calendar") + query_of({name: value for name, value in asked.items() if value})


def _wished_place(search: FreeTimesSearch) -> Any:
    """Return the place that the patient wants, if it's a single one."""
    if search.request.visit_type == VisitType.VIRTUAL:
        return VIRTUAL
    clinics = list(search.request.preferred_locations.all())
    return clinics[0].pk if len(clinics) == 1 else ""
