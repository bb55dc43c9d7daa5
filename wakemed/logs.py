"""Keeps what people type out of the logs."""

import logging


class RouteOnlyFilter(logging.Filter):
    """Replaces the path in Django's request log lines by the route's name.

    Paths hold link tokens and queries hold what people are ill with; `django.request` and
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
        return True
