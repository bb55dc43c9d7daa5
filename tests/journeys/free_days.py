"""A day on which a physician of a served site has several free times at a clinic.

Run by `python -m tests.journeys.free_days TIMES` with the variables of the site; prints one line of JSON.
"""

import collections
import datetime
import json
import os
import subprocess
import sys


def free_day(site, times):
    """Return the key and the name of a physician who takes new patients, and a day with so many free times or more."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.free_days", str(times)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.development"} | site.variables,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout.splitlines()[-1])


def main(times):
    """Print them."""
    import django

    django.setup()

    from django.utils import timezone

    from appointments.calendar.free_times import free_times
    from physicians.models import Physician

    first = timezone.localdate() + datetime.timedelta(days=7)
    last = first + datetime.timedelta(days=14)
    found = free_times(Physician.objects.live().accepting(), first=first, last=last, virtual=False)
    counts = collections.Counter((time.physician_id, time.local_start.date()) for time in found)
    physician, day = next(place for place, number in counts.items() if number >= times)
    name = Physician.objects.get(pk=physician).plain_name
    sys.stdout.write(json.dumps({"physician": physician, "name": name, "day": day.isoformat()}) + "\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
