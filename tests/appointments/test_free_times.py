"""What is free, worked out from hours and what is taken."""

import datetime
import zoneinfo

import pytest
import time_machine
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from appointments.calendar.free_times import first_free, free_times
from appointments.calendar.matching_times import free_times_for, physicians_who_fit
from appointments.calendar.sessions import sessions_on
from appointments.calendar.time_zones import exists, happens_twice, moment
from appointments.models import AvailabilityRule, BusyTime, ExtraSession, Holiday, TimeOff, VisitType
from physicians.models import Language, Physician
from tests.factories import make_clinic

from .form_answers import NOW
from .hours import RALEIGH, away, busy, local, offer, rule, session, undone, visit

TUESDAY = datetime.date(2026, 12, 1)
SPRING, AUTUMN = datetime.date(2027, 3, 14), datetime.date(2027, 11, 7)


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


def on_clock(times):
    """Return the beginnings of times as their places' clocks show them."""
    return [f"{time.local_start:%-H:%M}" for time in times]


def free(*physicians, first=TUESDAY, last=None, **which):
    """Return the free times of a day."""
    found = Physician.objects.filter(pk__in=[physician.pk for physician in physicians])
    return free_times(found, first=first, last=last or first, **which)


def test_hours_are_cut_into_visits_with_their_pauses_and_nothing_hangs_over(physician):
    place = make_clinic()
    rule(physician, "9:00-11:00", location=place, buffer_minutes=10)
    times = free(physician)
    assert on_clock(times) == ["9:00", "9:40", "10:20"]
    first = times[0]
    assert (first.physician_id, first.location_id, first.buffer_minutes) == (physician.pk, place.pk, 10)
    assert (first.start, first.end) == (local("2026-12-01 9:00"), local("2026-12-01 9:30"))
    assert first.start.tzinfo is datetime.UTC
    assert first.time_zone == "America/New_York"


def test_a_rule_holds_on_its_weekday_from_its_first_to_its_last_day(physician):
    rule(physician, "9:00-9:30", effective_from=TUESDAY, effective_until=datetime.date(2026, 12, 8))
    times = free(physician, first=datetime.date(2026, 11, 20), last=datetime.date(2026, 12, 31))
    assert [str(time.local_start.date()) for time in times] == ["2026-12-01", "2026-12-08"]


@pytest.mark.parametrize(
    ("take", "left"),
    [
        (lambda who: busy(who, "2026-12-01 9:59", "10:01"), ["9:00", "10:20", "11:00", "11:40"]),
        # The pause of ten minutes is kept before and after.
        (lambda who: busy(who, "2026-12-01 10:15", "10:20"), ["9:00", "10:20", "11:00", "11:40"]),
        (lambda who: busy(who, "2026-12-01 10:20", "10:30"), ["9:00", "9:40", "11:00", "11:40"]),
        (lambda who: busy(who, "2026-12-01 10:09", "10:10"), ["9:00", "10:20", "11:00", "11:40"]),
        # Time off asks for none.
        (lambda who: away(who, "2026-12-01 10:10", "10:20"), ["9:00", "9:40", "10:20", "11:00", "11:40"]),
        (lambda who: away(who, "2026-12-01 10:09", "10:21"), ["9:00", "11:00", "11:40"]),
        (lambda who: away(who, "2026-11-30 0:00", "2026-12-02 0:00"), []),
    ],
)
def test_what_is_taken_is_not_free(physician, take, left):
    rule(physician, "9:00-12:20", buffer_minutes=10)
    take(physician)
    assert on_clock(free(physician)) == left


@pytest.mark.parametrize(
    ("status", "fields", "left"),
    [
        ("booked", {}, ["9:00", "11:00"]),
        ("arrived", {}, ["9:00", "11:00"]),
        ("booked", {"buffer_minutes": 30}, ["9:00"]),  # the visit's own pause, whatever the rule says today
        ("fulfilled", {}, ["9:00", "10:00", "11:00"]),
        ("cancelled", {}, ["9:00", "10:00", "11:00"]),
        ("noshow", {}, ["9:00", "10:00", "11:00"]),
        ("entered-in-error", {}, ["9:00", "10:00", "11:00"]),
    ],
)
def test_a_visit_takes_its_time_while_it_stands(physician, make_request, status, fields, left):
    rule(physician, "9:00-12:00", visit_minutes=60)
    with undone():
        visit(make_request(), physician, "2026-12-01 10:00", "11:00", status=status, **fields)
        assert on_clock(free(physician)) == left


