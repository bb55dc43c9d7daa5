"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.http import HttpRequest

from appointments.guards.client_address import client_address
from wakemed.security_log.signins import LocksRecorded

from .session_limits import SIGNED_IN


class StaffAccountAdapter(LocksRecorded, DefaultAccountAdapter):
    """Close public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that sign-in limits count; allauth's own fails when X-Forwarded-For is too short."""
        return client_address(request)

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Return False for someone who signed in or confirmed it within ACCOUNT_REAUTHENTICATION_TIMEOUT."""
        request = context.request
        proofs = [record["at"] for record in get_authentication_records(request, request.user)]
        latest = max([*proofs, request.session.get(SIGNED_IN, 0)])
        return latest < time.time() - app_settings.REAUTHENTICATION_TIMEOUT
