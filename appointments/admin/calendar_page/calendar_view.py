"""The page of the calendar."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from appointments.admin.desk_staff import staff_of
from appointments.admin.never_imported import never_imported_words
from appointments.admin.select_options import Directory
from appointments.guards.access import record_shown

from .calendar_address import CalendarAddress, read_address
from .calendar_filter import CalendarFilter
from .placing_mode import Placing, placing_of
from .shown_calendar import calendar_of


class CalendarAdmin(admin.ModelAdmin):
    """Adds the calendar to the desk."""

    def get_urls(self) -> list[URLPattern]:
        """Add its address."""
        page = path("calendar/", self.admin_site.admin_view(self.calendar_page), name="appointments_calendar")
        return [page, *super().get_urls()]

    def calendar_page(self, request: HttpRequest) -> HttpResponse:
        """Show the day or the week that the address asks for; raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        directory, placing = Directory.load(), None
        asked = read_address(request.GET, directory)
        if self.has_change_permission(request):
            placing, asked = placing_of(asked, directory, staff_of(request))
        return self.render_calendar(request, asked, directory, placing)

    def render_calendar(
        self,
        request: HttpRequest,
        asked: CalendarAddress,
        directory: Directory,
        placing: Placing | None,
        *,
        status: int = 200,
    ) -> TemplateResponse:
        """Return the page, and record whose names are on it."""
        calendar = calendar_of(asked, directory)
        may_change, time_page = self.has_change_permission(request), reverse("admin:appointments_calendar_time")
        named = [*calendar.requests, *([placing.request] if placing else ())]
        record_shown(request, requests={each.pk: each for each in named}.values(), staff=staff_of(request))
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,  # the table needs the room
            "title": _("Calendar"),
            "opts": self.opts,
            "calendar": calendar,
            "never_imported": never_imported_words(directory, calendar.with_free_times),
            "asked": asked,
            "filter_form": CalendarFilter(asked=asked, directory=directory),
            "placing": placing,
            "may_change": may_change,
            "here": reverse("admin:appointments_calendar"),
        }
        if may_change:  # addresses that end with what a block adds: its time, or its request
            context |= {
                "time_address": f"{time_page}{asked.query()}&time=",
                "move_address": f"{asked.address(request='', chosen=())}&request=",
            }
        return TemplateResponse(request, "admin/appointments/calendar/calendar.html", context, status=status)
