"""Mail to the owners of pages whose review comes due. Here, because pages and the outbox do not know each other."""

import dataclasses
import datetime
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from appointments.mail import staff_mail
from appointments.models import Notification
from spine.models import ReviewReminder
from spine.review_dates import pages_with_review

from .models import User

AHEAD = datetime.timedelta(days=30)
REVIEWERS = "Clinical reviewers"  # the group's name; they are told where a page has no owner who could be


@dataclasses.dataclass(frozen=True)
class DuePage:
    """One line of the mail: `link` is where this person can do something about it."""

    title: str
    due: datetime.date
    is_overdue: bool
    link: str


def pages_due() -> QuerySet[Page]:
    """Return the pages whose next review is due within AHEAD, or overdue."""
    return pages_with_review().filter(next_review_due__lte=timezone.localdate() + AHEAD)


def pages_not_told() -> list[Page]:
    """Return those of which nobody has been told for this due date."""
    told = ReviewReminder.objects.filter(page=OuterRef("pk"), due=OuterRef("next_review_due"))
    return list(pages_due().filter(~Exists(told)).select_related("owner"))


def queue_review_reminders() -> None:
    """Queue one mail to each owner of pages that come due; each due date of a page is told once.

    The reminders and the mail are one transaction. Of two runners that look at the same moment the second is refused
    by the database, as a whole, and finds nothing to do a minute later.
    """
    pages = pages_not_told()
    if not pages:
        return
    try:
        _queue(pages)
    except IntegrityError as error:
        if "one_reminder_a_review" not in str(error):
            raise


@transaction.atomic
def _queue(pages: list[Page]) -> None:
    reviewers = list(User.objects.filter(groups__name=REVIEWERS, is_active=True).exclude(email=""))
    now = timezone.now()
    reminders = defaultdict(list)
    for page in pages:
        for reader in [page.owner] if _can_be_told(page.owner) else reviewers:
            reminders[reader].append(ReviewReminder(page=page, due=page.next_review_due, owner=reader, queued_at=now))
    for reader, rows in reminders.items():
        first, *_others = ReviewReminder.objects.bulk_create(rows)
        # The mail and its reminders have the same moment: that is how the mail knows them.
        Notification.objects.create(
            staff=reader, kind=Notification.Kind.REVIEW_DUE, cause=f"review_due:{first.pk}", created_at=now
        )


def _can_be_told(owner: User | None) -> bool:
    """Tell whether the owner still works on pages."""
    return owner is not None and bool(owner.email) and owner.has_perm("wagtailadmin.access_admin")


def _still_due(notification: Notification) -> list[Page]:
    """Return the pages that this mail is about and that nobody has reviewed meanwhile."""
    reminders = ReviewReminder.objects.filter(
        owner=notification.staff_id,
        queued_at=notification.created_at,
        page=OuterRef("pk"),
        due=OuterRef("next_review_due"),
    )
    return list(pages_due().filter(Exists(reminders)).order_by("next_review_due", "title"))


def _content(notification: Notification) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "pages": [
            DuePage(
                title=page.title,
                due=page.next_review_due,
                is_overdue=page.next_review_due < today,
                link=_address("wagtailadmin_pages:edit", page.pk),
            )
            for page in _still_due(notification)
        ],
        "report": _address("spine_review_report"),
    }


def _address(name: str, *args: int) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


staff_mail.register(
    Notification.Kind.REVIEW_DUE,
    staff_mail.StaffMail(
        subject=_("Pages of yours are due for a review"),
        template="spine/mail/review_due",
        content=_content,
        still_needed=lambda notification: bool(_still_due(notification)),
    ),
)
