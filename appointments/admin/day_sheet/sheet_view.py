"""The page of the day sheet."""

import dataclasses
import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.admin.calendar_page.calendar_address import CalendarAddress, read_address
from appointments.admin.calendar_page.calendar_filter import CalendarFilter
from appointments.admin.desk_staff import staff_of
from appointments.admin.request_page.request_admin import RequestAdmin, then_of
from appointments.admin.select_options import Directory
from appointments.admin.visit_buttons import VisitButton, buttons_of
from appointments.guards.access import record_shown
from appointments.models import Appointment

from .sheet_lines import sheets_of
from .visits_of_day import visits_of_day

THEN = "day-sheet"  # as buttons name the page to come back to
DAY = datetime.timedelta(days=1)
BY, PHYSICIAN = "by", "physician"  # a sheet for each physician, instead of for each clinic


@dataclasses.dataclass(frozen=True)
class SheetAddress:
    """What the address of the sheet asks for: a day, as the calendar's does, and on whose paper each visit is."""

    asked: CalendarAddress
    by_physician: bool

    def query(self, **changes: Any) -> str:
        """Return the end of the address, with its question mark."""
        by_physician = changes.pop("by_physician", self.by_physician)
        return self.asked.query(**changes) + (f"&{BY}={PHYSICIAN}" if by_physician else "")

    def address(self, **changes: Any) -> str:
        """Return the address of the sheet that asks for the same but for the changes."""
        return reverse("admin:appointments_daysheet") + self.query(**changes)


def read_sheet_address(asked: QueryDict, directory: Directory) -> SheetAddress:
    """Return what an address asks for. One physician's visits are always on one sheet."""
    day = read_address(asked, directory)
    return SheetAddress(day, by_physician=day.physician is not None or asked.get(BY) == PHYSICIAN)


def back_to_sheet(asked: QueryDict, request_id: int) -> str:
    """Return the address of the line from which a button was pressed."""
    return f"{read_sheet_address(asked, Directory.load()).address()}#visit-{request_id}"


class DaySheetAdmin(RequestAdmin):
    """Adds the day sheet to the desk."""

    def get_urls(self) -> list[URLPattern]:
        """Add its address."""
        page = path("day-sheet/", self.admin_site.admin_view(self.day_sheet), name="appointments_daysheet")
        return [page, *super().get_urls()]

    def go_on(self, request: HttpRequest, request_id: int) -> HttpResponse:
        """Return to the line of the sheet from which the button was pressed."""
        if then_of(request) == THEN:
            return redirect(back_to_sheet(request.GET, request_id))
        return super().go_on(request, request_id)

    def day_sheet(self, request: HttpRequest) -> HttpResponse:
        """Show the sheets that the address asks for, and record whose names are on them; raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        directory, now, staff = Directory.load(), timezone.now(), staff_of(request)
        sheet = read_sheet_address(request.GET, directory)
        asked = sheet.asked
        may_change, back = self.has_change_permission(request), f"{THEN}&{sheet.query()[1:]}"

        def buttons(visit: Appointment) -> list[VisitButton]:
            return buttons_of(visit.request, visit, now, staff, then=back) if may_change else []

        visits = visits_of_day(asked)
        record_shown(request, requests={visit.request_id: visit.request for visit in visits}.values(), staff=staff)
        context = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the table needs the room
            "title": _("Day sheet"),
            "opts": self.opts,
            "asked": asked,
            "now": now,
            "sheets": sheets_of(visits, by_physician=sheet.by_physician, buttons_of=buttons),
            "filter_form": CalendarFilter(asked=asked, directory=directory),
            "earlier": sheet.address(day=asked.day - DAY),
            "today": sheet.address(day=timezone.localdate()),
            "later": sheet.address(day=asked.day + DAY),
            "by_physician": sheet.by_physician,
            "other_sheets": sheet.address(by_physician=not sheet.by_physician),
            "calendar_address": asked.address(),
        }
        return TemplateResponse(request, "admin/appointments/day_sheet/day_sheet.html", context)