def test_an_offer_takes_its_time_until_it_lapses_answered_or_not(physician, make_request, scheduler):
    rule(physician, "9:00-11:00", visit_minutes=60)
    with undone():
        request = make_request()
        held_until = timezone.now() + datetime.timedelta(hours=1)
        held = offer(request, scheduler, held_until)
        visit(request, physician, "2026-12-01 10:00", "11:00", status="pending", offer=held)
        just_before = held_until - datetime.timedelta(seconds=1)
        assert on_clock(free(physician, now=just_before)) == ["9:00"]
        assert on_clock(free(physician, now=held_until)) == ["9:00", "10:00"]


def test_the_notice_counts_to_the_minute(physician):
    rule(physician, "9:00-11:00", notice_hours=24)
    now = local("2026-11-30 9:30")
    assert on_clock(free(physician, now=now)) == ["9:30", "10:00", "10:30"]
    assert on_clock(free(physician, now=now + datetime.timedelta(seconds=1))) == ["10:00", "10:30"]


def test_rules_rest_on_holidays_and_one_off_sessions_do_not(physician):
    thanksgiving = datetime.date(2026, 11, 26)
    rule(physician, "9:00-10:00", day="2026-11-26")
    session(physician, "2026-11-26 13:00", "14:00")
    assert on_clock(free(physician, first=thanksgiving)) == ["13:00", "13:30"]
    assert [one.start for one in sessions_on(physician.pk, thanksgiving)] == [local("2026-11-26 13:00")]
    Holiday.objects.create(date=thanksgiving, name="Open on Thanksgiving", clinics_open=True)
    assert on_clock(free(physician, first=thanksgiving)) == ["9:00", "9:30", "13:00", "13:30"]
    assert len(sessions_on(physician.pk, thanksgiving)) == 2


def test_the_hospitals_own_holiday_closes_the_clinics(physician):
    rule(physician, "9:00-10:00")
    Holiday.objects.create(date=TUESDAY, name="Staff day")
    assert free(physician) == sessions_on(physician.pk, TUESDAY) == []


def test_a_holiday_of_one_clinic_closes_that_clinic_alone(physician):
    oak, elm = make_clinic("oak-meadow"), make_clinic("elm-street")
    rule(physician, "9:00-10:00", location=oak)
    rule(physician, "11:00-12:00", location=elm)
    rule(physician, "13:00-14:00")
    day = Holiday.objects.create(date=TUESDAY, name="Staff day", clinic=oak)
    assert on_clock(free(physician)) == ["11:00", "11:30", "13:00", "13:30"]
    assert {each.location_id for each in sessions_on(physician.pk, TUESDAY)} == {elm.pk, None}
    Holiday.objects.create(date=TUESDAY, name="Ice storm")
    assert free(physician) == []
    Holiday.objects.filter(pk=day.pk).update(clinics_open=True)  # what is said of the clinic counts
    assert on_clock(free(physician)) == ["9:00", "9:30"]


def test_a_clinic_and_virtual_visits_at_the_same_hours_are_both_free_until_one_is_taken(physician):
    rule(physician, "9:00-10:00", location=make_clinic())
    rule(physician, "9:00-10:00")
    assert on_clock(free(physician)) == ["9:00", "9:00", "9:30", "9:30"]
    assert on_clock(free(physician, virtual=False)) == on_clock(free(physician, in_person=False)) == ["9:00", "9:30"]
    assert free(physician, in_person=False, virtual=False) == []
    busy(physician, "2026-12-01 9:00", "9:30")
    assert on_clock(free(physician)) == ["9:30", "9:30"]


def test_hours_for_virtual_visits_are_free_only_while_the_physician_offers_them(physician):
    rule(physician, "9:00-10:00")
    Physician.objects.update(offers_virtual_visits=False)
    assert free(physician) == []


def test_each_place_has_its_own_clock(physician):
    east, west = make_clinic("east"), make_clinic("west", time_zone="America/Los_Angeles")
    rule(physician, "12:00-12:30", location=east)
    rule(physician, "9:00-10:00", location=west)
    # Three hours later on the same day; 12:00 here is 9:00 there, and both are free until one is taken.
    times = free(physician)
    assert [(time.location_id, f"{time.local_start:%H:%M %Z}") for time in times] == [
        (east.pk, "12:00 EST"),
        (west.pk, "09:00 PST"),
        (west.pk, "09:30 PST"),
    ]
    assert {time.location_id for time in free(physician, locations=[west.pk])} == {west.pk}


