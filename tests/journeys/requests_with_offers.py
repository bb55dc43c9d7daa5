"""Requests that staff have offered times for, made on a served site through its services."""

import datetime
from urllib.parse import urlsplit

from . import on_site

TIMES = 3  # for each


def offered(site, count):
    """Return, for each of `count` new requests, the address of its own page and its reference."""
    return on_site.call(site, __name__, count)


def main(count):
    """Make them, on the site."""
    from django.contrib.auth import get_user_model

    scheduler = get_user_model().objects.get(email="scheduler@example.com")
    return [offer_times_to_new_request(scheduler) for _ in range(int(count))]


def offer_times_to_new_request(scheduler):
    """Return the path of the own page and the reference."""
    from appointments.guards.links import link_for_mail
    from appointments.services.visits.offers import offer_times

    request = new_request()
    offer_times(request_id=request.pk, seen_version=request.version, times=first_times(TIMES), actor=scheduler)
    return urlsplit(link_for_mail(request)).path, request.spoken_reference


def first_times(count, days_ahead=3):
    """Return the first free times at a clinic of the physician who has one the soonest."""
    from django.utils import timezone

    from appointments.calendar.free_times import first_free
    from appointments.services.visits.reservations import Wanted
    from physicians.models import Physician

    first = timezone.localdate() + datetime.timedelta(days=days_ahead)
    last = first + datetime.timedelta(days=60)
    physicians = Physician.objects.live().accepting()
    free = first_free(physicians, limit=1, first=first, last=last, virtual=False)[0]
    same_doctor = Physician.objects.filter(pk=free.physician_id)
    free = first_free(same_doctor, limit=count, first=first, last=last, virtual=False)
    return [Wanted(physician_id=time.physician_id, location_id=time.location_id, start=time.start) for time in free]


def new_request(**changes):
    """Return the request of an invented patient, born on the day that `asking.ANSWERS` says."""
    from appointments.models import HalfDay
    from tests.factories import make_answers, send_request

    ordinary = {"times": [(datetime.date(2030, 1, 7), HalfDay.MORNING)], "email": ""}
    request = send_request(make_answers(**(ordinary | changes)))
    request.refresh_from_db()
    return request
