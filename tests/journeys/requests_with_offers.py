"""Requests that staff have offered times for, made on a served site through its services: no pages are clicked.

Run by `python -m tests.journeys.requests_with_offers COUNT` with the variables of the site; prints one line of JSON.
"""

import datetime
import json
import os
import subprocess
import sys

COUNT = 3  # times for each


def offered(site, count):
    """Return, for each of `count` new requests, the address of its own page and its reference."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.requests_with_offers", str(count)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.development"} | site.variables,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=60,
    )
    return json.loads(done.stdout.splitlines()[-1])


def main(count):
    """Print them."""
    import django

    django.setup()

    from django.contrib.auth import get_user_model

    scheduler = get_user_model().objects.get(email="scheduler@example.com")
    sys.stdout.write(json.dumps([offer_times_to_new_request(scheduler) for _ in range(count)]) + "\n")


def offer_times_to_new_request(scheduler):
    """Return the path of the own page and the reference."""
    from urllib.parse import urlsplit

    from django.utils import timezone

    from appointments.calendar.free_times import first_free
    from appointments.guards.links import link_for_mail
    from appointments.services.visits.offers import offer_times
    from appointments.services.visits.reservations import Wanted
    from physicians.models import Physician

    request = new_request()
    first = timezone.localdate() + datetime.timedelta(days=3)
    last = first + datetime.timedelta(days=60)
    physicians = Physician.objects.live().accepting()
    free = first_free(physicians, limit=1, first=first, last=last, virtual=False)[0]
    same_doctor = Physician.objects.filter(pk=free.physician_id)
    free = first_free(same_doctor, limit=COUNT, first=first, last=last, virtual=False)
    times = [Wanted(physician_id=time.physician_id, location_id=time.location_id, start=time.start) for time in free]
    offer_times(request_id=request.pk, seen_version=request.version, times=times, actor=scheduler)
    return urlsplit(link_for_mail(request)).path, request.spoken_reference


def new_request():
    """Return the request of an invented patient, born on the day that `asking.ANSWERS` says."""
    from appointments.models import HalfDay
    from tests.factories import make_answers, send_request

    request = send_request(make_answers(times=[(datetime.date(2030, 1, 7), HalfDay.MORNING)], email=""))
    request.refresh_from_db()
    return request


if __name__ == "__main__":
    main(int(sys.argv[1]))
