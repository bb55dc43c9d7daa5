"""Mail about times that are held for a patient: they are offered, and they expire soon."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.doctor_away import with_doctor
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import Appointment, Notification, Offer
from appointments.models.appointment import time_in_words

from .mailed_request import request_of


def _offer_of(notification: Notification) -> Offer:
    if notification.offer is None:
        raise ValueError("this mail is not about an offer")
    return notification.offer


def _times_left(offer: Offer) -> QuerySet[Appointment]:
    return with_doctor(offer.appointments.to_choose_from(timezone.now()))


def _times(notification: Notification) -> Context:
    """Return the times that are still held and until when, and the visit that is booked so far."""
    offer = _offer_of(notification)
    return {
        "times": _times_left(offer).select_related("physician", "location").order_by("period", "id"),
        "held_until": time_in_words(timezone.localtime(offer.held_until)),
        "active": request_of(notification).appointments.active().first(),
    }


def _can_be_accepted(notification: Notification) -> bool:
    return _times_left(_offer_of(notification)).exists()


OFFERED = declare(
    MailKind(
        name="offered",
        label=_("Times offered"),
        subject=_("Please choose a time for your appointment (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_times,
        still_needed=_can_be_accepted,
    )
)
LAPSING = declare(
    MailKind(
        name="lapsing",
        label=_("Offer about to lapse"),
        subject=_("Your held appointment times expire soon (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_times,
        still_needed=_can_be_accepted,
    )
)
