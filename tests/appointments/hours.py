"""Hours and taken times as the tests write them down."""

import contextlib
import datetime
import zoneinfo

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from appointments.models import Appointment, AvailabilityRule, BusyTime, ExtraSession, Offer, TimeOff

RALEIGH = zoneinfo.ZoneInfo("America/New_York")


@contextlib.contextmanager
def undone():
    """Run a block whose rows vanish at its end, before any trigger of COMMIT has seen them."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def local(text, zone=RALEIGH):
    """Return a moment from a place's own clock: “2026-12-01 9:30”."""
    return datetime.datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)


def period(start, end):
    """Return the period between two moments on Raleigh's clock; the end may be a time alone."""
    if len(end) <= 5:
        end = f"{start[:10]} {end}"
    return DateTimeTZRange(local(start), local(end))


def rule(physician, hours, *, day="2026-12-01", location=None, **fields):
    """Create a weekly rule, “9:00-12:00”, for the weekday of a day. 30-minute visits, no pause, no notice."""
    starts_at, ends_at = (datetime.time.fromisoformat(time.zfill(5)) for time in hours.split("-"))
    values = {
        "weekday": datetime.date.fromisoformat(day).weekday(),
        "effective_from": datetime.date(2026, 1, 1),
        "visit_minutes": 30,
        "notice_hours": 0,
    } | fields
    return AvailabilityRule.objects.create(
        physician=physician, location=location, starts_at=starts_at, ends_at=ends_at, **values
    )


def session(physician, start, end, *, location=None, **fields):
    """Create a one-off session."""
    return ExtraSession.objects.create(
        physician=physician, location=location, period=period(start, end), **({"notice_hours": 0} | fields)
    )


def away(physician, start, end):
    """Create time off."""
    return TimeOff.objects.create(physician=physician, period=period(start, end))


def busy(physician, start, end, **fields):
    """Create a busy time of the health record."""
    return BusyTime.objects.create(physician=physician, period=period(start, end), **fields)


def visit(request, physician, start, end, *, location=None, status="booked", **fields):
    """Create a visit past every service; only inside `undone`."""
    return Appointment.objects.create(
        request=request,
        physician=physician,
        location=location,
        period=period(start, end),
        time_zone="America/New_York",
        status=status,
        **fields,
    )


def offer(request, staff, held_until):
    """Create an offer past every service; only inside `undone`."""
    return Offer.objects.create(request=request, made_by=staff, held_until=held_until)
