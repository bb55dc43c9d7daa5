"""A day on which a physician of a served site has several free times at a clinic."""

import collections
import datetime

from . import on_site


def free_day(site, times):
    """Return the key and the name of a physician who takes new patients, and a day with so many free times or more."""
    return on_site.call(site, __name__, times)


def main(times):
    """Find it, on the site."""
    from django.utils import timezone

    from appointments.calendar.free_times import free_times
    from physicians.models import Physician

    first = timezone.localdate() + datetime.timedelta(days=7)
    last = first + datetime.timedelta(days=14)
    found = free_times(Physician.objects.live().accepting(), first=first, last=last, virtual=False)
    counts = collections.Counter((time.physician_id, time.local_start.date()) for time in found)
    physician, day = next(place for place, number in counts.items() if number >= int(times))
    name = Physician.objects.get(pk=physician).plain_name
    return {"physician": physician, "name": name, "day": day.isoformat()}
