"""Keep what people type out of the logs."""

import logging
import time
import traceback
from types import TracebackType


class QuietFormatter(logging.Formatter):
    """Print where an exception came from and its type, never its text: databases and parsers repeat values there.

    Times are UTC, like those of the security log.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def formatException(self, ei: tuple[type[BaseException], BaseException, TracebackType | None]) -> str:  # type: ignore[override]  # noqa: N802
        """Return the frames and the type of the exception."""
        kind, _error, frames = ei
        return "".join(traceback.format_tb(frames)) + kind.__qualname__


class RouteOnlyFilter(logging.Filter):
    """Replace the path in Django's request log lines by the route's name.

    Paths hold link tokens and queries say what people suffer from; `django.request` and
    `django.security` log both.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; nothing is dropped."""
        request = getattr(record, "request", None)
        if request is not None:
            match = getattr(request, "resolver_match", None)
            route = match.view_name if match else "unmatched"
            status = getattr(record, "status_code", "-")
            record.msg, record.args = "%s route=%s status=%s", (request.method, route, status)
        elif record.name.startswith("django.security"):
            record.msg, record.args = "refused: %s", (record.name.removeprefix("django.security."),)
            record.exc_info = None
        return True
