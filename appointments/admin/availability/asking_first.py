"""A change of hours that takes the doctor from visits: they're listed before it's saved, and nothing typed is lost."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import ngettext

from appointments.models import Appointment

from .affected_warning import waiting_in_the_tab, warn_of

SEEN = "seen_visits"  # what the page listed, so that a visit booked since then is listed, too
CHANGE_IT = "change_it"  # the button that leads back to the form
MOST_LISTED = 100


class VisitsInTheWay(Exception):
    """A change would take the doctor from visits that weren't listed yet. Raising it undoes the change."""

    def __init__(self, visits: list[Appointment]) -> None:
        super().__init__()
        self.visits = visits


@contextlib.contextmanager
def listing_visits_first(request: HttpRequest, visits: QuerySet[Appointment]) -> Iterator[None]:
    """Run a block that changes hours, and warn of the visits that lose their doctor.

    `visits` are those that may lose him or her. Raises VisitsInTheWay if some of them do that the request hasn't
    listed; those that had no doctor before don't count.
    """
    before = {visit.pk for visit in waiting_in_the_tab(visits.all())}
    yield
    lost = [visit for visit in waiting_in_the_tab(visits.all()) if visit.pk not in before]
    listed = request.POST.get(SEEN, "").split(",")
    if any(str(visit.pk) not in listed for visit in lost):
        raise VisitsInTheWay(lost)
    warn_of(request, visits.all())


class AsksFirst(admin.ModelAdmin):
    """Shows the visits that are in the way of a change or a deletion, and asks whether to save it anyway."""

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Save, or ask first."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except VisitsInTheWay as found:
            return self._ask(request, found.visits)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Delete, or ask first."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except VisitsInTheWay as found:
            return self._ask(request, found.visits, is_deletion=True)

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list, or delete several of its rows, or ask first."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        try:
            with transaction.atomic():
                return super().changelist_view(request, extra_context)
        except VisitsInTheWay as found:
            return self._ask(request, found.visits, is_deletion=True, back=request.get_full_path())

    def _ask(
        self, request: HttpRequest, visits: list[Appointment], *, is_deletion: bool = False, back: str = "../change/"
    ) -> TemplateResponse:
        title = ngettext(
            "No doctor would be there for %(count)d booked or offered time",
            "No doctor would be there for %(count)d booked or offered times",
            len(visits),
        )
        kept = [(name, value) for name, values in request.POST.lists() for value in values]
        context = {
            **self.admin_site.each_context(request),
            "title": title % {"count": len(visits)},
            "opts": self.opts,
            "is_deletion": is_deletion,
            "back": back,
            "kept": [(name, value) for name, value in kept if name not in ("csrfmiddlewaretoken", SEEN)],
            "seen": ",".join(str(visit.pk) for visit in visits),
            "visits": visits[:MOST_LISTED],
            "left_out": max(0, len(visits) - MOST_LISTED),
        }
        return TemplateResponse(request, "admin/appointments/availability/visits_in_the_way.html", context)


class TakenBackMixin:
    """Shows a form with what was typed, unsaved, when its user has seen the visits in the way and would change it."""

    data: Any

    def is_valid(self) -> bool:
        """Return False as well if the form is only to be shown again."""
        return CHANGE_IT not in self.data and super().is_valid()  # type: ignore[misc]
