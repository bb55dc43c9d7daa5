"""Calendars that programs write and read differently: a physician must never look free when busy.

Where it matters, the values are those of icalendar with recurring-ical-events, vobject, ics, icalevents, ical.js and
node-ical: what one of them reads as busy is busy here, unless that program is wrong by the letter of RFC 5545.
"""

import pytest
import time_machine

from .calendar_files import calendar, on_clock, one_event, read_ics
from .form_answers import NOW

NINE = "DTSTART;TZID=America/New_York:20261201T090000\nDURATION:PT1H"
DAILY = f"{NINE}\nRRULE:FREQ=DAILY;COUNT=3"


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


def days(reading, hour="09:00"):
    """Return the days of December 2026 on which it is busy from this hour on."""
    times = on_clock(row for row in reading.rows if row.start.year == 2026)
    return sorted({int(time[3:5]) for time in times if time[:2] == "12" and time[6:11] == hour})


@pytest.mark.parametrize(
    ("start", "until", "last"),
    [
        (NINE, "20261204T090000", 4),
        (NINE, "20261204T085959", 3),
        (NINE, "20261204", 4),
        (NINE, "20261204T140000Z", 4),
        (NINE, "20261204T135959Z", 3),
        ("DTSTART:20261201T090000\nDURATION:PT1H", "20261204T090000", 4),
        ("DTSTART:20261201T090000\nDURATION:PT1H", "20261204T140000Z", 4),
        ("DTSTART:20261201T140000Z\nDURATION:PT1H", "20261204T140000", 4),
        ("DTSTART:20261201T140000Z\nDURATION:PT1H", "20261204", 4),
    ],
)
def test_until_includes_its_moment_on_the_clock_of_the_event(start, until, last):
    assert days(read_ics(calendar(f"{start}\nRRULE:FREQ=DAILY;UNTIL={until}"))) == list(range(1, last + 1))


@pytest.mark.parametrize(
    ("until", "last"), [("20261203", 3), ("20261203T000000", 3), ("20261203T045959Z", 3), ("20261203T120000Z", 3)]
)
def test_until_of_whole_days_includes_its_day(until, last):
    reading = read_ics(calendar(f"DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;UNTIL={until}"))
    assert days(reading, "00:00") == list(range(1, last + 1))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;UNTIL=20261120T090000", [1]),  # the first time always counts
        ("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2", [1, 2, 4]),
        ("FREQ=DAILY;COUNT=2;UNTIL=20261204T140000Z", [1, 2, 3, 4]),  # forbidden: the later end counts
        ("FREQ=DAILY;COUNT=-1;UNTIL=20261203T140000Z", [1, 2, 3]),
        ("FREQ=MONTHLY;BYDAY=WE,1TH;UNTIL=20261216T140000Z", [1, 2, 3, 9, 16]),
        ("FREQ=HOURLY;INTERVAL=24;COUNT=3", [1, 2, 3]),
        ("RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2", [1, 2]),
        ("COUNT=2;FREQ=DAILY", [1, 2]),
    ],
)
def test_a_rule_is_read_as_busy_as_it_may_be_meant(rule, expected):
    reading = read_ics(calendar(f"{NINE}\nRRULE:{rule}"))
    assert (days(reading), reading.bad) == (expected, [])


def test_a_rule_may_name_several_hours_of_a_day():
    reading = read_ics(calendar(f"{NINE}\nRRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=4"))
    assert days(reading) == days(reading, "14:00") == [1, 2]


