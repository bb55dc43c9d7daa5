"""A hold ends when people are at work, and before the first of its times."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.calendar.hold_end import AHEAD, SHORTEST, hold_end

from .visits import RALEIGH, at

HOUR = datetime.timedelta(hours=1)


@pytest.fixture(autouse=True, scope="module")
def _no_list_of_its_own():
    """The federal holidays alone, without a database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClinicCalendar, "load", classmethod(lambda cls: cls()))
        yield


@pytest.mark.parametrize(
    ("now", "soonest", "end"),
    [
        ("2026-11-16 10:00", "2026-11-24 09:00", "2026-11-18 17:00"),  # two days, and until the desk closes
        ("2026-11-15 02:40", "2026-11-24 09:00", "2026-11-17 17:00"),  # not in the night
        ("2026-11-20 15:00", "2026-11-30 09:00", "2026-11-23 17:00"),  # from a Friday over the weekend
        ("2026-11-24 16:00", "2026-12-07 09:00", "2026-11-27 17:00"),  # not on Thanksgiving
        ("2026-11-16 10:00", "2026-11-18 08:30", "2026-11-17 17:00"),  # the evening before the first time
        ("2026-11-16 16:00", "2026-11-17 08:30", "2026-11-17 06:30"),  # that evening would be in an hour
        ("2026-11-15 03:00", "2026-11-16 08:30", "2026-11-16 06:30"),  # a Sunday has no closing
        ("2026-11-16 10:00", "2026-11-16 14:00", "2026-11-16 12:00"),
        ("2026-11-16 10:00", "2026-11-16 13:59", None),  # too soon to wait for an answer
    ],
)
def test_when_a_hold_ends(now, soonest, end):
    assert hold_end(at(now), at(soonest)) == (at(end) if end else None)


MINUTES = st.integers(0, 60 * 24 * 400).map(lambda minutes: datetime.timedelta(minutes=minutes))


@given(MINUTES, MINUTES)
def test_a_hold_leaves_time_to_answer_and_never_outlasts_its_first_time(since, ahead):
    now = at("2026-01-01 00:00") + since
    end = hold_end(now, now + ahead)
    assert (end is None) == (ahead < SHORTEST)
    if end is not None:
        assert now + 2 * HOUR <= end <= now + ahead - AHEAD
        assert end == now + ahead - AHEAD or end.astimezone(RALEIGH).hour == 17
