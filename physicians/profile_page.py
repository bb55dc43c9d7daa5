"""What a profile shows, to patients and in an editor's preview."""

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
REQUEST = "/appointments/request/"  # of the appointments app, which this app doesn't import


@dataclass(frozen=True)
class FreeTimes:
    """Times in the future, in the clinic's zone, and when they were computed."""

    starts: Sequence[datetime.datetime]
    as_of: datetime.datetime


@dataclass(frozen=True)
class Profile:
    """A physician, with those linked things that are published."""

    # Models. They can't be imported here, because their previews import this module.
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
        """Return the address of a request for a visit with this physician."""
        return self._request(doctor=self.physician.slug)

    @property
    def virtual_request_url(self) -> str:
        """Return the address of a request for a virtual visit with this physician."""
        return self._request(doctor=self.physician.slug, visit="virtual")

    @property
    def any_doctor_url(self) -> str:
        """Return the address of a request for the first available physician."""
        return self._request()

    def _request(self, **wish: str) -> str:
        if self.looked_for:
            wish["condition"] = self.looked_for.slug
        return f"{REQUEST}?{urlencode(wish)}" if wish else REQUEST


def read_profile(physician: Any, looked_for: Any = None) -> Profile:
    """Return what to show; the physician comes from `PhysicianQuerySet.with_profile`, or is a draft."""
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
    """Return the next free times in a time zone; None if there are none, or none can be requested."""
    try:
        recorded = physician.next_free
    except ObjectDoesNotExist:
        return None
    now, here = timezone.now(), zoneinfo.ZoneInfo(zone)
    starts = [start.astimezone(here) for start in recorded.starts if start > now][:MOST_FREE_TIMES]
    if not starts or not physician.accepting_new_patients:
        return None
    return FreeTimes(starts, recorded.recorded_at.astimezone(here))
