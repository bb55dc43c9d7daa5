"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from appointments.client_address import client_address

from .doors import own_door, wrong_door


class StaffAccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that sign-in limits count; allauth's own fails when X-Forwarded-For is too short."""
        return client_address(request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the address that the mail leads to: on SITE_URL, whatever host the request named."""
        user_key, _, secret = key.partition("-")
        return settings.SITE_URL + reverse("account_reset_password_from_key", args=[user_key, secret])


@login_required
def staff_start(request: HttpRequest) -> HttpResponse:
    """Send somebody who has just signed in to the door that is open to them."""
    address = own_door(request)
    return redirect(address) if address else wrong_door(request)
