"""A physician leaves. Here, because profiles and patients' requests do not know each other."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.departed_physicians import TAB, affected_by
from appointments.mail import staff_mail
from appointments.mail.desk_numbers import desk_tab
from appointments.mail.digest import READERS
from appointments.models import Notification
from physicians.models import Departure, Physician
from physicians.services.departures import record_departure

from .models import User

CAUSE = "departure"


@transaction.atomic
def let_go(*, physician: Physician, by: AbstractUser, note: str) -> Departure:
    """Take the profile down, tell the scheduling staff by mail and return the departure; raises NotPublished.

    What is left to do needs no step of its own: the desk reads it from the requests and visits as they are.
    """
    departure = record_departure(physician=physician, by=by, note=note, now=timezone.now())
    readers = User.objects.filter(groups__name=READERS, is_active=True).exclude(email="").order_by("pk")
    Notification.objects.bulk_create(
        Notification(staff=reader, kind=Notification.Kind.DEPARTURE, cause=f"{CAUSE}:{departure.pk}:{reader.pk}")
        for reader in readers
    )
    return departure


def _departure_of(notification: Notification) -> Departure:
    _cause, departure, _reader = notification.cause.split(":")
    return Departure.objects.select_related("physician", "recorded_by").get(pk=departure)


def _content(notification: Notification) -> dict[str, Any]:
    """Return the name and two numbers: nothing about a patient leaves by mail."""
    departure = _departure_of(notification)
    return {
        "departure": departure,
        "affected": affected_by(departure.physician),
        "worklist": desk_tab(TAB),
    }


staff_mail.register(
    Notification.Kind.DEPARTURE,
    staff_mail.StaffMail(
        subject=_("A doctor leaves"),
        template="appointments/mail/departure",
        content=_content,
        still_needed=lambda notification: not _departure_of(notification).physician.live,
    ),
)
