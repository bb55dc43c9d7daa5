"""The second factor: who has one, who has shown it in this session, and where the others are sent."""

import functools
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from .ended_sessions import end_sessions

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]  # recovery codes only stand in for one of them
METHOD = "mfa"  # what django-allauth calls it in its records of a session
WANTED = "wanted_page"  # in the session: an address behind a door, until one of them opens


def was_shown(request: HttpRequest) -> bool:
    """Return True if the signed-in person has shown a second factor in this session."""
    return any(record["method"] == METHOD for record in get_authentication_records(request, request.user))


def next_step(request: HttpRequest) -> HttpResponse | None:
    """Return the way to the second factor for a signed-in person who still has to show or make one, else None.

    A password alone, a new password and a fresh confirmation of one don't open a door. Someone who has a second
    factor shows it; someone who has none makes one first.
    """
    if not settings.SECOND_FACTOR_REQUIRED or was_shown(request):
        return None
    return step_with_a_factor(request) or _set_one_up(request)


def _set_one_up(request: HttpRequest) -> HttpResponse:
    """Lead to the page where someone makes a second factor. `staff_start` leads them on from there."""
    if request.method == "GET" and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate":
        request.session[WANTED] = request.get_full_path()
    return _lead(request, reverse("mfa_index"))


def step_with_a_factor(request: HttpRequest) -> HttpResponse | None:
    """Return the way to the second factor for a signed-in person who has one and hasn't shown it, else None.

    Such a session is from before the factor was made: nothing but a password was shown in it.
    """
    if was_shown(request) or not is_mfa_enabled(request.user, FACTORS):
        return None
    return _lead(request, get_adapter().get_reauthentication_methods(request.user)[0]["url"])


def _lead(request: HttpRequest, address: str) -> HttpResponse:
    return redirect(f"{address}?{urlencode({REDIRECT_FIELD_NAME: request.get_full_path()})}")


@receiver(authenticator_added, dispatch_uid="wakemed.second_factor")
def note_that_it_was_shown(
    sender: Any, *, request: HttpRequest, user: AbstractBaseUser, authenticator: Authenticator, **more: Any
) -> None:
    """Count the making of a second factor as showing it: a code or a key was just checked. Other sessions end."""
    record_authentication(request, user, METHOD, id=authenticator.pk, type=authenticator.type, reauthenticated=True)
    end_sessions(user, but=request.session.session_key)


def added_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return the view that sets up an app so that a second press of Save leads on: the first one has done it."""

    @functools.wraps(view)
    def lead_on(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except IntegrityError:
            return redirect("mfa_index")

    return lead_on
