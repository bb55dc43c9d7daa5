"""What every page shows: the notices, and on paper the site's address."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from .models import Notice
from .notice_board import NoticeBoard


def notices(request: HttpRequest) -> dict[str, object]:
    """Return the notices that are shown here and now, read when a template first asks for them."""
    return {"notices": SimpleLazyObject(lambda: NoticeBoard.at(request.path, Notice.objects.shown_at(timezone.now())))}


def site_address(request: HttpRequest) -> dict[str, object]:
    """Return the address of the site, whatever host the request named. Links on paper begin with it."""
    return {"site_address": settings.SITE_URL}
