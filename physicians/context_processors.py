"""The hospital, for every page."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .models import Organization


def organization(request: HttpRequest) -> dict[str, object]:
    """Return the hospital's row, read when a template first uses it."""
    return {"organization": SimpleLazyObject(Organization.objects.first)}
