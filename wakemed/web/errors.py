"""Error pages in the site's look, each with the way on."""

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from appointments.guards.outage import is_outage

from .database_away import database_away


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_large(request: HttpRequest, most_bytes: int) -> HttpResponse:
    """Answer 413 to a request whose body has more bytes than its address takes."""
    return render(request, "413.html", {"limit": filesizeformat(most_bytes)}, status=413)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a form without its token, and say what to do about it."""
    request.came_without_token = True  # type: ignore[attr-defined]
    return render(request, "403_csrf.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer 500, or 503 while the database is away, without asking it. Django calls this inside its `except`."""
    if is_outage(sys.exc_info()[1]):
        return database_away(request)
    context = {"hospital_name": settings.HOSPITAL_NAME, "outage_phone": settings.OUTAGE_PHONE}
    try:
        return HttpResponseServerError(render_to_string("500.html", context))
    except Exception:
        return HttpResponseServerError(
            _("Something went wrong. Please call %(phone)s. In an emergency call 911.")
            % {"phone": settings.OUTAGE_PHONE},
            content_type="text/plain; charset=utf-8",
        )