@pytest.mark.parametrize(
    ("left_out", "expected"),
    [
        ("EXDATE;TZID=America/New_York:20261202T090000", [1, 3]),
        ("EXDATE;TZID=America/Chicago:20261202T080000", [1, 3]),
        ("EXDATE:20261202T140000Z,20261203T140000Z", [1]),
        # Hours of another clock, or no clock at all, name no repetition.
        ("EXDATE:20261202T090000Z", [1, 2, 3]),
        ("EXDATE;TZID=America/Chicago:20261202T090000", [1, 2, 3]),
        ("EXDATE;TZID=America/New_York:20261202T140000", [1, 2, 3]),
        ("EXDATE:20261202T090000", [1, 2, 3]),
        ("EXDATE;VALUE=DATE:20261202", [1, 2, 3]),
        ("EXDATE:soon", [1, 2, 3]),
    ],
)
def test_only_what_surely_names_a_repetition_leaves_it_out(left_out, expected):
    assert days(read_ics(calendar(f"{DAILY}\n{left_out}"))) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("RDATE;TZID=America/New_York:20261210T090000", "12-10 09:00 to 12-10 10:00"),
        ("RDATE:20261210T090000", "12-10 09:00 to 12-10 10:00"),
        ("RDATE:20261210T140000Z,20261211T140000Z", "12-10 09:00 to 12-10 10:00"),
        ("RDATE;VALUE=PERIOD:20261210T140000Z/PT2H", "12-10 09:00 to 12-10 11:00"),
        ("RDATE;VALUE=PERIOD:20261210T140000Z/20261210T170000Z", "12-10 09:00 to 12-10 12:00"),
    ],
)
def test_more_dates_count_whatever_clock_they_are_on(more, expected):
    times = on_clock(read_ics(calendar(f"{DAILY}\n{more}")).rows)
    assert "12-03 09:00 to 12-03 10:00" in times
    assert expected in times


def moved(name, parameters=""):
    return f"RECURRENCE-ID{parameters}:{name}\nDTSTART:20261202T200000Z\nDURATION:PT30M"


@pytest.mark.parametrize(
    ("exception", "expected"),
    [
        (moved("20261202T140000Z"), [1, 3]),
        (moved("20261202T080000", ";TZID=America/Chicago"), [1, 3]),
        (moved("20261202T090000Z"), [1, 2, 3]),
        (moved("20261202", ";VALUE=DATE"), [1, 2, 3]),
        (moved("20261202T090000"), [1, 2, 3]),
        (moved("20261202T140000Z") + "\nSTATUS:CANCELLED", [1, 3]),
    ],
)
def test_an_exception_takes_the_place_of_the_repetition_that_it_surely_names(exception, expected):
    reading = read_ics(one_event(DAILY, exception))
    assert days(reading) == expected
    assert ("12-02 15:00 to 12-02 15:30" in on_clock(reading.rows)) is ("CANCELLED" not in exception)


def test_from_an_exception_with_a_range_on_all_repetitions_move():
    change = moved("20261202T140000Z", ";RANGE=THISANDFUTURE")
    assert on_clock(read_ics(one_event(DAILY, change)).rows) == [
        "12-01 09:00 to 12-01 10:00",
        "12-03 15:00 to 12-03 15:30",
        "12-02 15:00 to 12-02 15:30",
    ]
    assert days(read_ics(one_event(DAILY, f"{change}\nSTATUS:CANCELLED"))) == [1]
    long_ago = "DTSTART:20260901T140000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY"
    change = "RECURRENCE-ID;RANGE=THISANDFUTURE:20260908T140000Z\nDTSTART:20260910T150000Z\nDURATION:PT1H"
    assert days(read_ics(one_event(long_ago, change)), "10:00") == [3, 10, 17, 24, 31]


def test_events_that_share_a_uid_are_all_busy():
    later = "DTSTART:20261205T140000Z\nDURATION:PT1H\nSEQUENCE:3"
    assert days(read_ics(one_event(NINE, later))) == [1, 5]
    exception = "RECURRENCE-ID:20261201T140000Z\nDTSTART:20261206T140000Z\nDURATION:PT1H"
    assert days(read_ics(one_event(NINE, exception))) == [1, 6]  # the first one doesn't repeat
    twice = moved("20261202T140000Z").replace("T20", "T14")
    assert days(read_ics(one_event(DAILY, twice, twice.replace("1202T140000Z\nDUR", "1208T140000Z\nDUR")))) == [
        *(1, 2, 3, 8)
    ]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201", "12-01 00:00 to 12-02 00:00"),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:PT1H", "12-01 00:00 to 12-02 00:00"),
        ("DTSTART;TZID=America/New_York;VALUE=DATE:20261201", "12-01 00:00 to 12-02 00:00"),
        ("DTSTART:20261201T140000Z\nDTEND:20261201T150000Z\nDURATION:PT2H", "12-01 09:00 to 12-01 11:00"),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20290101", "12-01 00:00 to 12-21 00:00"),
        # The clocks change: whichever is longer.
        ("DTSTART;TZID=America/New_York:20270313T090000\nDURATION:PT24H", "03-13 09:00 to 03-14 10:00"),
        ("DTSTART:20271107T013000\nDTEND:20271107T014500", "11-07 01:30 to 11-07 01:45"),
    ],
)
def test_an_event_lasts_as_long_as_it_may(event, expected):
    reading = read_ics(calendar(event))
    assert (on_clock(reading.rows), reading.bad) == ([expected], [])
    if "1107" in event:
        assert (reading.rows[0].end - reading.rows[0].start).total_seconds() == 75 * 60


