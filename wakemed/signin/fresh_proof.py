"""Fresh proof of who someone is, before rights are given, another's password is set or patients' data is exported."""

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch

from .kept_input import proof_address, way_back

# Every page that shows or changes accounts, groups and passwords, by what its name begins with.
ACCOUNTS = (
    *("admin:wakemed_user_", "admin:auth_user_", "admin:auth_group_", "admin:account_emailaddress_"),
    *("wagtailusers_users:", "wagtailusers_groups:"),
)
SESSIONS = "usersessions_list"
COPY = "admin:patient_copy"
EXPORT = ("admin:appointments_appointmentrequest_changelist", "export_chosen")  # the page and its action


def needs_proof(request: HttpRequest, match: ResolverMatch) -> bool:
    """Return True if this request needs a sign-in or a confirmation within ACCOUNT_REAUTHENTICATION_TIMEOUT."""
    if match.view_name.startswith(ACCOUNTS) or match.kwargs.get("model_name") in ("user", "group"):
        return True
    if match.view_name == SESSIONS:
        return True
    if match.view_name == COPY and request.GET.get("reference"):
        return True
    page, action = EXPORT
    return match.view_name == page and request.method == "POST" and request.POST.get("action") == action


class FreshProofMiddleware:
    """Ask for proof first, and come back to what someone wanted to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Send the person to the confirmation if it's needed; what they typed is kept meanwhile."""
        match = request.resolver_match
        if match is None or not needs_proof(request, match) or not request.user.is_authenticated:
            return None
        if not get_adapter().is_reauthentication_required(app=""):
            return None
        address = proof_address(request, next_url=way_back(request, user_id=request.user.pk))
        return redirect(address) if address else None
