"""A staff session ends after a time without activity, and after so many hours in all. What was typed is kept."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.signals import user_logged_in
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from appointments.guards.refreshes import is_refresh

from .kept_input import forget_once_sent, way_back

WATCHED = ("/admin/", "/cms/", "/accounts/", "/staff/")
SIGNED_IN, ACTIVE = "signed_in_at", "active_at"  # in the session, in seconds since 1970
EXACT = 30  # seconds by which the noted activity may be behind, so that not every page writes the session
ASKS_ONLY = "session_left"
SCRIPTS = {"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"}  # no person asks these


@receiver(user_logged_in, dispatch_uid="wakemed.session_limits")
def start_clock(sender: Any, *, request: HttpRequest, **more: Any) -> None:
    """Note when this session began."""
    request.session[SIGNED_IN] = request.session[ACTIVE] = int(time.time())


def seconds_left(session: SessionBase) -> tuple[int, int]:
    """Return the seconds until the session ends without activity, and until it ends in any case."""
    now = int(time.time())
    idle = session.get(ACTIVE, now) + settings.STAFF_IDLE_MINUTES * 60 - now
    in_all = session.get(SIGNED_IN, now) + settings.STAFF_SESSION_HOURS * 3600 - now
    return min(idle, in_all), in_all


class SessionLimitsMiddleware:
    """End sessions that are over, and note activity in the others."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Act here, behind the check for forged posts: nothing forged is kept as what a person typed."""
        if not request.path.startswith(WATCHED) or not request.user.is_authenticated:
            return None
        idle, in_all = seconds_left(request.session)
        if idle <= 0:
            return sign_out(request, _said(in_time=in_all > 0))
        if not _is_nobodys(request) and idle < settings.STAFF_IDLE_MINUTES * 60 - EXACT and in_all > idle:
            request.session[ACTIVE] = int(time.time())
        forget_once_sent(request)
        return None


def _is_nobodys(request: HttpRequest) -> bool:
    name = request.resolver_match.view_name if request.resolver_match else ""
    return is_refresh(request) or name in SCRIPTS or (name == ASKS_ONLY and request.method != "POST")


def _said(*, in_time: bool) -> str:
    """Return why a session is over."""
    if in_time:
        minutes = settings.STAFF_IDLE_MINUTES
        return _("You were signed out after %(minutes)d minutes without activity.") % {"minutes": minutes}
    hours = settings.STAFF_SESSION_HOURS
    return _("You were signed out: after %(hours)d hours everyone signs in again.") % {"hours": hours}


def sign_out(request: HttpRequest, said: str) -> HttpResponse:
    """End the session and send the person to the sign-in, from where they come back to what they did."""
    user_id = request.user.pk or 0
    logout(request)
    address = way_back(request, user_id=user_id)
    messages.info(request, said)
    return redirect(f"{reverse('account_login')}?{urlencode({'next': address})}")


@login_required
def session_left(request: HttpRequest) -> HttpResponse:
    """Tell the page that warns whose session it is and how many seconds are left. A POST is activity, a GET isn't.

    A new sign-in has a new token for forms; the page puts it into those that it has.
    """
    left, in_all = seconds_left(request.session)
    return JsonResponse(
        {"user": request.user.pk, "left": left, "can_stay": in_all > left, "token": get_token(request)}
    )
