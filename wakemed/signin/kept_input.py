"""What someone had typed when they had to prove who they are: kept meanwhile, then sent by their own hand."""

import re

from allauth.account.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

KEPT = "kept_input"  # in the session
KEPT_FOR = 60 * 60  # seconds
TOKEN = "csrfmiddlewaretoken"  # noqa: S105  the name of a field


def way_back(request: HttpRequest, *, user_id: int) -> str:
    """Return where this person goes on once they have proven who they are; what a form holds is kept meanwhile."""
    if request.method != "POST":
        return request.get_full_path()
    return reverse("kept_input" if _keep_input(request, user_id=user_id) else "staff_start")


def proof_address(request: HttpRequest, *, next_url: str) -> str | None:
    """Return where the person confirms who they are before they go on; None for someone who has no way to."""
    methods = get_adapter().get_reauthentication_methods(request.user)
    return f"{methods[0]['url']}?{urlencode({'next': next_url})}" if methods else None


def _keep_input(request: HttpRequest, *, user_id: int) -> bool:
    """Keep the fields of a form in the session, for this person alone; return False if there's nothing to keep.

    No password is kept. Files can't be, and what a script sends isn't a form that someone could send again.
    """
    fields = [[name, value] for name, values in request.POST.lists() for value in values if name != TOKEN]
    names = " ".join(name for name, _value in fields)
    if not fields or request.headers.get("Sec-Fetch-Mode", "navigate") != "navigate":
        return False
    if request.path.startswith("/accounts/") or re.search("password|credential|secret", names):
        return False
    request.session[KEPT] = {"user": user_id, "address": request.get_full_path(), "fields": fields}
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT_FOR)
    return True


@login_required
def kept_input(request: HttpRequest) -> HttpResponse:
    """Show the way to send what was kept. Whatever someone else typed is forgotten."""
    kept = request.session.get(KEPT)
    if kept is None or kept["user"] != request.user.pk:
        request.session.pop(KEPT, None)
        return redirect("staff_start")
    if get_adapter().is_reauthentication_required(app=""):
        return redirect(proof_address(request, next_url=request.path) or "staff_start")
    return render(request, "account/kept_input.html", {"kept": kept})


def forget_once_sent(request: HttpRequest) -> None:
    """Drop what was kept when it is sent again."""
    kept = request.session.get(KEPT)
    if kept is not None and request.method == "POST" and kept["address"] == request.get_full_path():
        del request.session[KEPT]
