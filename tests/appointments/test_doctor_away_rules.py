"""What the view DoctorAway says of a visit is what its rules say in Python, over random days."""

import datetime
import random
import uuid
import zoneinfo

import pytest
from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from appointments.models import (
    Appointment,
    AppointmentChange,
    AvailabilityRule,
    BusyTime,
    DoctorAway,
    ExtraSession,
    Holiday,
    TimeOff,
)
from physicians.models import Departure, Physician
from tests.factories import make_clinic

from .visits import at

TUESDAY = datetime.date(2026, 11, 24)
DAYS = [TUESDAY + datetime.timedelta(days=number) for number in range(2)]
ZONES = ("America/New_York", "America/New_York", "Pacific/Honolulu")
NUMBERS = ("", "V1", "V2")
LEFT_AT = [at("2026-11-10 09:00"), at("2026-11-12 09:00")]


def overlaps(one, other):
    return one.lower < other.upper and other.lower < one.upper


class RandomDays:
    """Two days of one physician: the rows, and next to them what Python needs to judge."""

    def __init__(self, seed, physician, clinics, request, staff):
        self.random, self.physician, self.request, self.staff = random.Random(seed), physician, request, staff
        self.places = [*clinics, None]
        self.off = [self.hours() for _ in range(self.number())]
        self.busy = [(self.hours(), self.random.choice(NUMBERS)) for _ in range(self.number())]
        self.holidays = self.some({(day, place): self.coin() for day in DAYS for place in self.places})
        self.departures = LEFT_AT[: self.number()]
        self.live = self.coin()
        # Each is (place, what it was, what it is today): at one clinic at most, as no one is at two at once.
        here = [self.random.choice(clinics), None]
        self.rules = [(place, self.rule(), self.later(self.rule)) for place in here if self.coin()]
        self.sessions = [(place, self.hours(), self.later(self.hours)) for place in here if self.coin()]
        self.visit = self.one_visit()
        self.changes = [self.change() for _ in range(self.number())]

    def coin(self):
        return self.random.random() < 0.5

    def number(self):
        return self.random.choice((0, 0, 1, 2))

    def some(self, of):
        return {key: value for key, value in of.items() if self.random.random() < 0.3}

    def later(self, what):
        """Return what it became: “kept” if nothing happened to it, None if it was deleted."""
        return self.random.choice((None, "kept", what()))

    def hours(self):
        """Return a period of one to four half hours in the middle of a day, where periods often meet."""
        start = at(f"{self.random.choice(DAYS)} 09:00") + datetime.timedelta(minutes=30 * self.random.randrange(5))
        return DateTimeTZRange(start, start + datetime.timedelta(minutes=30 * self.random.randrange(1, 5)))

    def rule(self):
        first = TUESDAY + datetime.timedelta(days=self.random.choice((-7, 0, 1)))
        return {
            "weekday": self.random.choice((1, 1, 2)),
            "starts_at": datetime.time(self.random.choice((4, 8, 10))),
            "ends_at": datetime.time(self.random.choice((11, 12, 18))),
            "effective_from": first,
            "effective_until": self.random.choice((None, first, first + datetime.timedelta(days=1))),
        }

    def one_visit(self):
        return {
            "period": self.random.choice([self.hours(), *self.off, *(period for period, _number in self.busy)]),
            "location": self.random.choice(self.places),
            "time_zone": self.random.choice(ZONES),
            "visit_number": self.random.choice(NUMBERS),
            "sequence": self.random.choice((0, 1)),
        }

    def change(self):
        """Return what staff settled, perhaps of an earlier state of the visit."""
        known = [*self.off, *(period for period, _number in self.busy), self.whole_day(self.visit)]
        return {
            "kind": self.random.choice(("booked", "stays")),
            "sequence": self.random.choice((0, 1)),
            "despite": [period for period in known if self.coin()],
            "outside_hours": self.coin(),
            "at": LEFT_AT[0] + datetime.timedelta(days=self.random.choice((-1, 1, 3))),
        }

    def whole_day(self, visit):
        zone = zoneinfo.ZoneInfo(visit["time_zone"])
        day = visit["period"].lower.astimezone(zone).date()
        ends = (datetime.datetime.combine(day + datetime.timedelta(days=n), datetime.time(), zone) for n in (0, 1))
        return DateTimeTZRange(*ends)

    def write(self):
        """Write the rows, the visit before or after the busy times, and return the visit's key."""
        its = {"physician": self.physician}
        minutes = {"visit_minutes": 30}
        for place, was, now in self.rules:
            changed(AvailabilityRule.objects.create(**its, **minutes, location=place, **was), now)
        for place, was, now in self.sessions:
            session = ExtraSession.objects.create(**its, **minutes, location=place, period=was)
            changed(session, {"period": now} if isinstance(now, DateTimeTZRange) else now)
        for (day, place), is_open in self.holidays.items():
            Holiday.objects.create(date=day, clinic=place, name="x", clinics_open=is_open)
        TimeOff.objects.bulk_create(TimeOff(**its, period=period) for period in self.off)
        busy = [BusyTime(**its, period=period, visit_number=number) for period, number in self.busy]
        earlier = self.random.randrange(len(busy) + 1)
        BusyTime.objects.bulk_create(busy[:earlier])
        visit = Appointment.objects.create(
            **its, **self.visit, request=self.request, status="booked", uid=uuid.uuid4()
        )
        BusyTime.objects.bulk_create(busy[earlier:])
        for change in self.changes:
            AppointmentChange.objects.create(
                **its, **change, appointment=visit, status="booked", period=visit.period, location=visit.location
            )
        for left in self.departures:
            Departure.objects.create(**its, recorded_at=left, recorded_by=self.staff)
        Physician.objects.filter(pk=self.physician.pk).update(live=self.live)
        return visit.pk

    def rules_say(self):
        """Return what keeps the doctor from the visit, by the words of the rules."""
        visit, period, place = self.visit, self.visit["period"], self.visit["location"]
        zone = zoneinfo.ZoneInfo(visit["time_zone"])
        starts, ends = (end.astimezone(zone) for end in (period.lower, period.upper))
        day = starts.date()
        settled = [change for change in self.changes if change["sequence"] == visit["sequence"]]

        def knew_of(absence):
            return any(absence in change["despite"] for change in settled)

        def is_the_visit(busy, number):
            return number == visit["visit_number"] if number else bool(visit["visit_number"]) and busy == period

        def has_room(rule):
            return (
                rule["weekday"] == day.weekday()
                and rule["starts_at"] <= starts.time() <= ends.time() <= rule["ends_at"]
                and rule["effective_from"] <= day <= (rule["effective_until"] or day)
            )

        def holds(session):
            return session.lower <= period.lower and period.upper <= session.upper

        off = [each for each in self.off if overlaps(each, period)]
        busy = [each for each, number in self.busy if overlaps(each, period) and not is_the_visit(each, number)]
        sessions = [today_of(was, now) for _place, was, now in self.sessions]
        has_hours, had_hours = (
            any(has_room(rule) for where, was, now in self.rules if where == place for rule in of(was, now) if rule)
            or any(holds(each) for where, was, now in self.sessions if where == place for each in of(was, now) if each)
            for of in (lambda was, now: [today_of(was, now)], versions_of)
        )
        stays = bool(self.departures) and any(
            change["kind"] == "stays" and change["at"] >= max(self.departures) for change in settled
        )
        return {
            "is_off": any(not knew_of(each) for each in off),
            "is_taken": bool(busy),
            "is_busy": any(not knew_of(each) for each in busy),
            "day": day,
            "clinics_open": self.holidays.get((day, place), self.holidays.get((day, None))),
            "minds_closed_days": not any(each and overlaps(each, period) for each in sessions)
            and not knew_of(self.whole_day(visit)),
            "has_hours": has_hours,
            "has_no_hours": had_hours and not has_hours and not any(change["outside_hours"] for change in settled),
            "has_left": bool(self.departures) and not self.live and not stays,
            "stays": stays,
        }


def today_of(was, now):
    return was if now == "kept" else now


def versions_of(was, now):
    return [was, today_of(was, now)]


def changed(row, now):
    """Change a row to what it is today, or delete it."""
    if now is None:
        row.delete()
    elif now != "kept":
        type(row).objects.filter(pk=row.pk).update(**now)


@pytest.fixture
def days_of(physician, clinic, make_request, scheduler):
    """Return a function that makes the random days of a seed."""
    clinics, request = [clinic, make_clinic("mill-heron")], make_request()
    return lambda seed: RandomDays(seed, physician, clinics, request, scheduler)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(seed=st.integers(0, 2**32))
def test_the_view_says_what_the_rules_say(days_of, seed):
    days = days_of(seed)
    with transaction.atomic():
        key = days.write()
        said = DoctorAway.objects.filter(pk=key).values().get()
        transaction.set_rollback(True)  # there is no history for it
    said.pop("appointment_id")
    assert said == days.rules_say()
