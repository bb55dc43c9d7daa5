"""The warning about booked visits in hours that were taken away."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext

from appointments.models import Appointment

MOST_NAMED = 10


def warn_of(request: HttpRequest, visits: Iterable[Appointment]) -> None:
    """Say how many visits and offers are affected, with links to their requests. Say nothing if there are none."""
    affected = list(visits)
    if not affected:
        return
    links = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((visit.request.get_absolute_url(), visit.request.spoken_reference) for visit in affected[:MOST_NAMED]),
    )
    words = ngettext(
        "%(count)d visit or offer is affected. It waits in the tab “Doctor away” until you act:",
        "%(count)d visits or offers are affected. They wait in the tab “Doctor away” until you act:",
        len(affected),
    ) % {"count": len(affected)}
    more = gettext("and more") if len(affected) > MOST_NAMED else ""
    messages.warning(request, format_html("{} {} {}", words, links, more))
