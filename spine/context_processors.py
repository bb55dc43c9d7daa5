"""What every page shows of the notices."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from .models import Notice


def notices(request: HttpRequest) -> dict[str, object]:
    """Return the notices that are shown now, read when a template first asks for them."""
    return {"notices": SimpleLazyObject(lambda: list(Notice.objects.shown_at(timezone.now())))}
