"""How large what someone sends may be. What is larger is refused by its announced size, before any of it is read."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from appointments.calendar.busy_times.busy_rows import MOST_BYTES as BUSY_FILE

from .errors import too_large

MEGABYTE = 1024 * 1024
DOCUMENT = 20 * MEGABYTE
BESIDE_THE_FILE = MEGABYTE // 4  # bytes, for the other fields of its form
# The pages that take a file, each with the most bytes of it; docs/nginx.conf has the same addresses.
UPLOADS = {
    **dict.fromkeys(
        ("wagtailimages:add", "wagtailimages:add_multiple", "wagtailimages:edit", "wagtailimages_chooser:create"),
        settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE,
    ),
    **dict.fromkeys(
        ("wagtaildocs:add", "wagtaildocs:add_multiple", "wagtaildocs:edit", "wagtaildocs_chooser:create"), DOCUMENT
    ),
    "admin:physicians_physician_busy_times": BUSY_FILE,
}


def most_bytes(view_name: str) -> int:
    """Return how many bytes a request to this view may have after its headers."""
    file = UPLOADS.get(view_name)
    return file + BESIDE_THE_FILE if file else settings.DATA_UPLOAD_MAX_MEMORY_SIZE


class UploadLimitMiddleware:
    """Answer 413 to what announces more than its address takes.

    The check for the form's token would read all of it into the temporary folder. A request without Content-Length has
    no body for Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Compare the announced size; strangers were sent away from the staff doors before this."""
        match = request.resolver_match
        most, announced = most_bytes(match.view_name if match else ""), request.META.get("CONTENT_LENGTH") or "0"
        return too_large(request, most) if announced.isdigit() and int(announced) > most else None
