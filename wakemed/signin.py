"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

import re

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.models import Page

from appointments.guards.client_address import client_address

from .staff_access import may_open_cms, own_door, wrong_door


class StaffAccountAdapter(DefaultAccountAdapter):
    """Close public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the address that sign-in limits count; allauth's own fails when X-Forwarded-For is too short."""
        return client_address(request)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the address that the mail links to: on SITE_URL, whatever host the request named."""
        user_key, _, secret = key.partition("-")
        return settings.SITE_URL + reverse("account_reset_password_from_key", args=[user_key, secret])


@login_required
def staff_start(request: HttpRequest) -> HttpResponse:
    """Send a person who has just signed in to the door that is open to them.

    `?page=12` comes from the link at the end of a public page: people who may edit that page go straight to it.
    """
    number = request.GET.get("page", "")
    page = Page.objects.filter(pk=number).first() if re.fullmatch("[0-9]{1,9}", number) else None
    if page is not None and may_open_cms(request.user) and page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    address = own_door(request)
    return redirect(address) if address else wrong_door(request)
