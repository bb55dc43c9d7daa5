"""Which pages a physician signs, and which are waiting for it. Reads only."""

import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, IntegerChoices, OuterRef, QuerySet, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models

from .attestation import Attestation

SOON = datetime.timedelta(days=60)


class AttestationState(IntegerChoices):
    """Whether a page needs a new attestation. The most pressing state has the lowest number."""

    OVERDUE = 1, _("Overdue")
    NEVER = 2, _("Never reviewed")
    SOON = 3, _("Due within 60 days")
    UP_TO_DATE = 4, _("Up to date")


def may_attest(user: AbstractUser | AnonymousUser) -> bool:
    """Return True if this person may sign any page."""
    return user.has_perm("spine.add_attestation")


def is_clinical(page: Page) -> bool:
    """Return True if a physician signs pages of this kind. `page` needn't be the specific one."""
    return bool(getattr(page.specific_class, "is_clinical", False))


def clinical_pages() -> QuerySet[Page]:
    """Return the pages that a physician signs, live or not."""
    models = [model for model in get_page_models() if getattr(model, "is_clinical", False)]
    return Page.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())


def pages_with_attestation() -> QuerySet[Page]:
    """Return the live pages that a physician signs, each with its last attestation.

    Annotations: `attestation` (its key), `reviewed_on` and `next_review_due` are None for a page without one;
    `attestation_state` is always set.
    """
    latest = Attestation.objects.filter(page=OuterRef("pk")).order_by("-id")
    today = timezone.localdate()
    state = Case(
        When(next_review_due=None, then=Value(AttestationState.NEVER)),
        When(next_review_due__lt=today, then=Value(AttestationState.OVERDUE)),
        When(next_review_due__lte=today + SOON, then=Value(AttestationState.SOON)),
        default=Value(AttestationState.UP_TO_DATE),
    )
    annotations: dict[str, Any] = {
        "attestation": Subquery(latest.values("pk")[:1]),
        "reviewed_on": Subquery(latest.values("reviewed_on")[:1]),
        "next_review_due": Subquery(latest.values("next_review_due")[:1]),
    }
    return clinical_pages().live().annotate(**annotations).annotate(attestation_state=state)  # type: ignore[attr-defined]


def pages_to_attest() -> QuerySet[Page]:
    """Return the pages that are overdue, due soon or were never reviewed, the most pressing first."""
    return (
        pages_with_attestation()
        .exclude(attestation_state=AttestationState.UP_TO_DATE)
        .order_by("attestation_state", "next_review_due", "title")
    )
