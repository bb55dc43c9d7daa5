"""Has a request changed since its page was opened? The page asks by itself and learns nothing about the patient."""

import dataclasses
import datetime
from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from appointments.admin.desk_staff import staff_of
from appointments.admin.row_keys import is_a_key
from appointments.models import AppointmentRequest, ContactAttempt, Note

LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclasses.dataclass(frozen=True)
class Seen:
    """The request as a page shows it: its version, and when it was read."""

    version: int
    at: datetime.datetime

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> "Seen":
        """Return what an address says of the page; of one that says nothing, everything has changed."""
        version, typed = asked.get("version", ""), asked.get("at", "")[:40]
        try:
            at = parse_datetime(typed)
        except ValueError:
            at = None
        return cls(int(version) if is_a_key(version) else -1, at if at and at.tzinfo else LONG_AGO)


class ChangedMeanwhileAdmin(admin.ModelAdmin):
    """Answers the page of a request."""

    def get_urls(self) -> list[URLPattern]:
        """Add the address."""
        wrap, name = self.admin_site.admin_view, "appointments_appointmentrequest_changed"
        return [path("<int:request_id>/changed/", wrap(self.changed), name=name), *super().get_urls()]

    def changed(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Answer 204 while nothing has changed, and otherwise with a sentence. Raises PermissionDenied and Http404."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        seen, staff_id = Seen.read(request.GET), staff_of(request).pk
        found = (
            AppointmentRequest.objects.filter(pk=request_id)
            .order_by()
            .values_list("version", *(_last_word(model, seen, staff_id) for model in (Note, ContactAttempt)))
            .first()
        )
        if found is None:
            raise Http404
        version, *words = found
        words = [moment for moment in words if moment]
        if version == seen.version and not words:
            return HttpResponse(status=204)
        return JsonResponse({"sentence": _sentence(request_id, staff_id, words, is_newer=version != seen.version)})


def _last_word(model: Any, seen: Seen, staff_id: int) -> Subquery:
    """Return when a colleague last wrote a note or an attempt: these change nothing of the request itself."""
    by_others = model.objects.filter(request=OuterRef("pk"), at__gt=seen.at).exclude(author=staff_id)
    return Subquery(by_others.order_by("-at").values("at")[:1])


def _sentence(request_id: int, staff_id: int, words: list[datetime.datetime], *, is_newer: bool) -> str:
    """Return who changed it last, and when: “9:41 a.m.”, whose period ends the sentence."""
    moment, user = max(words, default=LONG_AGO), None
    if is_newer:
        events: Any = AppointmentRequest.pgh_event_model.objects.filter(pgh_obj=request_id)  # type: ignore[attr-defined]
        last = events.order_by("-pgh_id").values_list("pgh_created_at", "pgh_context__metadata__user").first()
        if last and last[0] > moment:
            moment, user = last
    clock = date_format(timezone.localtime(moment), "g:i a")
    if user == staff_id:
        return _("You changed this request in another window at %(clock)s") % {"clock": clock}
    return _("Someone else changed this request at %(clock)s") % {"clock": clock}
