"""The notices, for every template."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from .notice import Notice
from .notice_board import NoticeBoard


def notices(request: HttpRequest) -> dict[str, object]:
    """Return the notices that show here and now, read when a template first asks for them."""
    return {"notices": SimpleLazyObject(lambda: NoticeBoard.at(request.path, Notice.objects.shown_at(timezone.now())))}
