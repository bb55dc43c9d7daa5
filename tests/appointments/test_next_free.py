"""The directory is told when its physicians are free next."""

import datetime

import pytest
from django.utils import timezone

from appointments.services import published_free_times
from appointments.services.published_free_times import hand_over_next_free_times
from physicians.models import NextFreeTimes, Physician
from tests.factories import make_clinic
from wakemed.periodic_tasks import TASKS

from .hours import RALEIGH, rule, session
from .visits import book, wanted

DEC_1 = "2026-12-01"
MINUTE = datetime.timedelta(minutes=1)


def told(physician):
    """Hand over, and return what the directory has of a physician then, on Raleigh's clock."""
    hand_over_next_free_times()
    starts = NextFreeTimes.objects.get(physician=physician).starts
    return [f"{start.astimezone(RALEIGH):%m-%d %-H:%M}" for start in starts]


def test_the_clock_runs_it():
    assert hand_over_next_free_times in TASKS


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("a morning a week", ["12-01 9:00", "12-01 9:30", "12-08 9:00"]),
        ("far ahead", ["01-12 9:00", "01-12 9:30"]),
        ("beyond 60 days", []),
        ("two places at once", ["12-01 9:00", "12-01 9:30", "12-01 10:00"]),
        ("takes nobody new", []),
        ("no hours", []),
    ],
)
def test_the_next_three_beginnings_within_60_days_are_handed_over(now, physician, case, expected):
    place = make_clinic()
    starting = {"far ahead": datetime.date(2027, 1, 12), "beyond 60 days": datetime.date(2027, 1, 19)}.get(case)
    if case == "two places at once":
        for where, hours in ((place, "9:00-10:30"), (None, "9:00-10:00")):
            rule(physician, hours, location=where, effective_from=datetime.date(2026, 11, 25))
    elif case != "no hours":
        since = starting or datetime.date(2026, 11, 25)
        until = since if starting else None
        rule(physician, "9:00-10:00", location=place, effective_from=since, effective_until=until)
    if case == "takes nobody new":
        Physician.objects.filter(pk=physician.pk).update(accepting_new_patients=False)
    assert told(physician) == expected
    assert NextFreeTimes.objects.get().recorded_at.isoformat() == "2026-11-16T15:00:00+00:00"


def test_a_booked_time_is_gone_at_the_next_run_and_a_profile_that_is_not_published_is_left_out(
    now, physician, make_physician, make_request, scheduler
):
    place = make_clinic()
    draft = make_physician("draft", live=False)
    session(physician, f"{DEC_1} 9:00", "10:00", location=place)
    assert told(physician) == ["12-01 9:00", "12-01 9:30"]
    book(make_request(), scheduler, wanted(physician, place, f"{DEC_1} 09:00"))
    now.shift(MINUTE)
    assert told(physician) == ["12-01 9:30"]
    assert not NextFreeTimes.objects.filter(physician=draft).exists()


def test_each_run_takes_a_few_those_first_who_have_waited_longest(now, make_physician, monkeypatch):
    first, second, third = (make_physician(slug) for slug in ("one", "two", "three"))
    monkeypatch.setattr(published_free_times, "AT_ONCE", 2)
    for expected in ({first, second}, {third, first}, {second, first}):
        hand_over_next_free_times()
        assert {row.physician for row in NextFreeTimes.objects.filter(recorded_at=timezone.now())} == expected
        now.shift(MINUTE)


def test_a_run_takes_four_queries_however_many_they_are(now, make_physician, django_assert_num_queries):
    place = make_clinic()
    for slug in ("one", "two", "three"):
        rule(make_physician(slug), "9:00-10:00", location=place)
    with django_assert_num_queries(4):  # who, their hours with what is taken, and what is written
        hand_over_next_free_times()
    assert [len(row.starts) for row in NextFreeTimes.objects.all()] == [3, 3, 3]
