"""Which days can be asked for, and by when we answer."""

import datetime

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from appointments.clinic_days import answer_by, days_to_ask_for, earliest_day, is_clinic_day, latest_day

DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2030, 12, 31))


@given(DAYS)
def test_every_day_offered_is_a_clinic_day_inside_the_window(today):
    days = days_to_ask_for(today)
    assert days == sorted(set(days))
    assert all(is_clinic_day(day) for day in days)
    assert days[0] == earliest_day(today) >= today + datetime.timedelta(days=5)
    assert days[-1] <= latest_day(today) == today + datetime.timedelta(days=120)


@given(DAYS)
def test_no_clinic_day_inside_the_window_is_left_out(today):
    offered = set(days_to_ask_for(today))
    for ahead in range(5, 121):
        day = today + datetime.timedelta(days=ahead)
        assert (day in offered) == is_clinic_day(day)


@pytest.mark.parametrize(
    ("today", "earliest"),
    [
        ("2026-11-23", "2026-11-30"),  # Monday + 5 is a Saturday: the Monday after
        ("2026-11-20", "2026-11-25"),
        ("2026-11-21", "2026-11-27"),  # Saturday + 5 is Thanksgiving
        ("2026-12-20", "2026-12-28"),  # Christmas
    ],
)
def test_the_earliest_day_rolls_over_weekends_and_holidays(today, earliest):
    assert earliest_day(datetime.date.fromisoformat(today)) == datetime.date.fromisoformat(earliest)


@pytest.mark.parametrize(
    ("received", "day"),
    [
        ("2026-11-16T09:00-05:00", "2026-11-18"),
        ("2026-11-20T16:00-05:00", "2026-11-24"),  # Friday: Monday, Tuesday
        ("2026-11-21T10:00-05:00", "2026-11-24"),  # Saturday counts from Monday
        ("2026-11-25T12:00-05:00", "2026-11-30"),  # before Thanksgiving
        ("2026-11-17T23:30-05:00", "2026-11-19"),  # late in the evening is already the next day in UTC
        ("2027-03-14T02:30-05:00", "2027-03-16"),  # the night in which the clocks go forward
        ("2027-11-07T01:30-04:00", "2027-11-09"),  # the night in which they go back
    ],
)
def test_we_answer_by_the_second_business_day_after_the_local_day(received, day):
    assert answer_by(datetime.datetime.fromisoformat(received)) == datetime.date.fromisoformat(day)


@time_machine.travel("2026-11-18T03:30:00+00:00", tick=False)
def test_the_window_counts_from_the_hospitals_day_and_not_from_utc():
    assert timezone.localdate() == datetime.date(2026, 11, 17)
    assert days_to_ask_for()[0] == datetime.date(2026, 11, 23)
