"""Mail to the owners of pages whose attestation comes due. Here because `spine` can't import `appointments`."""

import dataclasses
import datetime
from collections import defaultdict

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.mail.outbox import notify_staff
from appointments.models import Notification
from spine.attestations.attestation_dates import pages_with_attestation
from spine.models import AttestationReminder

from .models import User

AHEAD = datetime.timedelta(days=30)
REVIEWERS = "Clinical reviewers"  # the group's name; they are told if a page has no owner who can be


@dataclasses.dataclass(frozen=True)
class DuePage:
    """One line of the mail: `link` is where this person can do something about it."""

    title: str
    due: datetime.date
    is_overdue: bool
    link: str


def pages_due() -> QuerySet[Page]:
    """Return the pages whose next attestation is due within AHEAD, or overdue."""
    return pages_with_attestation().filter(next_review_due__lte=timezone.localdate() + AHEAD)


def pages_not_told() -> list[Page]:
    """Return the pages whose due date hasn't been mailed yet."""
    told = AttestationReminder.objects.filter(page=OuterRef("pk"), due=OuterRef("next_review_due"))
    return list(pages_due().filter(~Exists(told)).select_related("owner"))


def queue_attestation_reminders() -> None:
    """Queue one mail to each owner of pages that come due, once for each due date of a page.

    The reminders and the mail are one transaction. If two runners look at the same moment, the database rejects the
    second one's transaction, and a minute later it finds nothing to do.
    """
    pages = pages_not_told()
    if not pages:
        return
    try:
        _queue(pages)
    except IntegrityError as error:
        if "one_reminder_an_attestation" not in str(error):
            raise


@transaction.atomic
def _queue(pages: list[Page]) -> None:
    reviewers = list(User.objects.filter(groups__name=REVIEWERS, is_active=True).exclude(email=""))
    reminders = defaultdict(list)
    for page in pages:
        for reader in [page.owner] if _can_be_told(page.owner) else reviewers:
            reminders[reader].append(AttestationReminder(page=page, due=page.next_review_due, owner=reader))
    for reader, rows in reminders.items():
        written = AttestationReminder.objects.bulk_create(rows)
        notify_staff([reader], ATTESTATION_DUE, f"attestation_due:{written[0].pk}", about=written)


def _can_be_told(owner: User | None) -> bool:
    """Return True if the owner still works on pages."""
    return owner is not None and bool(owner.email) and owner.has_perm("wagtailadmin.access_admin")


def _still_due(notification: Notification) -> list[Page]:
    """Return the pages that this mail is about and that no one has attested since it was queued."""
    reminders = AttestationReminder.objects.filter(
        pk__in=notification.about_ids, page=OuterRef("pk"), due=OuterRef("next_review_due")
    )
    return list(pages_due().filter(Exists(reminders)).order_by("next_review_due", "title"))


def _pages(notification: Notification) -> Context:
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
        "report": _address("spine_attestation_report"),
    }


def _address(name: str, *args: int) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


ATTESTATION_DUE = declare(
    MailKind(
        name="attestation_due",
        label=_("Attestations due"),
        subject=_("Your pages are due for a review"),
        goes_to=Recipient.STAFF,
        context=_pages,
        still_needed=lambda notification: bool(_still_due(notification)),
        folder="wakemed/mail",
    )
)
