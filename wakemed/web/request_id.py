"""An id for each request: in the answer's header, in the log's lines, and in what is recorded for auditors.

It's always made here. One that a caller sends would let them choose what auditors search by.
"""

import logging
import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from appointments.guards.current_request import ID, answering, current_request, id_of

HEADER = "X-Request-ID"


class RequestIdMiddleware:
    """Give each request its id, and keep the request at hand for what is recorded during it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on and send its id back."""
        request.META[ID] = uuid.uuid4().hex
        with answering(request):
            response = self.get_response(request)
        response[HEADER] = id_of(request)
        return response


class RequestIdFilter(logging.Filter):
    """Add the id of the request to each line; `-` outside of one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Set `request_id` on the record; nothing is dropped."""
        record.request_id = id_of(getattr(record, "request", None) or current_request()) or "-"
        return True
