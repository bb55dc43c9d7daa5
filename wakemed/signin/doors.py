"""The two staff doors: who may pass, and what the others are told."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from .second_factor import WANTED, next_step, step_with_a_factor

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from wakemed.models import User


def may_open_desk(user: "User | AnonymousUser") -> bool:
    """Return True if this member of staff may work at the desk."""
    return user.is_staff


def may_open_cms(user: "User | AnonymousUser") -> bool:
    """Return True if this member of staff may use the CMS."""
    return user.has_perm("wagtailadmin.access_admin")


# address of the door: its first page, and who may pass
DOORS: dict[str, tuple[str, Callable[["User | AnonymousUser"], bool]]] = {
    "/admin/": ("admin:index", may_open_desk),
    "/cms/": ("wagtailadmin_home", may_open_cms),
}


def own_door(request: HttpRequest) -> str | None:
    """Return the address of the first door that is open to the signed-in person, or None."""
    return next((reverse(first_page) for first_page, may_open in DOORS.values() if may_open(request.user)), None)


def wrong_door(request: HttpRequest) -> HttpResponse:
    """Answer 403, with the way to the person's own door, or out."""
    return render(request, "account/wrong_door.html", {"own_door": own_door(request)}, status=403)


# A person's own account. With a second factor it opens nothing here either until that is shown.
OWN_ACCOUNT = ("/accounts/second-step/", "/accounts/sessions/", "/accounts/password/change/", "/accounts/go-on/")


class StaffDoorsMiddleware:
    """Guard every address behind a door.

    Strangers go to the one sign-in, and where a second factor is required nobody passes without one. A signed-in
    person who doesn't belong there is told so: Django's and Wagtail's own answer, the sign-in, would send them
    straight back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on, send to the sign-in, or refuse."""
        for prefix, (_first_page, may_open) in DOORS.items():
            if request.path.startswith(prefix):
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path(), resolve_url(settings.LOGIN_URL))
                if step := next_step(request):
                    return step
                if not may_open(request.user):
                    return wrong_door(request)
                if WANTED in request.session:
                    del request.session[WANTED]
        is_own = request.path.startswith(OWN_ACCOUNT) and request.user.is_authenticated
        if is_own and (step := step_with_a_factor(request)):
            return step
        response = self.get_response(request)
        if request.path.startswith("/accounts/"):
            add_never_cache_headers(response)  # codes and keys are shown there
        return response
