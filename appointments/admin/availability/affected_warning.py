"""The warning about requests whose visits or offers are in hours that were taken away."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext

from appointments.calendar.doctor_away import visits_without_doctor
from appointments.models import Appointment

MOST_NAMED = 10


def warn_of(request: HttpRequest, visits: Iterable[Appointment]) -> None:
    """Say how many requests are affected, each once as in the tab, with links. Say nothing if there are none."""
    requests = list({visit.request_id: visit.request for visit in waiting_in_the_tab(visits)}.values())
    if not requests:
        return
    links = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((one.get_absolute_url(), one.spoken_reference) for one in requests[:MOST_NAMED]),
    )
    words = ngettext(
        "%(count)d request is affected. It waits in the tab “Doctor away” until you act:",
        "%(count)d requests are affected. They wait in the tab “Doctor away” until you act:",
        len(requests),
    ) % {"count": len(requests)}
    more = gettext("and more") if len(requests) > MOST_NAMED else ""
    messages.warning(request, format_html("{} {} {}", words, links, more))


def waiting_in_the_tab(visits: Iterable[Appointment]) -> list[Appointment]:
    """Return those visits and offers that the tab shows, the soonest first."""
    keys = [visit.pk for visit in visits]
    if not keys:
        return []
    shown = visits_without_doctor(timezone.now()).filter(pk__in=keys)
    named = shown.select_related("request", "physician", "location")
    return sorted(named, key=lambda visit: (visit.start, visit.pk))
