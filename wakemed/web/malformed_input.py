"""What the CMS answers to what none of its forms sends: 400. Wagtail's views trust their own forms and would fail."""

import logging
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError

from .errors import bad_request

# A field is missing; a value isn't what its column takes; an address to go back to isn't an address.
MALFORMED = (MultiValueDictKeyError, ValueError, OverflowError, DataError, ValidationError, NoReverseMatch)

logger = logging.getLogger(__name__)


class MalformedInputMiddleware:
    """Answers 400 where a view of the CMS fails over what was sent.

    A mistake of ours that looks the same isn't hidden: it's in the log as an error, with its place.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 400, if something was sent at all."""
        sent = request.method != "GET" or request.GET
        if not sent or not isinstance(error, MALFORMED) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        logger.error("what was sent to the CMS can't be read", exc_info=error)
        return bad_request(request, error)
