"""Answers in the CMS, where the database has refused to publish."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin import messages

from .approval_refusals import sentence_for


class FourEyesMiddleware:
    """Turns a refusal of the database into a sentence, whichever road led to it. Nothing typed is lost by it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 403 with the sentence; a dialog of the editor reloads its page, which then shows it."""
        sentence = sentence_for(error)
        if sentence is None:
            return None
        back = request.headers.get("Referer") or reverse("wagtailadmin_home")
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            messages.error(request, sentence)
            return JsonResponse({"step": "success", "redirect": back})
        return render(request, "spine/four_eyes/refused.html", {"sentence": sentence, "back": back}, status=403)
