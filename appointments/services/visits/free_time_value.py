"""How a form sends a free time: “12-3-20261201T1430” is physician 12 at clinic 3; without a clinic it's virtual.

The desk and the patient's page both send it. Whether the time is still free is for the services to say.
"""

import datetime
import re

from appointments.calendar.free_times import FreeTime

from .reservations import Wanted

VALUE = re.compile(r"(?P<physician>[0-9]{1,18})-(?P<location>[0-9]{0,18})-(?P<start>[0-9]{8}T[0-9]{4})")
START = "%Y%m%dT%H%M"  # in UTC
YEARS = range(2000, 2101)  # near the ends of the calendar no clock can be moved to another zone


def value_of(time: FreeTime | Wanted) -> str:
    """Return what a form sends for a time."""
    return f"{time.physician_id}-{time.location_id or ''}-{time.start.astimezone(datetime.UTC):{START}}"


def wanted_from(value: str) -> Wanted | None:
    """Return the time that a form has sent, or None for anything else."""
    found = VALUE.fullmatch(value)
    if found is None:
        return None
    try:
        start = datetime.datetime.strptime(found["start"], START).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    if start.year not in YEARS:
        return None
    location_id = int(found["location"]) if found["location"] else None
    return Wanted(physician_id=int(found["physician"]), location_id=location_id, start=start)
