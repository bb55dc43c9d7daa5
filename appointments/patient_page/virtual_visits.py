"""Where a patient joins a virtual visit, and from when to when the page says so.

docs/decisions/0007-video-provider.md says how to put a video service in the place of links that staff set.
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
from appointments.workflow import STANDING

OPENS_BEFORE = datetime.timedelta(minutes=30)  # before the visit begins
CLOSES_AFTER = datetime.timedelta(minutes=60)  # after it ends: visits run late
SECURE = "https://"

logger = logging.getLogger(__name__)


class VideoProvider(Protocol):
    """What knows the link to a virtual visit. Asked only while the link is shown, at every view of the page."""

    def join_link(self, appointment: Appointment) -> str | None:
        """Return the patient's address of the visit (https), or None where there is none."""


class StaffSetLinks:
    """The link that staff have set on the visit, else that of the physician's room."""

    def join_link(self, appointment: Appointment) -> str | None:
        """Return it; one query at most, none where the room was fetched along with the visit."""
        if appointment.join_link:
            return appointment.join_link
        try:
            return appointment.physician.virtual_room.address
        except ObjectDoesNotExist:
            return None


@dataclasses.dataclass(frozen=True, kw_only=True)
class Joining:
    """What the page says about joining. Open without a link: we call the patient."""

    opens_at: datetime.datetime  # on the clock that the patient was told
    is_open: bool
    is_over: bool
    link: str | None

    @property
    def opens_at_words(self) -> str:
        """Return day and time: “Tuesday, December 1, 9:00 a.m. EST”."""
        return f"{date_format(self.opens_at, 'l, F j, g:i a')} {self.opens_at.tzname()}"


def provider() -> VideoProvider:
    """Return the provider that the settings name."""
    chosen: VideoProvider = import_string(settings.APPOINTMENTS_VIDEO_PROVIDER)()
    return chosen


def joining(appointment: Appointment) -> Joining | None:
    """Return how to join; None for a visit at a clinic or one that does not stand."""
    if not appointment.is_virtual or appointment.status not in STANDING:
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
    """Return the provider's link. Whatever is wrong with it, the page with our phone number is shown all the same."""
    try:
        link = provider().join_link(appointment)
    except Exception as error:
        logger.error("the video provider gave no link: %s", type(error).__name__)  # its words may hold the link
        return None
    return link if link and link.startswith(SECURE) else None