def test_a_session_over_midnight_belongs_to_both_days(physician):
    session(physician, "2026-12-01 23:00", "2026-12-02 1:00")
    assert on_clock(free(physician)) == ["23:00", "23:30"]
    assert on_clock(free(physician, first=datetime.date(2026, 12, 2))) == ["0:00", "0:30"]
    assert sessions_on(physician.pk, TUESDAY) == sessions_on(physician.pk, datetime.date(2026, 12, 2))


def test_in_the_night_when_the_clocks_go_forward_an_hour_is_missing(physician):
    rule(physician, "1:00-4:00", day="2027-03-14", visit_minutes=30)
    assert on_clock(free(physician, first=SPRING)) == ["1:00", "1:30", "3:00", "3:30"]
    assert not exists(SPRING, datetime.time(2, 30), "America/New_York")
    assert moment(SPRING, datetime.time(2, 30), "America/New_York") == local("2027-03-14 3:00")


def test_hours_inside_the_missing_hour_are_none(physician):
    rule(physician, "2:00-3:00", day="2027-03-14", visit_minutes=15)
    assert free(physician, first=SPRING) == sessions_on(physician.pk, SPRING) == []


def test_in_the_night_when_the_clocks_go_back_an_hour_comes_twice(physician):
    rule(physician, "0:30-2:30", day="2027-11-07")
    times = [f"{time.local_start:%-H:%M %Z}" for time in free(physician, first=AUTUMN)]
    assert times == ["0:30 EDT", "1:00 EDT", "1:30 EDT", "1:00 EST", "1:30 EST", "2:00 EST"]
    assert happens_twice(AUTUMN, datetime.time(1, 30), "America/New_York")
    assert moment(AUTUMN, datetime.time(1, 30), "America/New_York") == datetime.datetime(
        2027, 11, 7, 5, 30, tzinfo=datetime.UTC
    )  # the first of the two


@pytest.mark.parametrize("server", ["UTC", "Asia/Tokyo"])
def test_the_nights_are_the_same_wherever_the_server_is(physician, server):
    rule(physician, "0:00-5:00", day="2027-03-14", location=make_clinic())
    with time_machine.travel(timezone.now().astimezone(zoneinfo.ZoneInfo(server)), tick=False):
        assert (len(free(physician, first=SPRING)), len(free(physician, first=AUTUMN))) == (8, 12)


@pytest.mark.parametrize("number", [1, 6])
def test_three_queries_are_enough_whatever_the_number_of_physicians(
    make_physician, number, django_assert_max_num_queries
):
    place = make_clinic()
    for count in range(number):
        who = make_physician(f"physician-{count}")
        for day in range(5):
            rule(who, "9:00-12:00", location=place, weekday=day)
        busy(who, "2026-12-01 9:00", "10:00")
        away(who, "2026-12-02 9:00", "10:00")
        session(who, "2026-12-05 9:00", "10:00", location=place)
    with django_assert_max_num_queries(3):
        times = free_times(
            physicians_who_fit(virtual=False, locations=[place.pk]), first=TUESDAY, last=datetime.date(2027, 2, 28)
        )
    # 60 weekdays without Christmas, New Year, Martin Luther King's and Washington's; 6 visits each
    days = sum(
        1
        for n in range(90)
        if (TUESDAY + datetime.timedelta(days=n)).weekday() < 5
        and f"{TUESDAY + datetime.timedelta(days=n):%m-%d}" not in ("12-25", "01-01", "01-18", "02-15")
    )
    assert len(times) == number * (days * 6 - 2 - 2 + 2)
    assert times == sorted(times, key=lambda time: time.start)


def test_the_first_few_are_the_first_of_all_also_across_time_zones(physician, make_physician):
    west = make_clinic("guam", time_zone="Pacific/Guam")
    rule(physician, "20:00-22:00", location=make_clinic())
    rule(make_physician("far"), "7:00-9:00", location=west, weekday=2)
    everyone, window = Physician.objects.all(), {"first": TUESDAY, "last": datetime.date(2026, 12, 20)}
    every = free_times(everyone, **window)
    assert len(every) == 24
    for limit in (0, 1, 3, 5, 9, 24, 99):
        assert first_free(everyone, limit=limit, **window) == every[:limit]
    # Wednesday morning on Guam comes before Tuesday evening in Raleigh.
    assert every[0].location_id == west.pk


