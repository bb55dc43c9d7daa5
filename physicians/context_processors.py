"""The hospital, for every page."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .hospital import read_hospital


def organization(request: HttpRequest) -> dict[str, object]:
    """Return the hospital's row, read when a template first uses it."""
    return {"organization": SimpleLazyObject(read_hospital)}
