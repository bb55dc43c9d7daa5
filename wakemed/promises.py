"""The numbers that pages promise, as this hospital has set them."""

from django.conf import settings
from django.http import HttpRequest


def promised(request: HttpRequest) -> dict[str, dict[str, int]]:
    """Give templates `promised`: business days to an answer, minutes that a draft is kept, hours to change a visit."""
    return {
        "promised": {
            "business_days": settings.APPOINTMENTS_ANSWER_BUSINESS_DAYS,
            "draft_minutes": settings.APPOINTMENTS_DRAFT_MINUTES,
            "change_hours": settings.APPOINTMENTS_CHANGE_HOURS,
        }
    }
