"""What the CMS says when the same thing is saved twice at the same moment: by autosave and “Publish”, for example."""

from collections.abc import Callable

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.translation import gettext as _
from psycopg2.errors import UniqueViolation


class SavedTwiceMiddleware:
    """Says that the other one was saved. The form had looked for that, but the other one was a moment ahead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 409; 400 to autosave, which shows the sentence in the editor and stops."""
        if not is_taken(error) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.accepts("text/html"):
            return render(request, "wakemed/cms/saved_twice.html", {"listed_at": listed_at(request)}, status=409)
        sentence = _(
            "This was just saved by “Publish”, or by someone else under the same name. Open it from the list."
        )
        answer = {"success": False, "error_code": "invalid_revision", "error_message": sentence}
        return JsonResponse(answer, status=400)


def is_taken(error: Exception) -> bool:
    """Return True if a row has a value that another row already has."""
    return isinstance(error, IntegrityError) and isinstance(error.__cause__, UniqueViolation)


def listed_at(request: HttpRequest) -> str:
    """Return the address of the list that has what was saved; the CMS's first page if there is no list."""
    try:
        return reverse(f"{resolve(request.path).namespace}:list")
    except NoReverseMatch:
        return reverse("wagtailadmin_home")
