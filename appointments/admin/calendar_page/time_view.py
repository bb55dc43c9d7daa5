"""The page of one free time: it's given to the request that was brought along, or a request is chosen for it."""

import dataclasses
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from appointments.admin.desk_staff import staff_of
from appointments.admin.load_state import load_state
from appointments.admin.never_imported import never_imported_words
from appointments.admin.request_page.action_registry import ACTIONS
from appointments.admin.request_page.button_press import press
from appointments.admin.request_page.failed_action import Failure
from appointments.admin.select_options import Directory
from appointments.guards.access import record_listed
from appointments.services.visits.free_time_value import value_of, wanted_from
from appointments.services.visits.reservations import Wanted

from .calendar_address import CalendarAddress, read_address
from .calendar_view import CalendarAdmin
from .free_time_words import in_words
from .giving_time import GIVING, ways_to_give
from .placing_mode import Placing, placing_of
from .requests_that_fit import requests_that_fit

ASKED_HERE = {"off_rules_reason", "before_review"}  # what this page can ask for, so that the button works after all
TIME = "time"  # the parameter


class TimeAdmin(CalendarAdmin):
    """Adds the page to the desk."""

    def get_urls(self) -> list[URLPattern]:
        """Add its address."""
        page = path("calendar/time/", self.admin_site.admin_view(self.time_page), name="appointments_calendar_time")
        return [page, *super().get_urls()]

    def time_page(self, request: HttpRequest) -> HttpResponse:
        """Show what can be done with a free time, or do it; raises PermissionDenied.

        Without such a time, or a button, the calendar is shown with the reason.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        directory, staff = Directory.load(), staff_of(request)
        placing, asked = placing_of(read_address(request.GET, directory), directory, staff)
        wanted = wanted_from(request.GET.get(TIME, "")[:60])
        if wanted is None or wanted.physician_id not in directory.physicians:
            return self._again(request, asked, directory, placing, _("Choose a free time from the calendar."))
        words = in_words(wanted, directory)
        asked = dataclasses.replace(asked, day=words.local.date()) if asked.span == "day" else asked
        if request.method != "POST":
            return self._time(request, asked, directory, wanted, placing)
        action = ACTIONS.get(request.POST.get("do", "")) if request.POST.get("do") in GIVING else None
        if placing is None or action is None:
            return self._again(
                request, asked, directory, placing, _("Nothing was done. Choose what to do."), status=409
            )
        done = press(action, request, placing.state)
        if isinstance(done, str):
            answered = placing.request
            link = format_html("<a href='{}'>{}</a>", answered.get_absolute_url(), answered.spoken_reference)
            messages.success(request, format_html("{}, {}: {}", answered.legal_name, link, done))
            return redirect(asked.address(request="", chosen=()))
        now = dataclasses.replace(placing, state=load_state(placing.request.pk, staff, directory))
        if done.is_stale or ASKED_HERE & done.form.errors.keys():
            return self._time(request, asked, directory, wanted, now, failure=done)
        sentences = [str(error) for errors in done.form.errors.values() for error in errors]
        return self._again(request, asked, directory, now, *sentences, status=done.status)

    def _again(
        self,
        request: HttpRequest,
        asked: CalendarAddress,
        directory: Directory,
        placing: Placing | None,
        *problems: str,
        status: int = 200,
    ) -> HttpResponse:
        """Return the calendar, with sentences that say why."""
        asked = dataclasses.replace(asked, problems=(*asked.problems, *problems))
        return self.render_calendar(request, asked, directory, placing, status=status)

    def _time(
        self,
        request: HttpRequest,
        asked: CalendarAddress,
        directory: Directory,
        wanted: Wanted,
        placing: Placing | None,
        *,
        failure: Failure | None = None,
    ) -> TemplateResponse:
        words, entry = in_words(wanted, directory), reverse("admin:appointments_appointmentrequest_add")
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "is_nav_sidebar_enabled": False,
            "title": _("A free time"),
            "opts": self.opts,
            "asked": asked,
            "value": value_of(wanted),
            "words": words,
            "never_imported": never_imported_words(directory, [wanted.physician_id]),
            "back": asked.address(),
            "failure": failure,
            "may_add": self.has_add_permission(request),
            "entry": f"{entry}{asked.query()}&{TIME}={value_of(wanted)}",
        }
        if placing is None:
            wished, others = requests_that_fit(wanted, directory.physicians[wanted.physician_id], words.local)
            context |= {"wished": wished, "others": others, "here": f"{request.path}{asked.query()}&{TIME}="}
            shown = [*wished, *others]
        else:
            context |= ways_to_give(placing, asked, wanted, words, failure)
            shown = [placing.request]
        record_listed(requests=shown, staff=staff_of(request))
        template = "admin/appointments/calendar/free_time.html"
        return TemplateResponse(request, template, context, status=failure.status if failure else 200)
