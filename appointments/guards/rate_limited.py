"""The page for someone who has used up a limit: when to try again, and a number to call instead."""

import datetime
import math

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .outage import TOKEN

MINUTE = datetime.timedelta(minutes=1)
SOON = datetime.timedelta(hours=1)  # up to here people count minutes


def too_many(
    request: HttpRequest, again_at: datetime.datetime, *, kept_until: datetime.datetime | None = None
) -> HttpResponse:
    """Answer 429 with Retry-After. `again_at` is what `limits.use` returned.

    The page carries what was posted, so it can be sent again from there. `kept_until` is when the earlier answers on
    this device are erased; None if there are none.
    """
    again_at = _full_minute(again_at)
    context = {
        "posted": [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN],
        "when": in_words(again_at),
        "kept_until": kept_until and time_in_words(kept_until),
        "kept_long_enough": kept_until is not None and kept_until > again_at,
    }
    response = render(request, "appointments/limited.html", context, status=429)
    response["Retry-After"] = str(math.ceil((again_at - timezone.now()).total_seconds()))
    add_never_cache_headers(response)
    return response


def time_in_words(moment: datetime.datetime) -> str:
    """Return the hospital's time of day, as people here write it: “3:40 pm”."""
    return date_format(timezone.localtime(moment), "g:i A").lower()


def in_words(moment: datetime.datetime) -> str:
    """Return a future time in words: “in 12 minutes, at 3:40 pm”, “tomorrow at 9:15 am”."""
    now, time = timezone.now(), time_in_words(moment)
    if moment - now <= SOON:
        minutes = max(1, math.ceil((moment - now) / MINUTE))
        return ngettext("in %(count)d minute, at %(time)s", "in %(count)d minutes, at %(time)s", minutes) % {
            "count": minutes,
            "time": time,
        }
    days = (timezone.localdate(moment) - timezone.localdate(now)).days
    if days == 0:
        return _("today at %(time)s") % {"time": time}
    if days == 1:
        return _("tomorrow at %(time)s") % {"time": time}
    day = date_format(timezone.localtime(moment), "l, F j")
    return _("on %(day)s at %(time)s") % {"day": day, "time": time}


def _full_minute(moment: datetime.datetime) -> datetime.datetime:
    """Round up to a full minute, since a clock on a wall shows no seconds."""
    return moment + (-(moment - moment.replace(second=0, microsecond=0))) % MINUTE
