"""One sign-in for both staff doors (django-allauth). Nobody signs up: accounts are made by a manager."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .doors import own_door, wrong_door


class StaffAccountAdapter(DefaultAccountAdapter):
    """Closes public sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: only staff have accounts."""
        return False


@login_required
def staff_start(request: HttpRequest) -> HttpResponse:
    """Send somebody who has just signed in to the door that is open to them."""
    address = own_door(request)
    return redirect(address) if address else wrong_door(request)
