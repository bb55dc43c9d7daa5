"""Pages behind the two staff doors that someone asked for who has no right to them."""

import datetime
from collections.abc import Callable
from typing import Any

from django.contrib.messages import constants
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from wakemed.models.security_event import Happened, SecurityEvent
from wakemed.security_log.recording import record

from .doors import DOORS

WITHIN = datetime.timedelta(hours=1)
MOST = 30  # rows of a person within that time, each with another pattern: whatever they ask for, the log doesn't fill


class RefusalsMiddleware:
    """Record who was refused what. It sits in front of the doors, so it sees their refusals as well."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and look at the answer."""
        response = self.get_response(request)
        if request.path.startswith(tuple(DOORS)) and _is_refusal(request, response) and request.user.is_authenticated:
            note_refusal(request)
        return response


def note_refusal(request: HttpRequest) -> None:
    """Record the pattern of the address, never what is in it: once an hour, and not more than MOST of them."""
    person: Any = request.user
    recent = SecurityEvent.objects.filter(
        by_email=person.email, kind=Happened.ACCESS_REFUSED, at__gt=timezone.now() - WITHIN
    )
    known = list(recent.values_list("details__pattern", flat=True)[:MOST])
    pattern = _pattern(request)
    if pattern not in known and len(known) < MOST:
        is_last = len(known) == MOST - 1
        record(Happened.ACCESS_REFUSED, request=request, details={"pattern": pattern, "is_last": is_last})


def _is_refusal(request: HttpRequest, response: HttpResponse) -> bool:
    """Return True for 403, unless a form came without its token. Wagtail leads home instead, and says why there."""
    if response.status_code == 403:
        return not getattr(request, "came_without_token", False)
    if response.status_code != 302 or response["Location"] != reverse("wagtailadmin_home"):
        return False
    said = getattr(getattr(request, "_messages", None), "_queued_messages", ())  # reading the others would drop them
    return any(message.level == constants.ERROR for message in said)


def _pattern(request: HttpRequest) -> str:
    """Return the pattern that the URLconf has for this address; the door's own if it has none."""
    try:
        match = request.resolver_match or resolve(request.path_info)
    except Resolver404:
        return next(door for door in DOORS if request.path.startswith(door))
    return f"/{match.route}"
