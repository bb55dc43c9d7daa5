"""Someone who leaves the hospital, or a group there, loses access at their next request."""

import dataclasses
import time
from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from wakemed.models import User
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record
from wakemed.signin.ended_sessions import end_sessions
from wakemed.signin.session_limits import WATCHED, sign_out

from .end_session import WAYS_OUT
from .group_mapping import give_groups, groups_of
from .hospital_adapter import refusal
from .provider import Away, Gone, refreshed, who_has
from .session_tokens import HELD, Held, held_by

HOLDS_WITHOUT_ANSWER = 5 * 60  # seconds that work goes on while the provider can't be asked
ASK_AGAIN = 10  # seconds, so that not every request waits for a provider that is away
EXACT = 30  # seconds by which the noted answer may be behind, so that not every request writes the session
AWAY = "oidc.away"


class Left(Exception):
    """The person is in no group any more that is mapped."""


class LeaversMiddleware:
    """Ask the provider about everyone who came in through it, before they see or change anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, or refuse."""
        watched = request.path.startswith(WATCHED) and request.path not in WAYS_OUT
        if watched and request.user.is_authenticated and HELD in request.session:
            try:
                _ask(request)
            except Gone:
                record(Happened.HOSPITAL_REFUSED, account=request.user)
                request.hospital_session_ended = True  # type: ignore[attr-defined]
            except Left:
                record(Happened.HOSPITAL_REFUSED, account=request.user)
                end_sessions(request.user)
                logout(request)
                messages.error(request, _("Your hospital account no longer gives you access to this site."))
                return redirect("account_login")
            except Away:
                reason = _("The hospital's sign-in can't be reached. Please try again in a few minutes.")
                return refusal(request, reason, status=503)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Sign out here, behind the check for forged posts: what was typed is kept for the next sign-in."""
        if getattr(request, "hospital_session_ended", False):
            return sign_out(request, _("Your session at the hospital's sign-in has ended. Please sign in again."))
        return None


def _ask(request: HttpRequest) -> None:
    """Do nothing if the person may go on; raises Gone, Left or Away."""
    if not settings.OIDC_NAME:
        raise Gone  # there is no single sign-on any more
    held = held_by(request.session)
    if held is None or time.time() - held.answered < settings.OIDC_CHECK_SECONDS:
        return
    process = caches["process"]
    try:
        if process.get(AWAY):
            raise Away
        answer = _answer(request, held)
    except Away:
        process.add(AWAY, True, ASK_AGAIN)
        if time.time() - held.answered >= HOLDS_WITHOUT_ANSWER:
            raise
        return
    if answer.tokens != held.tokens or answer.answered - held.answered >= EXACT:
        answer.keep(request.session)


def _answer(request: HttpRequest, held: Held) -> Held:
    """Give the person the groups that they have now, and return what to hold; raises Gone, Left or Away."""
    claims = who_has(request, held.tokens)
    if claims is None or settings.OIDC_GROUPS_CLAIM not in claims:
        refresh = _refresh(request, held)
        if refresh is None:
            return held
        claims_of_token, held = refresh
        claims = {**claims_of_token, **(claims or who_has(request, held.tokens) or {})}
    if claims.get("sub") != held.sub:
        raise Gone
    groups = groups_of(claims)
    give_groups(cast("User", request.user), groups)
    if not groups:
        raise Left
    return dataclasses.replace(held, answered=int(time.time()))


def _refresh(request: HttpRequest, held: Held) -> tuple[dict[str, Any], Held] | None:
    """Return the claims of a new ID token and what is held now; None if another request has just done it.

    A refresh token may work only once, and a page asks for several things at a time.
    """
    with transaction.atomic():
        stored = Session.objects.select_for_update().filter(pk=request.session.session_key).first()
        latest = held_by(stored.get_decoded()) if stored else None
        if latest is None:
            raise Gone
        if latest.tokens != held.tokens:
            latest.keep(request.session)
            return None
        claims, tokens = refreshed(request, held.tokens)
        held = dataclasses.replace(held, tokens=tokens, answered=int(time.time()))
        held.keep(request.session)
        request.session.save()
        return claims, held
