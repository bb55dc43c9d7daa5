"""What the CMS answers when the database refuses to publish."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.admin import messages

from .approval_refusals import sentence_for


class FourEyesMiddleware:
    """Turns the database's refusal into a sentence, wherever it comes from. Nothing that was typed is lost."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 403 with the sentence. A dialog of the editor reloads its page, which then shows it."""
        sentence = sentence_for(error)
        if sentence is None:
            return None
        back = request.headers.get("Referer") or reverse("wagtailadmin_home")
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            messages.error(request, sentence)
            return JsonResponse({"step": "success", "redirect": back})
        return render(request, "spine/four_eyes/refused.html", {"sentence": sentence, "back": back}, status=403)
