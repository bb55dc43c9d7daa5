"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.guards.client_address import client_address
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import record
from wakemed.security_log.signins import LocksRecorded
from wakemed.signin.single_sign_on.hospital_adapter import signs_in_there

from .known_devices import PassesKnownDevices
from .second_factor import FACTORS
from .session_limits import SIGNED_IN

SECOND_STEP = {"allauth.mfa.stages.AuthenticateStage": "wakemed.signin.second_step_stage.SecondStepStage"}


class StaffAccountAdapter(LocksRecorded, PassesKnownDevices, DefaultAccountAdapter):
    """Close public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that sign-in limits count; allauth's own fails when X-Forwarded-For is too short."""
        return client_address(request)

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """Return the ways to confirm who one is, the best first. With a second factor it can't be a password."""
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        with_factor = [method for method in methods if method["id"] != "reauthenticate"]
        if not is_mfa_enabled(user, [Authenticator.Type.TOTP]):
            with_factor.sort(key=lambda method: method["url"] != reverse("mfa_reauthenticate_webauthn"))
        if signs_in_there(user):
            url, description = reverse("hospital_confirm"), _("Use %(name)s") % {"name": settings.OIDC_NAME}
            return [*with_factor, {"id": "hospital", "url": url, "description": description}]
        return with_factor or methods

    def get_login_stages(self) -> list[str]:
        """Return the steps of a sign-in, with a second one that knows about the hospital's provider."""
        return [SECOND_STEP.get(stage, stage) for stage in super().get_login_stages()]

    def pre_login(self, request: HttpRequest, user: AbstractBaseUser, **more: Any) -> HttpResponse | None:
        """Send people back who have a hospital account and came in another way: it alone knows whether they left."""
        if signs_in_there(user) and "sociallogin" not in (more.get("signal_kwargs") or {}):
            record(Happened.SIGN_IN_FAILED, request=request, account=user)
            messages.error(request, _("Please sign in with %(name)s.") % {"name": settings.OIDC_NAME})
            return redirect("account_login")
        answer: HttpResponse | None = super().pre_login(request, user, **more)
        return answer

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Return False for someone who signed in or confirmed it within ACCOUNT_REAUTHENTICATION_TIMEOUT.

        Someone who has a second factor confirms with it before changing any: it may not be them who signed in.
        """
        request = context.request
        if app == "allauth.mfa" and is_mfa_enabled(request.user, FACTORS):
            return True  # unless they have confirmed it within that time, which allauth asks itself
        proofs = [record["at"] for record in get_authentication_records(request, request.user)]
        latest = max([*proofs, request.session.get(SIGNED_IN, 0)])
        return latest < time.time() - app_settings.REAUTHENTICATION_TIMEOUT
