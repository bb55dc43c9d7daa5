"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse

from appointments.guards.client_address import client_address
from wakemed.security_log.signins import LocksRecorded

from .second_factor import FACTORS
from .session_limits import SIGNED_IN


class StaffAccountAdapter(LocksRecorded, DefaultAccountAdapter):
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
        return with_factor or methods

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
