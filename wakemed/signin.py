"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode


class StaffAccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False


@login_required
def staff_start(request: HttpRequest) -> HttpResponse:
    """Send somebody who has just signed in to the door they may open; raises PermissionDenied for none."""
    user = request.user
    if user.is_staff:
        return redirect("admin:index")
    if user.has_perm("wagtailadmin.access_admin"):
        return redirect("wagtailadmin_home")
    raise PermissionDenied


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Stand in for Wagtail's own login views, which would accept a password alone."""
    address = settings.WAGTAILADMIN_LOGIN_URL
    if next_address := request.GET.get("next"):
        address += "?" + urlencode({"next": next_address})
    return redirect(address)
