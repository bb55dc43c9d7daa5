"""How a patient joins a virtual visit, and when the page shows the link.

docs/decisions/0007-video-provider.md says how to use a video service instead of links that staff set.
"""

import dataclasses
import datetime
import logging
import zoneinfo
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.module_loading import import_string

from appointments.models import Appointment
from appointments.workflow import ACTIVE

OPENS_BEFORE = datetime.timedelta(minutes=30)  # before the visit begins
CLOSES_AFTER = datetime.timedelta(minutes=60)  # after it ends: visits run late
SECURE = "https://"

logger = logging.getLogger(__name__)


class VideoProvider(Protocol):
    """A source of links to virtual visits. It's asked on every view of the page while the link is shown."""

    def join_link(self, appointment: Appointment) -> str | None:
        """Return the patient's https link for the visit, or None if there isn't one."""


class StaffSetLinks:
    """The link that staff set on the visit, or else the link to the physician's room."""

    def join_link(self, appointment: Appointment) -> str | None:
        """Return the link, with one query unless the room was fetched with the visit."""
        if appointment.join_link:
            return appointment.join_link
        try:
            return appointment.physician.virtual_room.address
        except ObjectDoesNotExist:
            return None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Joining:
    """What the page says about joining. If it's open and there is no link, we call the patient."""

    opens_at: datetime.datetime  # in the time zone that the patient was told
    is_open: bool
    is_over: bool
    link: str | None

    @property
    def opens_at_words(self) -> str:
        """Return the day and time in words: “Tuesday, December 1, 9:00 a.m. EST”."""
        return f"{date_format(self.opens_at, 'l, F j, g:i a')} {self.opens_at.tzname()}"


def provider() -> VideoProvider:
    """Return the provider named in APPOINTMENTS_VIDEO_PROVIDER."""
    chosen: VideoProvider = import_string(settings.APPOINTMENTS_VIDEO_PROVIDER)()
    return chosen


def joining(appointment: Appointment) -> Joining | None:
    """Return how to join; None for a visit at a clinic or one that isn't booked."""
    if not appointment.is_virtual or appointment.status not in ACTIVE:
        return None
    now = timezone.now()
    opens_at, closes_at = appointment.start - OPENS_BEFORE, appointment.end + CLOSES_AFTER
    is_open = opens_at <= now < closes_at
    return Joining(
        opens_at=opens_at.astimezone(zoneinfo.ZoneInfo(appointment.time_zone)),
        is_open=is_open,
        is_over=now >= closes_at,
        link=_secure_link(appointment) if is_open else None,
    )


def _secure_link(appointment: Appointment) -> str | None:
    """Return the provider's link, or None if anything goes wrong: the page then shows our phone number."""
    try:
        link = provider().join_link(appointment)
    except Exception as error:
        logger.error("the video provider gave no link: %s", type(error).__name__)  # the message may contain the link
        return None
    return link if link and link.startswith(SECURE) else None
