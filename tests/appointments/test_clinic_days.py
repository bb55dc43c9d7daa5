"""Which days can be asked for, and by when we answer."""

import datetime
import zoneinfo

import pytest
import time_machine
from django.utils import timezone
from hypothesis import example, given
from hypothesis import strategies as st

from appointments.calendar.clinic_days import (
    ClinicCalendar,
    answer_by,
    days_to_ask_for,
    earliest_day,
    is_clinic_day,
    latest_day,
)

DAYS = st.dates(datetime.date(2024, 1, 1), datetime.date(2035, 12, 31))
HOSPITAL = zoneinfo.ZoneInfo("America/New_York")
INSTANTS = st.datetimes(
    datetime.datetime(2024, 1, 2),  # noqa: DTZ001 (Hypothesis adds the zone)
    datetime.datetime(2035, 12, 30),  # noqa: DTZ001
    timezones=st.just(datetime.UTC),
)
# The nights in which the clocks change, hour by hour, from the evening before to the evening after.
NIGHTS = [
    datetime.datetime(2027, month, day, 20, tzinfo=datetime.UTC) + datetime.timedelta(hours=hours, minutes=30)
    for month, day in ((3, 13), (11, 6))
    for hours in range(36)
]
SERVERS = ["UTC", "America/New_York", "Asia/Tokyo", "Pacific/Honolulu"]


@pytest.fixture(autouse=True, scope="module")
def _no_list_of_its_own():
    """The federal holidays alone, without a database; test_holidays.py has the hospital's list."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClinicCalendar, "load", ClinicCalendar)
        yield


def days_after(day, last):
    """Return the days after `day`, up to and with `last`."""
    return [day + datetime.timedelta(days=n) for n in range(1, (last - day).days + 1)]


@given(DAYS)
def test_the_earliest_day_is_the_first_clinic_day_at_least_five_days_ahead(today):
    five_ahead = today + datetime.timedelta(days=5)
    earliest = earliest_day(today)
    assert earliest >= five_ahead
    assert [day for day in days_after(five_ahead - datetime.timedelta(days=1), earliest) if is_clinic_day(day)] == [
        earliest
    ]


def test_clinics_are_closed_on_the_federal_holidays_as_they_are_observed():
    # 5 U.S.C. 6103, on the day off in lieu where one falls on a weekend
    closed = [
        "01-01",
        "01-18",
        "02-15",
        "05-31",
        "06-18",
        "07-05",
        "09-06",
        "10-11",
        "11-11",
        "11-25",
        "12-24",
        "12-31",
    ]
    year = days_after(datetime.date(2026, 12, 31), datetime.date(2027, 12, 31))
    weekdays = [day for day in year if day.weekday() < 5]
    assert [f"{day:%m-%d}" for day in weekdays if not is_clinic_day(day)] == closed
    assert not any(is_clinic_day(day) for day in year if day not in weekdays)


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


def second_business_day_after(day):
    return [later for later in days_after(day, day + datetime.timedelta(days=14)) if is_clinic_day(later)][1]


@given(INSTANTS)
@example(datetime.datetime(2031, 12, 31, 23, 59, 59, 999999, tzinfo=HOSPITAL))
def test_whenever_it_comes_we_answer_by_the_second_business_day_after(received):
    local_day = received.astimezone(HOSPITAL).date()
    assert answer_by(received) == second_business_day_after(local_day)
    assert answer_by(received.astimezone(HOSPITAL)) == answer_by(received)


def check_at(instant, server):
    """Let a server in a zone of its own work out both rules at an instant."""
    local_day = instant.astimezone(HOSPITAL).date()
    # time_machine sets the zone of the process (TZ) to that of the moment it travels to.
    with time_machine.travel(instant.astimezone(zoneinfo.ZoneInfo(server)), tick=False):
        assert days_to_ask_for() == days_to_ask_for(local_day)
        assert earliest_day() == earliest_day(local_day)
        assert latest_day() == local_day + datetime.timedelta(days=120)
        assert answer_by(timezone.now()) == second_business_day_after(local_day)


@pytest.mark.parametrize("server", SERVERS)
def test_in_the_nights_when_the_clocks_change_the_days_are_the_hospitals_wherever_the_server_is(server):
    for instant in NIGHTS:
        check_at(instant, server)


@given(INSTANTS, st.sampled_from(SERVERS))
def test_the_days_are_the_hospitals_at_any_instant_wherever_the_server_is(instant, server):
    check_at(instant, server)


@time_machine.travel("2026-11-18T03:30:00+00:00", tick=False)
def test_the_window_counts_from_the_hospitals_day_and_not_from_utc():
    assert timezone.localdate() == datetime.date(2026, 11, 17)
    assert days_to_ask_for()[0] == datetime.date(2026, 11, 23)
