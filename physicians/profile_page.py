"""What a profile shows, the same to patients and in an editor's preview."""

import datetime
import zoneinfo
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

MOST_FREE_TIMES = 3
REQUEST = "/appointments/request/"  # of the appointments app, which this one does not know


@dataclass(frozen=True)
class FreeTimes:
    """Times that are still to come, in the zone of the clinic, and when they were found."""

    starts: Sequence[datetime.datetime]
    as_of: datetime.datetime


@dataclass(frozen=True)
class Profile:
    """A physician with what is published of what the profile names."""

    # Models, by their names; they show this as their preview, so they cannot be imported here.
    physician: Any
    specialties: Sequence[Any]
    conditions: Sequence[Any]
    procedures: Sequence[Any]
    languages: Sequence[Any]
    locations: Sequence[Any]
    free: FreeTimes | None
    looked_for: Any = None  # the Condition that the patient came with

    @property
    def request_url(self) -> str:
        """Return where a visit with this physician is requested."""
        return self._request(doctor=self.physician.slug)

    @property
    def virtual_request_url(self) -> str:
        """Return the same for a virtual visit."""
        return self._request(doctor=self.physician.slug, visit="virtual")

    @property
    def any_doctor_url(self) -> str:
        """Return where a visit with whoever is free first is requested."""
        return self._request()

    def _request(self, **wish: str) -> str:
        if self.looked_for:
            wish["condition"] = self.looked_for.slug
        return f"{REQUEST}?{urlencode(wish)}" if wish else REQUEST


def read_profile(physician: Any, looked_for: Any = None) -> Profile:
    """Return what to show of a physician; `PhysicianQuerySet.with_profile` has fetched it, or it is a draft."""
    locations = [place for place in physician.locations.all() if place.live]
    return Profile(
        physician=physician,
        specialties=[specialty for specialty in physician.specialties.all() if specialty.live],
        conditions=[condition for condition in physician.conditions.all() if condition.live],
        procedures=[procedure for procedure in physician.procedures.all() if procedure.live],
        languages=list(physician.languages.all()),
        locations=locations,
        free=free_times(physician, locations[0].time_zone if locations else settings.TIME_ZONE),
        looked_for=looked_for,
    )


def free_times(physician: Any, zone: str) -> FreeTimes | None:
    """Return the next times of a physician who can be requested; None where there are none to tell of."""
    try:
        recorded = physician.next_free
    except ObjectDoesNotExist:
        return None
    now, here = timezone.now(), zoneinfo.ZoneInfo(zone)
    starts = [start.astimezone(here) for start in recorded.starts if start > now][:MOST_FREE_TIMES]
    if not starts or not physician.accepting_new_patients:
        return None
    return FreeTimes(starts, recorded.recorded_at.astimezone(here))
