"""The columns of the queue: each holds a fact and, below it, what belongs to it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.models import Appointment, AppointmentRequest
from appointments.workflow import AppointmentStatus

from .agreed_times import AgreedTimes
from .calls_tab import calls_in_words
from .year_of_dates import with_year


def cell(name: str, request: AppointmentRequest, **more: Any) -> str:
    """Return one cell of the list. It holds several facts, and the whole list fits on a screen."""
    return render_to_string(
        f"admin/appointments/appointmentrequest/cells/{name}.html", {"appointment_request": request, **more}
    )


def clock_and_day(visit: Appointment) -> str:
    """Return when a visit of a list of visits begins: “9:00 a.m.” if it's today, otherwise with its day."""
    is_today = visit.local_start.date() == timezone.localdate(timezone=visit.local_start.tzinfo)
    return date_format(visit.local_start, "g:i a") if is_today else day_and_clock(visit)


def day_and_clock(visit: Appointment) -> str:
    """Return when a visit begins, on the clock of its place: “Today, 9:00 a.m.” or “Tue, Nov. 24, 9:00 a.m.”."""
    start = visit.local_start
    days = (start.date() - timezone.localdate(timezone=start.tzinfo)).days
    if days in (0, 1):
        day = gettext("Tomorrow") if days else gettext("Today")
        return gettext("%(day)s, %(time)s") % {"day": day, "time": date_format(start, "g:i a")}
    return with_year(start, "D, N j, g:i a")


class QueueCells:
    """What the list shows of a request."""

    def action_checkbox(self, obj: AppointmentRequest) -> SafeString:
        """Return the box that chooses a request. Django's own renders two templates for each."""
        label = gettext("Select %(reference)s") % {"reference": obj.spoken_reference}
        box = '<input type="checkbox" name="{}" value="{}" class="action-select" aria-label="{}">'
        return format_html(box, ACTION_CHECKBOX_NAME, obj.pk, label)

    @admin.display(description=_("reference"))
    def reference_link(self, request: AppointmentRequest) -> str:
        """Return the reference as a link to the request, with what sets this one apart."""
        return cell("reference", request)

    @admin.display(description=_("patient"))
    def patient(self, request: AppointmentRequest) -> str:
        """Return the patient's name and date of birth, and who asks on the patient's behalf."""
        return cell("patient", request)

    @admin.display(description=_("about"))
    def about(self, request: AppointmentRequest) -> str:
        """Return the condition's name and the kind of visit."""
        return cell("about", request)

    @admin.display(description=_("doctor"))
    def doctor(self, request: AppointmentRequest) -> str:
        """Return the booked visit or the offered times, and before that which doctor the patient wants to see."""
        agreed: AgreedTimes | None = getattr(request, "agreed", None)
        time = agreed and (agreed.visit or next(iter(agreed.offered), None))
        more = len(agreed.offered) - 1 if agreed else 0
        return cell("agreed", request, agreed=agreed, when=time and day_and_clock(time), more=more)

    @admin.display(description=_("answer by"))
    def due(self, request: AppointmentRequest) -> str:
        """Return the promised day and the age in business hours, marked in words and color when it is late."""
        return cell("due", request)

    @admin.display(description=_("status"))
    def state(self, request: AppointmentRequest) -> str:
        """Return its status and who works on it."""
        return cell("state", request)

    @admin.display(description=_("needs another doctor"))
    def left(self, request: AppointmentRequest) -> str:
        """Return what depends on a doctor who left: a booked visit, an offered time, or the patient's choice alone."""
        times = getattr(request, "times_with_who_left", [])
        time = min(times, key=lambda time: time.status == AppointmentStatus.PENDING, default=None)
        return cell("left", request, time=time, when=time and with_year(time.local_start, "D, N j, g:i a"))

    @admin.display(description=_("call"))
    def call(self, request: AppointmentRequest) -> str:
        """Return the number to call, the language, and what to say."""
        calls = calls_in_words(getattr(request, "open_calls", []))
        return cell("call", request, calls=calls)

    @admin.display(description=_("doctor away"))
    def away(self, request: AppointmentRequest) -> str:
        """Return the soonest time whose doctor won't be there, and why."""
        time = next(iter(getattr(request, "times_without_doctor", [])), None)
        return cell("away", request, time=time, when=time and day_and_clock(time))

    @admin.display(description=_("visit"))
    def visit(self, request: AppointmentRequest) -> str:
        """Return time, physician and place of the visit that the tab is about, and its buttons."""
        return cell("visit", request)