ZONE_GUESS = (
    "Line 4: We don't know for sure which time zone this event is in. All times that it may mean are busy here."
)


@pytest.mark.parametrize(
    ("zone", "hour", "is_guess"),
    [
        ("tzone://Microsoft/Custom", "09:00", True),
        ('"tzone://Microsoft/Custom"', "09:00", True),
        ("(UTC-05:00) Eastern Time (US & Canada)", "09:00", True),
        ("Customized Time Zone", "09:00", True),
        ("Central Standard Time", "10:00", False),
        ("central standard time", "10:00", False),
        ("america/chicago", "10:00", False),
        ("/freeassociation.sourceforge.net/America/Chicago", "10:00", False),
        ("mozilla.org/20050126_1/America/Chicago", "10:00", False),
        ("Elsewhere", "10:00", False),  # described in the file, after the event
    ],
)
def test_an_unknown_time_zone_is_busy_on_our_clock_and_marked_as_a_guess(zone, hour, is_guess):
    event = f"DTSTART;TZID={zone}:20261201T090000\nDTEND;TZID={zone}:20261201T100000"
    offset = "DTSTART:16010101T000000\nTZOFFSETFROM:-0600\nTZOFFSETTO:-0600"
    described = f"BEGIN:VTIMEZONE\nTZID:Elsewhere\nBEGIN:STANDARD\n{offset}\nEND:STANDARD\nEND:VTIMEZONE"
    text = calendar(event).replace("END:VCALENDAR", f"{described}\nEND:VCALENDAR".replace("\n", "\r\n"))
    reading = read_ics(text)
    assert days(reading, hour) == [1]
    assert [row.is_guess for row in reading.rows] == [is_guess]
    assert (list(map(str, reading.guesses)), reading.bad) == ([ZONE_GUESS] if is_guess else [], [])


def test_a_zone_with_a_colon_is_found_in_a_folded_line_and_in_an_exception():
    odd = ";TZID=tzone://Microsoft/Custom:20261201T090000"
    text = calendar(f"DTSTART{odd}\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE{odd}")
    assert days(read_ics(text.replace("Microsoft/C", "Micro\r\n soft/C"))) == [2]


@pytest.mark.parametrize(
    ("head", "event", "hours"),
    [
        ("X-WR-TIMEZONE:America/Chicago", "DTSTART:20261201T090000\nDURATION:PT1H", ["09:00", "10:00"]),
        ("X-WR-TIMEZONE:America/New_York", "DTSTART:20261201T090000\nDURATION:PT1H", ["09:00"]),
        ("X-WR-TIMEZONE:Nowhere", "DTSTART:20261201T090000\nDURATION:PT1H", ["09:00"]),
        ("X-WR-TIMEZONE:America/Chicago", NINE, ["09:00"]),
        # A series in UTC may follow the summer time of its calendar.
        (
            "X-WR-TIMEZONE:America/Chicago",
            "DTSTART:20260901T140000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=92",
            ["09:00", "10:00"],
        ),
        ("", "DTSTART;TZID=America/New_York:20261201T140000Z\nDURATION:PT1H", ["09:00", "14:00"]),
    ],
)
def test_where_two_zones_may_be_meant_both_times_are_busy(head, event, hours):
    times = on_clock(read_ics(calendar(event, head=head)).rows)
    assert sorted(time[6:11] for time in times if time.startswith("12-01")) == hours


