"""The sections of the desk: the links at the top of each of its pages. Each is one entry of SECTIONS."""

import dataclasses
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

NOW = "#now"  # the current hour in the calendar of today; on another day the page begins at its top


@dataclasses.dataclass(frozen=True, kw_only=True)
class Section:
    """One section.

    Attributes:
        label: what staff read.
        about: the sentence below it on the home page; without one it isn't listed there.
        view: the name of its first page in the admin, without “admin:”.
        permission: the right without which it isn't shown.
        anchor: where on that page it begins.
        rooms: models whose pages belong to it, as Django's admin names them in addresses.
    """

    label: Any
    view: str
    permission: str
    rooms: tuple[str, ...]
    about: Any = ""
    anchor: str = ""

    @property
    def address(self) -> str:
        """Return the address of its first page."""
        return reverse(f"admin:{self.view}") + self.anchor


SECTIONS = [
    Section(
        label=_("Requests"),
        view="appointments_appointmentrequest_changelist",
        permission="appointments.view_appointmentrequest",
        rooms=("appointments/appointmentrequest",),
    ),
    Section(
        label=_("Calendar"),
        about=_("The day and the week of all physicians: what is free, offered and booked."),
        view="appointments_calendar",
        permission="appointments.view_appointmentrequest",
        rooms=("appointments/appointmentrequest/calendar",),
        anchor=NOW,
    ),
    Section(
        label=_("Day sheet"),
        about=_("Who's coming today, by clinic or physician. Check patients in, record outcomes, print."),
        view="appointments_daysheet",
        permission="appointments.view_appointmentrequest",
        rooms=("appointments/appointmentrequest/day-sheet",),
    ),
    Section(
        label=_("Availability"),
        about=_("When each physician sees patients: weekly rules, time off, busy times."),
        view="physicians_physician_changelist",
        permission="appointments.view_availabilityrule",
        rooms=(
            *("physicians/physician", "appointments/availabilityrule", "appointments/extrasession"),
            *("appointments/timeoff", "appointments/virtualroom"),
        ),
    ),
    Section(
        label=_("Holidays"),
        about=_("Days when clinics are closed, or open on a federal holiday."),
        view="appointments_holiday_changelist",
        permission="appointments.view_holiday",
        rooms=("appointments/holiday",),
    ),
    Section(
        label=_("Message templates"),
        about=_("Words that schedulers put into a form with one click: questions to patients, notes, reasons."),
        view="appointments_messagetemplate_changelist",
        permission="appointments.view_messagetemplate",
        rooms=("appointments/messagetemplate",),
    ),
    Section(
        label=_("Access log"),
        about=_("Who opened which request, and when."),
        view="appointments_recordaccess_changelist",
        permission="appointments.view_recordaccess",
        rooms=("appointments/recordaccess",),
    ),
    Section(
        label=_("Searches"),
        about=_("What staff typed to find a request, and when."),
        view="appointments_desksearch_changelist",
        permission="appointments.view_desksearch",
        rooms=("appointments/desksearch",),
    ),
]


def sections_for(request: HttpRequest) -> list[tuple[Section, bool]]:
    """Return the sections that the user may open, and for each whether the page is in it."""
    here = request.path.removeprefix(reverse("admin:index"))
    rooms = [room for section in SECTIONS for room in section.rooms if here.startswith(f"{room}/")]
    room = max(rooms, key=len, default="")  # the calendar is below the requests
    return [(section, room in section.rooms) for section in SECTIONS if request.user.has_perm(section.permission)]
