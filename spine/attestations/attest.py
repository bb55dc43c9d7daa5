"""A physician has read a live page as a whole and signs for it. Its dates change in no other way."""

import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from physicians.models import Physician

from .attestation import Attestation
from .attestation_dates import is_clinical, may_attest

LOG_ACTION = "spine.record_attestation"
LONGEST_YEARS = 3  # between two attestations


class CannotAttest(Exception):
    """Why a page can't be signed, in a sentence. `field` is the field of the form that can be corrected."""

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence, self.field = sentence, field


def years_after(day: datetime.date, years: int) -> datetime.date:
    """Return the same day that many years later; February 28 in a year without February 29."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def physician_of(user: AbstractUser) -> Physician | None:
    """Return the profile this account signs with."""
    return getattr(user, "physician", None)


def check_may_attest(*, page: Page, by: AbstractUser) -> Physician:
    """Return the physician who would sign the page. Raises CannotAttest if no form could change the answer."""
    if not may_attest(by):
        raise CannotAttest(_("You don’t have permission to record reviews."))
    if not is_clinical(page):
        raise CannotAttest(_("Pages of this kind aren’t reviewed by a physician."))
    if not page.live:
        raise CannotAttest(_("This page isn’t published. Only what patients can read is reviewed."))
    physician = physician_of(by)
    if physician is None:
        raise CannotAttest(
            _(
                "Your account isn’t linked to a physician’s profile, so there is no name to sign with. Ask the person "
                "who manages accounts to link it."
            )
        )
    if not physician.live:
        raise CannotAttest(
            _("The profile of %(name)s isn’t published. A review names a physician patients can look up.")
            % {"name": physician.plain_name}
        )
    return physician


@transaction.atomic
def record_attestation(
    *,
    page: Page,
    by: AbstractUser,
    reviewed_on: datetime.date,
    next_review_due: datetime.date,
    note: str = "",
    seen: int | None = None,
) -> Attestation:
    """Write that the physician linked to `by` signs the page as it is live now; returns the attestation.

    `seen` is the key of the live revision that was read, if the caller knows it. The same attestation a second time
    (a double click, a reload) adds nothing. Raises CannotAttest.
    """
    # Publishing waits for this lock, or we wait for publishing: what is signed is what is live.
    page = Page.objects.select_for_update(no_key=True, of=("self",)).get(pk=page.pk)
    physician = check_may_attest(page=page, by=by)
    if seen is not None and seen != page.live_revision_id:
        raise CannotAttest(
            _("The page has changed since you opened this form. Nothing was recorded. Please read the page again.")
        )
    values: dict[str, Any] = {
        "page": page,
        "revision": page.live_revision,
        "reviewed_on": reviewed_on,
        "reviewed_by": physician,
        "next_review_due": next_review_due,
        "note": note.strip(),
        "recorded_by": by,
    }
    attestation = Attestation(**values)
    latest = Attestation.objects.latest_of(page.pk)
    if latest is not None and _says_the_same(latest, attestation):
        return latest
    _check_dates(attestation, latest=latest, published_at=page.last_published_at)
    attestation.save(force_insert=True)
    log(
        instance=page,
        action=LOG_ACTION,
        user=by,
        revision=page.live_revision,
        data={
            "physician": physician.display_name,
            "reviewed_on": reviewed_on.isoformat(),
            "next_review_due": next_review_due.isoformat(),
        },
    )
    return attestation


def _says_the_same(one: Attestation, other: Attestation) -> bool:
    fields = ("reviewed_by_id", "reviewed_on", "next_review_due", "note", "revision_id", "recorded_by_id")
    return all(getattr(one, field) == getattr(other, field) for field in fields)


def _check_dates(
    attestation: Attestation, *, latest: Attestation | None, published_at: datetime.datetime | None
) -> None:
    """Raise CannotAttest for dates that can't be true, or that would bring older ones back."""
    today = timezone.localdate()
    if attestation.reviewed_on > today:
        raise CannotAttest(_("The review can’t be dated in the future."), "reviewed_on")
    if published_at is not None and attestation.reviewed_on < (published_on := timezone.localdate(published_at)):
        raise CannotAttest(
            _("The live text was published on %(day)s. Only a review on that day or later can cover it.")
            % {"day": date_format(published_on, "F j, Y")},
            "reviewed_on",
        )
    if latest is not None and attestation.reviewed_on < latest.reviewed_on:
        raise CannotAttest(
            _("A later review, from %(day)s, is already recorded.")
            % {"day": date_format(latest.reviewed_on, "F j, Y")},
            "reviewed_on",
        )
    if attestation.next_review_due <= max(today, attestation.reviewed_on):
        raise CannotAttest(_("The next review must be due on a future date."), "next_review_due")
    if attestation.next_review_due > years_after(attestation.reviewed_on, LONGEST_YEARS):
        raise CannotAttest(
            _("The next review must be due within %(years)d years.") % {"years": LONGEST_YEARS}, "next_review_due"
        )
