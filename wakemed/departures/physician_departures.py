"""A physician leaves. It lives here because `physicians` can't import `appointments`."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB, affected_by
from appointments.mail.desk_numbers import desk_tab
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.mail.outbox import notify_staff, scheduling_staff
from appointments.models import Notification
from physicians.models import Departure, Physician
from physicians.services.departures import record_departure


@transaction.atomic
def record_physician_left(*, physician: Physician, by: AbstractUser, note: str) -> Departure:
    """Take the profile down, tell the scheduling staff by mail and return the departure; raises NotPublished.

    No follow-up step is needed: the desk finds the open requests and visits by itself.
    """
    departure = record_departure(physician=physician, by=by, note=note, now=timezone.now())
    notify_staff(scheduling_staff(), PHYSICIAN_LEFT, f"departure:{departure.pk}", about=[departure])
    return departure


def _departure_of(notification: Notification) -> Departure:
    return Departure.objects.select_related("physician", "recorded_by").get(pk__in=notification.about_ids)


def _departure(notification: Notification) -> Context:
    """Return the name and two numbers: nothing about a patient leaves by mail."""
    departure = _departure_of(notification)
    return {
        "departure": departure,
        "affected": affected_by(departure.physician),
        "worklist": desk_tab(TAB),
    }


PHYSICIAN_LEFT = declare(
    MailKind(
        name="physician_left",
        label=_("A physician left"),
        subject=_("A doctor has left"),
        goes_to=Recipient.STAFF,
        context=_departure,
        still_needed=lambda notification: not _departure_of(notification).physician.live,
        folder="wakemed/mail",
    )
)