# Against the slow way: every minute of three days, each asked for itself.

MINUTE = datetime.timedelta(minutes=1)
CLOCK = st.integers(0, 95).map(lambda quarter: datetime.time(quarter // 4, quarter % 4 * 15))
PATTERNS = st.fixed_dictionaries(
    {
        "visit_minutes": st.sampled_from([20, 30, 45, 60]),
        "buffer_minutes": st.sampled_from([0, 5, 15]),
        "notice_hours": st.sampled_from([0, 24, 240]),
    }
)


def spans(base):
    """Return periods within three days, beginning and length in minutes."""
    return st.lists(
        st.tuples(st.integers(0, 3 * 24 * 60), st.integers(1, 300)).map(
            lambda span: DateTimeTZRange(base + span[0] * MINUTE, base + (span[0] + span[1]) * MINUTE)
        ),
        max_size=3,
    )


def minutes(period):
    """Return every minute of a period, as numbers."""
    first, last = int(period.lower.timestamp()) // 60, int(period.upper.timestamp()) // 60
    return set(range(first, last))


def first_minute(day, time):
    """Return the first minute of a day at which Raleigh's clock shows this time or more."""
    now = datetime.datetime.combine(day, datetime.time(), RALEIGH).astimezone(datetime.UTC)
    while now.astimezone(RALEIGH).time() < time:
        now += MINUTE
    return now


def slowly(days, rules, extras, aways, busies, now):
    """Return beginnings and ends of all free times, minute for minute."""
    periods = [(period, values) for period, values in extras]
    for (starts_at, ends_at), values in rules:
        for day in days:
            if datetime.date(2026, 12, 25) != day:
                hours = DateTimeTZRange(first_minute(day, starts_at), first_minute(day, ends_at))
                periods.append((hours, values))
    off = set().union(*map(minutes, aways))
    taken = set().union(*map(minutes, busies))
    found = {}
    for period, values in sorted(periods, key=lambda one: one[0].lower):
        length, pause = values["visit_minutes"], values["buffer_minutes"]
        inside = minutes(period)
        begin = min(inside, default=0)
        for start in sorted(inside):
            visit_minutes = set(range(start, start + length))
            with_pause = set(range(start, start + length + pause))
            local_day = datetime.datetime.fromtimestamp(start * 60, RALEIGH).date()
            if (
                (start - begin) % (length + pause) == 0
                and visit_minutes <= inside
                and not visit_minutes & off
                and not with_pause & taken
                and start * 60 >= (now + datetime.timedelta(hours=values["notice_hours"])).timestamp()
                and local_day in days
            ):
                found.setdefault(start * 60, (start + length) * 60)
    return sorted(found.items())


@settings(max_examples=40)
@given(st.data(), st.sampled_from([SPRING, AUTUMN, datetime.date(2026, 12, 25)]))
@pytest.mark.django_db
def test_free_times_are_those_that_asking_every_minute_finds(data, middle):
    days = [middle + datetime.timedelta(days=n) for n in (-1, 0, 1)]
    base = local(f"{days[0]} 00:00").astimezone(datetime.UTC)  # the minutes of a spring night run on there
    times = data.draw(st.lists(CLOCK, max_size=4, unique=True).map(sorted))
    hours = list(zip(times[::2], times[1::2], strict=False))
    rules = [(pair, data.draw(PATTERNS)) for pair in hours]
    extras = [(period, data.draw(PATTERNS)) for period in data.draw(spans(base))]
    extras = list({period.lower: (period, values) for period, values in extras}.values())
    aways, busies = data.draw(spans(base)), data.draw(spans(base))
    now = base + data.draw(st.integers(-300, 60)) * datetime.timedelta(hours=1)
    with undone():
        who = Physician(slug="x", npi="1000000004", offers_virtual_visits=True, licensed_states=["NC"])
        who.save()
        for (starts_at, ends_at), values in rules:
            for weekday in range(7):
                AvailabilityRule.objects.create(
                    physician=who,
                    weekday=weekday,
                    starts_at=starts_at,
                    ends_at=ends_at,
                    effective_from=datetime.date(2026, 1, 1),
                    **values,
                )
        for period, values in extras:
            ExtraSession.objects.create(physician=who, period=period, **values)
        TimeOff.objects.bulk_create(TimeOff(physician=who, period=period) for period in aways)
        BusyTime.objects.bulk_create(BusyTime(physician=who, period=period) for period in busies)
        found = free(who, first=days[0], last=days[-1], now=now)
    got = [(int(time.start.timestamp()), int(time.end.timestamp())) for time in found]
    expected = slowly(days, rules, extras, aways, busies, now)
    assert got == expected


# Who fits.


@pytest.fixture
def hours_everywhere(physician, make_physician):
    """Two clinics and three physicians: at both and by video in NC and VA; at one; by video in TN alone."""
    oak, elm = make_clinic("oak"), make_clinic("elm")
    for hours, place in (("9:00-10:00", oak), ("10:00-11:00", elm), ("11:00-12:00", None)):
        rule(physician, hours, location=place)
    here = make_physician("here", languages=[])
    rule(here, "8:00-8:30", location=oak)
    far = make_physician("far", offers_virtual_visits=True, licensed_states=["TN"])
    rule(far, "7:00-7:30")
    return {"oak": oak, "elm": elm, "here": here, "far": far}


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"visit_type": VisitType.IN_PERSON}, ["8:00", "9:00", "9:30", "10:00", "10:30"]),
        ({"visit_type": VisitType.IN_PERSON, "places": ["elm"]}, ["10:00", "10:30"]),
        ({"visit_type": VisitType.VIRTUAL, "patient_state": "NC"}, ["11:00", "11:30"]),
        ({"visit_type": VisitType.VIRTUAL, "patient_state": "TN"}, ["7:00"]),
        ({"visit_type": VisitType.VIRTUAL, "patient_state": "FL"}, []),
        ({"visit_type": VisitType.EITHER, "patient_state": "TN", "places": ["oak"]}, ["7:00", "8:00", "9:00", "9:30"]),
        (
            {"visit_type": VisitType.EITHER, "patient_state": "VA", "by": "ana-lopez", "virtual": True},
            ["11:00", "11:30"],
        ),
        ({"visit_type": VisitType.IN_PERSON, "by": "here"}, ["8:00"]),
        ({"visit_type": VisitType.IN_PERSON, "places": ["elm"], "location": "oak", "limit": 2}, ["8:00", "9:00"]),
        ({"visit_type": VisitType.IN_PERSON, "language": "es"}, ["9:00", "9:30", "10:00", "10:30"]),
    ],
)
def test_a_request_finds_the_times_that_suit_it(
    hours_everywhere, physician, make_request, wish, expected, django_assert_max_num_queries
):
    physician.languages.add(Language.objects.create(code="es", name="Spanish"))
    physician.save()
    request = make_request()
    request.physician = None
    request.visit_type, request.patient_state = wish["visit_type"], wish.get("patient_state", "")
    request.preferred_locations.set(hours_everywhere[place] for place in wish.get("places", []))
    by = Physician.objects.filter(slug=wish.get("by", "")).first()
    location = hours_everywhere.get(wish.get("location", ""))
    options = {name: wish[name] for name in ("limit", "virtual", "language") if name in wish}
    with django_assert_max_num_queries(4):  # one of them for the preferred clinics
        found = free_times_for(request, first=TUESDAY, last=TUESDAY, physician=by, location=location, **options)
    assert on_clock(found) == expected


def test_who_takes_no_new_patients_is_free_only_for_a_patient_with_a_visit_there(physician, make_request):
    rule(physician, "9:00-10:00", location=make_clinic())
    request = make_request()
    Physician.objects.update(accepting_new_patients=False)
    assert free_times_for(request, first=TUESDAY, last=TUESDAY) == []
    with undone():
        visit(request, physician, "2026-12-01 9:00", "9:30")
        assert on_clock(free_times_for(request, first=TUESDAY, last=TUESDAY)) == ["9:30"]


def test_a_withdrawn_profile_has_no_free_time(physician, make_request):
    rule(physician, "9:00-10:00", location=make_clinic())
    request = make_request()
    Physician.objects.update(live=False)
    assert free_times_for(request, first=TUESDAY, last=TUESDAY) == []
