"""Mail about times that are held for a patient: they are offered, they expire soon, they are gone."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from appointments.calendar.doctor_away import lacks_doctor, with_absence, with_doctor
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import Appointment, Notification, Offer, RequestWording
from appointments.models.appointment import time_in_words
from appointments.workflow import Status

from .mailed_request import request_of


def _offer_of(notification: Notification) -> Offer:
    if notification.offer is None:
        raise ValueError("this mail is not about an offer")
    return notification.offer


def _times_left(offer: Offer) -> QuerySet[Appointment]:
    return with_doctor(offer.appointments.to_choose_from(timezone.now()))


def _visit_so_far(notification: Notification) -> Context:
    """Return the visit that is booked, if any, and whether its doctor won't be there."""
    active = with_absence(request_of(notification).appointments.active()).select_related("physician").first()
    return {"active": active, "active_lacks_doctor": active is not None and lacks_doctor(active)}


def _times(notification: Notification) -> Context:
    """Return the times that are still held and until when, and the visit that is booked so far."""
    offer = _offer_of(notification)
    return {
        "times": _times_left(offer).select_related("physician", "location").order_by("period", "id"),
        "held_until": time_in_words(timezone.localtime(offer.held_until)),
        **_visit_so_far(notification),
    }


def _can_be_accepted(notification: Notification) -> bool:
    return _times_left(_offer_of(notification)).exists()


def _offer_ended_words(notification: Notification) -> Context:
    return {
        "times": _offer_of(notification).appointments.all(),
        "lines": RequestWording.current().lines_of("offer_ended_text"),
        **_visit_so_far(notification),
    }


def _is_still_expected(notification: Notification) -> bool:
    """Return True if the patient was told of the offered times, and of nothing else since."""
    offer, request = _offer_of(notification), request_of(notification)
    was_told = offer.notifications.told().filter(kind=OFFERED.name)
    booked_since = request.notifications.filter(kind__in=("booked", "moved"), created_at__gte=offer.ended_at)
    is_settled = request.status in (Status.CLOSED, Status.WAITLISTED, Status.OFFERED) or booked_since.exists()
    return not is_settled and was_told.exists()


OFFERED = declare(
    MailKind(
        name="offered",
        label=_("Times offered"),
        subject=ngettext_lazy(
            "Please confirm a time for your appointment (%(reference)s)",
            "Please choose a time for your appointment (%(reference)s)",
            "times",
        ),
        goes_to=Recipient.PATIENT,
        context=_times,
        still_needed=_can_be_accepted,
        call=_("Offer the times that are held for the patient."),
    )
)
LAPSING = declare(
    MailKind(
        name="lapsing",
        label=_("Offer about to lapse"),
        subject=ngettext_lazy(
            "Your held appointment time expires soon (%(reference)s)",
            "Your held appointment times expire soon (%(reference)s)",
            "times",
        ),
        goes_to=Recipient.PATIENT,
        context=_times,
        still_needed=_can_be_accepted,
    )
)
OFFER_ENDED = declare(
    MailKind(
        name="offer_ended",
        label=_("Offered times no longer held"),
        subject=ngettext_lazy(
            "We're no longer holding your appointment time (%(reference)s)",
            "We're no longer holding your appointment times (%(reference)s)",
            "times",
        ),
        goes_to=Recipient.PATIENT,
        context=_offer_ended_words,
        still_needed=_is_still_expected,
        call=_("Say that the offered times are no longer held."),
    )
)
