"""A free time in words: when, with whom and where."""

import dataclasses
import datetime
import zoneinfo

from django.conf import settings
from django.utils.translation import gettext as _

from appointments.admin.select_options import Directory
from appointments.models.appointment import time_in_words
from appointments.services.visits.reservations import Wanted


@dataclasses.dataclass(frozen=True, kw_only=True)
class TimeInWords:
    """A time, with its local start: “Tuesday, December 1, 2026 at 9:30 a.m. EST”."""

    local: datetime.datetime
    when: str
    physician: str
    place: str


def in_words(wanted: Wanted, directory: Directory) -> TimeInWords:
    """Return a time in words; the physician and the clinic may be gone."""
    location = directory.locations.get(wanted.location_id) if wanted.location_id else None
    physician = directory.physicians.get(wanted.physician_id)
    local = wanted.start.astimezone(zoneinfo.ZoneInfo(location.time_zone if location else settings.TIME_ZONE))
    unknown = _("no longer in the directory")
    return TimeInWords(
        local=local,
        when=time_in_words(local),
        physician=physician.display_name if physician else unknown,
        place=location.name if location else _("virtual visit") if wanted.location_id is None else unknown,
    )