def test_busy_times_without_events_are_read_by_their_type():
    listed = [
        "FREEBUSY:20261201T140000Z/20261201T150000Z,20261202T140000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261203T140000Z/PT1H",
        "FREEBUSY;FBTYPE=busy-tentative:20261204T140000Z/PT1H",
        "FREEBUSY;FBTYPE=X-ODD:20261205T140000Z/PT1H",
        "FREEBUSY;FBTYPE=FREE:20261206T140000Z/PT1H",
        "FREEBUSY:20261207T140000Z",
    ]
    head = "\n".join(["BEGIN:VFREEBUSY", "DTSTART:20261101T000000Z", *listed, "END:VFREEBUSY"])
    reading = read_ics(calendar(head=head))
    assert days(reading) == [1, 2, 3, 4, 5]
    assert [str(bad)[:7] for bad in reading.bad] == ["Line 4:"]


def test_hours_of_availability_are_refused_in_a_sentence():
    reading = read_ics(calendar(NINE, head="BEGIN:VAVAILABILITY\nUID:1\nEND:VAVAILABILITY"))
    assert days(reading) == [1]
    assert [str(bad) for bad in reading.bad] == [
        "Line 4: Hours of availability aren't read. Enter them on the physician's page."
    ]


def test_a_file_may_hold_several_calendars():
    second = calendar(NINE.replace("1201", "1202"), "DTSTART:soon")
    reading = read_ics(calendar(NINE) + second)
    assert days(reading) == [1, 2]
    assert [bad.line for bad in reading.bad] == [20]


DECLINED = "ORGANIZER:mailto:boss@example.org\nATTENDEE;PARTSTAT=DECLINED:mailto:Jane@Example.org"
ACCEPTED = DECLINED.replace("DECLINED", "ACCEPTED")
FREE = "X-MICROSOFT-CDO-BUSYSTATUS:FREE"


@pytest.mark.parametrize(
    ("event", "owner", "state"),
    [
        (FREE, "", "free"),
        ("TRANSP:TRANSPARENT", "", "free"),
        (f"{FREE}\nTRANSP:TRANSPARENT", "", "free"),
        ("X-MICROSOFT-CDO-BUSYSTATUS:OOF\nTRANSP:TRANSPARENT", "", "busy"),
        ("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE", "", "busy"),
        (f"{FREE}\nTRANSP:OPAQUE", "", "busy"),
        (f"{FREE}\nX-MICROSOFT-MSNCALENDAR-BUSYSTATUS:BUSY", "", "busy"),
        ("STATUS:TENTATIVE", "", "busy"),
        (DECLINED, "jane@example.org", "free"),
        (DECLINED, "", "guess"),
        (DECLINED, "boss@example.org", "busy"),
        (DECLINED, "other@example.org", "guess"),
        (f"{DECLINED}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.org", "jane@example.org", "free"),
        (f"{DECLINED}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.org", "other@example.org", "busy"),
        (f"{DECLINED}\nATTENDEE;PARTSTAT=ACCEPTED:mailto:jane@example.org", "jane@example.org", "busy"),
        (ACCEPTED, "jane@example.org", "busy"),
        (ACCEPTED, "", "busy"),
        (f"{ACCEPTED}\n{FREE}", "jane@example.org", "free"),
        (f"{ACCEPTED}\n{FREE}", "", "guess"),
        (f"{ACCEPTED}\nTRANSP:TRANSPARENT", "", "guess"),
        (f"{ACCEPTED}\nSTATUS:CANCELLED", "", "free"),
    ],
)
def test_an_invitation_is_free_only_by_the_owners_own_answer(event, owner, state):
    reading = read_ics(calendar(f"{NINE}\n{event}"), owner)
    assert days(reading) == ([] if state == "free" else [1])
    assert [row.is_guess for row in reading.rows] == ([] if state == "free" else [state == "guess"])
    assert len(reading.guesses) == (state == "guess")


def test_a_calendar_named_after_an_address_is_that_persons():
    reading = read_ics(calendar(f"{NINE}\n{DECLINED}", head="X-WR-CALNAME:jane@example.org"))
    assert (reading.rows, reading.guesses) == ([], [])


def test_one_repetition_can_be_declined():
    exception = f"RECURRENCE-ID:20261202T140000Z\n{NINE.replace('1201', '1202')}\n{DECLINED}"
    assert days(read_ics(one_event(DAILY, exception), "jane@example.org")) == [1, 3]
    assert days(read_ics(one_event(DAILY, exception))) == [1, 2, 3]
