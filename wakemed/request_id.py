"""An id for each request: in the answer's header, in the log's lines, and in what is recorded for auditors.

It's always made here. One that a caller sends would let them choose what auditors search by.
"""

import logging
import uuid
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"
_current: ContextVar[HttpRequest | None] = ContextVar("current_request", default=None)


class RequestIdMiddleware:
    """Give each request its id, and keep the request at hand for what is recorded during it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on and send its id back."""
        request.META["wakemed.request_id"] = uuid.uuid4().hex
        before = _current.set(request)
        try:
            response = self.get_response(request)
        finally:
            _current.reset(before)
        response[HEADER] = id_of(request)
        return response


def id_of(request: HttpRequest | None) -> str:
    """Return the request's id; "" outside of one."""
    return str(request.META.get("wakemed.request_id", "")) if request is not None else ""


def current_request() -> HttpRequest | None:
    """Return the request that is being answered, or None in a command."""
    return _current.get()


class RequestIdFilter(logging.Filter):
    """Add the id of the request to each line; `-` outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Set `request_id` on the record; nothing is dropped."""
        record.request_id = id_of(getattr(record, "request", None) or _current.get()) or "-"
        return True
