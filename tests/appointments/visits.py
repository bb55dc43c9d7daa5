"""Times and steps that the tests of offers and visits share."""

import datetime
import zoneinfo

from appointments.services.visits.bookings import book_visit
from appointments.services.visits.offers import offer_times
from appointments.services.visits.reservations import Wanted

RALEIGH = zoneinfo.ZoneInfo("America/New_York")
TUESDAY = "2026-11-24 09:00"  # eight days after the tests' NOW, the first visit of the morning


def at(text):
    """Return a moment on the clock of Raleigh: “2026-11-24 09:00”."""
    return datetime.datetime.fromisoformat(text).replace(tzinfo=RALEIGH)


def wanted(physician, clinic, text=TUESDAY, minutes=None):
    """Return a time at the clinic; by video without one."""
    return Wanted(
        physician_id=physician.pk, location_id=clinic.pk if clinic else None, start=at(text), minutes=minutes
    )


def offer(request, actor, *times, **more):
    """Offer these times on a fresh page of the desk."""
    request.refresh_from_db()
    return offer_times(request_id=request.pk, seen_version=request.version, times=times, actor=actor, **more)


def book(request, actor, time, **more):
    """Book this time on a fresh page of the desk."""
    request.refresh_from_db()
    return book_visit(request_id=request.pk, seen_version=request.version, wanted=time, actor=actor, **more)


def either_kind(request):
    """Let the patient be seen by video and at a clinic alike."""
    request.visit_type, request.patient_state = "either", "NC"
    request.save(update_fields=["visit_type", "patient_state"])


def seen(request):
    """Return what a fresh page of the desk sends along."""
    request.refresh_from_db()
    return {"request_id": request.pk, "seen_version": request.version}
