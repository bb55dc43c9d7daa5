"""What every page shows of the notices."""

from django.http import HttpRequest


def notices(request: HttpRequest) -> dict[str, object]:
    """Return the notices that are shown now."""
    return {"notices": []}
