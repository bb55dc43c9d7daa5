"""Which pages a physician signs, and which of them wait for it. Reads only."""

import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, IntegerChoices, OuterRef, QuerySet, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models

from .attestation import ContentReview

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

SOON = datetime.timedelta(days=60)


class ReviewState(IntegerChoices):
    """How a page stands; the most pressing has the lowest number."""

    OVERDUE = 1, _("Overdue")
    NEVER = 2, _("Never reviewed")
    SOON = 3, _("Due within 60 days")
    UP_TO_DATE = 4, _("Up to date")


def may_review(user: "AbstractBaseUser | AnonymousUser") -> bool:
    """Tell whether this person may record reviews at all."""
    return user.has_perm("spine.add_contentreview")  # type: ignore[union-attr]


def is_clinical(page: Page) -> bool:
    """Tell whether a physician signs pages of this kind; `page` need not be the specific one."""
    return bool(getattr(page.specific_class, "is_clinical", False))


def clinical_pages() -> QuerySet[Page]:
    """Return the pages that a physician signs, live or not."""
    models = [model for model in get_page_models() if getattr(model, "is_clinical", False)]
    return Page.objects.filter(content_type__in=ContentType.objects.get_for_models(*models).values())


def pages_with_review() -> QuerySet[Page]:
    """Return the live pages that a physician signs, with `review`, `reviewed_on`, `next_review_due`, `review_state`.

    `review` is the key of the last review; all but the state are None where there is none.
    """
    latest = ContentReview.objects.filter(page=OuterRef("pk")).order_by("-id")
    today = timezone.localdate()
    state = Case(
        When(next_review_due=None, then=Value(ReviewState.NEVER)),
        When(next_review_due__lt=today, then=Value(ReviewState.OVERDUE)),
        When(next_review_due__lte=today + SOON, then=Value(ReviewState.SOON)),
        default=Value(ReviewState.UP_TO_DATE),
    )
    annotations: dict[str, Any] = {
        "review": Subquery(latest.values("pk")[:1]),
        "reviewed_on": Subquery(latest.values("reviewed_on")[:1]),
        "next_review_due": Subquery(latest.values("next_review_due")[:1]),
    }
    return clinical_pages().live().annotate(**annotations).annotate(review_state=state)  # type: ignore[attr-defined]


def pages_that_wait() -> QuerySet[Page]:
    """Return those that are overdue, due soon or were never reviewed, the most pressing first."""
    return (
        pages_with_review()
        .exclude(review_state=ReviewState.UP_TO_DATE)
        .order_by("review_state", "next_review_due", "title")
    )
