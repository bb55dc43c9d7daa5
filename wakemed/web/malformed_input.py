"""What the CMS answers to what none of its forms sends: 400, or 404 if what was chosen is gone.

Wagtail's views trust their own forms. Over anything else they fail in more ways than anyone can list, so the rule asks
who failed. If something was sent, and only code of Django, Wagtail and other packages was at work, what was sent is
the cause. Code of ours that fails is our mistake and stays a 500, except for the few classes in MALFORMED.

The rule can't see a mistake of ours that only shows in a package: a declaration that Wagtail reads, or a value that an
override passes on. So each of these answers is in the log as an error, with its place.
"""

import itertools
import logging
import traceback
from collections.abc import Callable
from types import FrameType

from django.core.exceptions import (
    BadRequest,
    ImproperlyConfigured,
    ObjectDoesNotExist,
    PermissionDenied,
    SuspiciousOperation,
    ValidationError,
)
from django.db import DataError, Error, IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError

OURS = frozenset({"wakemed", "spine", "physicians", "appointments"})
# A field is missing; a value isn't what its column takes; an address to go back to isn't an address.
MALFORMED = (MultiValueDictKeyError, ValueError, OverflowError, DataError, ValidationError, NoReverseMatch)
ANSWERED_BY_DJANGO = (Http404, PermissionDenied, BadRequest, SuspiciousOperation, MultiPartParserError)
# The database is away or lacks a column, the disk is full, a file or a setting is missing: no request causes that.
OF_THE_SITE = (
    Error,
    OSError,
    MemoryError,
    ImportError,
    ImproperlyConfigured,
    TemplateDoesNotExist,
    TemplateSyntaxError,
)
REFUSED_BY_THE_DATABASE = (DataError, IntegrityError)

logger = logging.getLogger(__name__)


class MalformedInputMiddleware:
    """Answers for a view of the CMS that fails over what was sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the answer of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 400 or 404, if something was sent at all."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if not is_anything_sent(request) or not is_about_what_was_sent(error):
            return None
        logger.error("what was sent to the CMS can't be read", exc_info=error)
        is_gone = isinstance(error, ObjectDoesNotExist)
        return render(request, "wakemed/cms/not_read.html", {"is_gone": is_gone}, status=404 if is_gone else 400)


def is_anything_sent(request: HttpRequest) -> bool:
    """Return True if a body or a query came along, or a text in the address; its numbers are those of rows."""
    match = request.resolver_match
    arguments = [*match.args, *match.captured_kwargs.values()] if match else []  # type: ignore[attr-defined]
    has_text = any(isinstance(value, str) and not value.isdecimal() for value in arguments)
    return request.method not in ("GET", "HEAD") or bool(request.GET) or has_text


def is_about_what_was_sent(error: Exception) -> bool:
    """Return True if the cause is what was sent, and not this site."""
    if isinstance(error, MALFORMED):
        return True
    if isinstance(error, ANSWERED_BY_DJANGO):
        return False
    if isinstance(error, OF_THE_SITE) and not isinstance(error, REFUSED_BY_THE_DATABASE):
        return False
    return not is_from_our_code(error)


def is_from_our_code(error: Exception) -> bool:
    """Return True if code of ours was at work, and did more than pass a call on to its base class."""
    frames = [frame for frame, _line in traceback.walk_tb(error.__traceback__)]
    return any(
        _is_ours(frame) and not (called and _is_super_call(frame, called))
        for frame, called in itertools.zip_longest(frames, frames[1:])
    )


def _is_ours(frame: FrameType) -> bool:
    return frame.f_globals.get("__name__", "").partition(".")[0] in OURS


def _is_super_call(frame: FrameType, called: FrameType) -> bool:
    """Return True if a method has called the one that it overrides."""
    itself = frame.f_locals.get("self")
    return (
        itself is not None and called.f_locals.get("self") is itself and called.f_code.co_name == frame.f_code.co_name
    )
