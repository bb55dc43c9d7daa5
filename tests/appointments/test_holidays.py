"""The hospital's own list of holidays, and business time."""

import datetime

import pytest

from appointments.calendar.clinic_days import (
    ClinicCalendar,
    answer_by,
    business_days_between,
    business_time,
    days_to_ask_for,
    earliest_day,
    is_clinic_day,
)
from appointments.models import Holiday
from tests.factories import make_clinic

from .hours import local

MONDAY = datetime.date(2026, 11, 16)
STAFF_DAY, THANKSGIVING = datetime.date(2026, 11, 18), datetime.date(2026, 11, 26)


@pytest.fixture
def holidays(db):
    """A Wednesday on which clinics are closed, and a Thanksgiving on which they are open."""
    Holiday.objects.create(date=STAFF_DAY, name="Staff day")
    Holiday.objects.create(date=THANKSGIVING, name="Open on Thanksgiving", clinics_open=True)


def test_the_hospitals_list_changes_the_days_that_patients_may_ask_for(holidays):
    assert not is_clinic_day(STAFF_DAY)
    assert is_clinic_day(THANKSGIVING)
    assert earliest_day(STAFF_DAY - datetime.timedelta(days=5)) == datetime.date(2026, 11, 19)
    days = days_to_ask_for(datetime.date(2026, 11, 10))
    assert STAFF_DAY not in days
    assert THANKSGIVING in days
    Holiday.objects.create(date=datetime.date(2026, 11, 21), name="Saturday clinic", clinics_open=True)
    assert not is_clinic_day(datetime.date(2026, 11, 21))  # a weekend stays one


def test_a_holiday_of_one_clinic_changes_no_business_day(holidays):
    clinic = make_clinic()
    Holiday.objects.create(date=MONDAY, name="Move", clinic=clinic)
    Holiday.objects.create(date=STAFF_DAY, name="Open all the same", clinic=clinic, clinics_open=True)
    calendar = ClinicCalendar.load()
    assert (calendar.is_clinic_day(MONDAY), calendar.is_clinic_day(STAFF_DAY)) == (True, False)
    assert (calendar.is_clinic_day(MONDAY, clinic.pk), calendar.is_clinic_day(STAFF_DAY, clinic.pk)) == (False, True)
    assert calendar.is_clinic_day(THANKSGIVING, clinic.pk)  # what is said of all clinics
    assert answer_by(local("2026-11-16 9:00")) == datetime.date(2026, 11, 19)


def test_the_promise_and_the_count_of_days_skip_a_closed_day(holidays):
    assert answer_by(local("2026-11-16 9:00")) == datetime.date(2026, 11, 19)
    assert business_days_between(MONDAY, datetime.date(2026, 11, 27)) == 8
    assert business_days_between(MONDAY, MONDAY) == 0


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-16 9:00", "2026-11-16 11:30", 2.5),
        ("2026-11-16 6:00", "2026-11-16 20:00", 9),
        ("2026-11-17 16:00", "2026-11-19 9:00", 2),  # a closed Wednesday between
        ("2026-11-20 16:00", "2026-11-23 9:00", 2),  # a weekend
        ("2026-11-25 16:00", "2026-11-27 9:00", 11),  # an open Thanksgiving
        ("2026-11-16 18:00", "2026-11-17 7:00", 0),
        ("2026-11-17 9:00", "2026-11-16 9:00", 0),
        ("2027-03-12 16:00", "2027-03-15 9:00", 2),  # the clocks go forward in the night to Sunday
    ],
)
def test_business_time_is_what_lies_within_business_hours(holidays, start, end, hours):
    assert business_time(local(start), local(end)) == datetime.timedelta(hours=hours)


def test_what_may_be_minutes_old_asks_once_and_a_calendar_serves_any_number(holidays, django_assert_num_queries):
    with django_assert_num_queries(1):
        days_to_ask_for(MONDAY)
        answer_by(local("2026-11-16 9:00"))
    with django_assert_num_queries(1):
        calendar = ClinicCalendar.load()
        for hour in range(20):
            calendar.business_time(local("2026-11-16 1:00"), local(f"2026-11-16 {hour}:00"))
            calendar.answer_by(local("2026-11-16 1:00"))
