"""Busy times from the health record's calendar."""

import datetime
import io

import pytest
import time_machine
from django.core.management import CommandError, call_command

from appointments.calendar.busy_times.busy_rows import UnreadableFileError
from appointments.calendar.busy_times.file_reader import read_file
from appointments.calendar.busy_times.ics_parts import NotACalendarError
from appointments.models import BusyImport, BusyTime
from appointments.services.busy_calendar import replace_busy_times
from appointments.services.busy_imports import import_busy_times

from .calendar_files import calendar, on_clock, read_ics
from .form_answers import NOW
from .hours import busy, undone, visit

AT_TEN = "DTSTART:20261201T150000Z\nDURATION:PT1H"
OTHER_EVENT = "DTSTART:20261202T140000Z\nDTEND:20261202T150000Z"  # which nothing must stop
OTHER_TIME = "12-02 09:00 to 12-02 10:00"
HEADER = "npi,start,end,visit_number\n"


@pytest.fixture(autouse=True)
def _frozen():
    with time_machine.travel(NOW, tick=False):
        yield


def times_of(physician):
    return [time.period.lower for time in BusyTime.objects.filter(physician=physician)]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-12-01T09:00", "2026-12-01T10:00", "12-01 09:00 to 12-01 10:00"),
        ("2026-12-01 09:00:00", " 2026-12-01 10:00 ", "12-01 09:00 to 12-01 10:00"),
        ("2026-12-01T14:00Z", "2026-12-01T15:00:00+00:00", "12-01 09:00 to 12-01 10:00"),
        ("2026-12-01T23:00", "2026-12-02T01:00", "12-01 23:00 to 12-02 01:00"),
        ("2027-03-14T01:00", "2027-03-14T03:00", "03-14 01:00 to 03-14 03:00"),
        # Shown twice: the busy time is the longer one.
        ("2027-11-07T01:15", "2027-11-07T01:30", "11-07 01:15 to 11-07 01:30"),
        ("2026-12-01T10:00", "2026-12-01T09:00", "Line 2: It ends before it begins."),
        ("2026-12-01T10:00", "2026-12-01T10:00", "Line 2: It ends before it begins."),
        ("2026-12-01", "2026-12-02", "Line 2: “2026-12-01” has a date but no time."),
        ("2027-03-14T02:30", "2027-03-14T03:30", "Line 2: The clocks go forward that night, and 2027-03-14 02:30"),
        ("2026-12-01T09:00", "2028-12-01T09:00", "Line 2: It lasts more than a year."),
        ("0001-01-01T00:00+14:00", "2026-12-01T09:00", "Line 2: “0001-01-01T00:00+14:00” isn't a time."),
        ("tomorrow", "2026-12-01T09:00", "Line 2: “tomorrow” isn't a time."),
        ("", "", "Line 2: “” isn't a time."),
    ],
)
def test_a_row_of_a_csv_file_is_a_time_or_a_sentence(start, end, expected):
    reading = read_file(f"{HEADER}1000000004,{start},{end},V1\n".encode(), name="busy.CSV")
    results = [*on_clock(reading.rows), *map(str, reading.bad)]
    assert len(results) == 1
    assert results[0].startswith(expected)
    if "11-07" in expected:
        assert reading.rows[0].end - reading.rows[0].start == datetime.timedelta(minutes=75)


def test_the_columns_may_stand_in_any_order_and_other_columns_are_left_out():
    text = "\ufeffEnd,Title,NPI,Start\r\n2026-12-01T10:00,Jane Doe,1000000004,2026-12-01T09:00\r\n\r\n"
    reading = read_file(text.encode(), name="busy.csv")
    assert [(row.npi, row.visit_number, row.line) for row in reading.rows] == [("1000000004", "", 2)]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "busy.csv", "Missing: npi, start, end"),
        (b"1000000004,2026-12-01T09:00,2026-12-01T10:00\n", "busy.csv", "must name the columns"),
        (b"npi,start\n", "busy.csv", "Missing: end"),
        (HEADER.encode("utf-16"), "busy.csv", "isn't encoded in UTF-8"),
        (b"x" * (5 * 1024 * 1024 + 1), "busy.csv", "larger than 5 MB"),
        (b'npi,start,end\n"' + b"x" * 200_000, "busy.csv", "isn't a CSV file"),
        (HEADER.encode(), "busy.xlsx", "must end in .csv or .ics"),
        (b"hello", "busy.ics", "isn't a calendar file"),
        (b"BEGIN:VEVENT\r\n" * 180_000, "busy.ics", "more than 20,000 events"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, name, sentence):
    with pytest.raises(UnreadableFileError, match=sentence):
        read_file(content, name=name)


@pytest.mark.parametrize("text", ["", "hello", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "BEGIN:VEVENT\nEND:VEVENT\n"])
def test_what_is_no_calendar_is_none(text):
    with pytest.raises(NotACalendarError):
        read_ics(text)


@pytest.mark.parametrize("ends", ["10:00Z", "never"])
def test_a_file_of_too_many_rows_is_refused_whole_be_they_good_or_bad(ends, monkeypatch):
    monkeypatch.setattr("appointments.calendar.busy_times.busy_rows.MOST_ROWS", 500)
    row = f"1000000004,2026-12-01T09:00Z,2026-12-01T{ends}\n"
    with pytest.raises(UnreadableFileError, match="more than 500 times"):
        read_file(("npi,start,end\n" + row * 501).encode(), name="busy.csv")


def test_an_event_that_would_never_be_worked_out_is_given_up_and_stops_no_other():
    start = f"{AT_TEN}\nRRULE:FREQ="
    for_ever = [f"{start}DAILY;INTERVAL=0", f"{start}YEARLY;INTERVAL=-1", f"{start}DAILY;BYMONTH=2;BYMONTHDAY=30"]
    good = "DTSTART:20261202T140000Z\nDTEND:20261202T150000Z"
    reading = read_file(calendar(*for_ever, good).encode(), kind="ics")
    assert on_clock(reading.rows) == [*["12-01 10:00 to 12-01 11:00"] * 3, OTHER_TIME]
    assert [str(bad) for bad in reading.bad] == [
        "Line 4: This event can't be read in full. Check when it takes place.",
        "Line 11: This event can't be read in full. Check when it takes place.",
        "Line 18: We couldn't work out when this event repeats. The times that we found are busy here.",
    ]


def test_a_calendar_that_takes_too_long_as_a_whole_is_refused(monkeypatch):
    monkeypatch.setattr("appointments.calendar.busy_times.ics_file.MOST_SECONDS", 0.01)
    with pytest.raises(UnreadableFileError, match="takes too long"):
        read_file(calendar("DTSTART:20261201T150000Z").encode(), kind="ics")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART:20261201T140000Z\nDTEND:20261201T150000Z", ["12-01 09:00 to 12-01 10:00"]),
        ("DTSTART;TZID=America/Chicago:20261201T080000\nDURATION:PT1H", ["12-01 09:00 to 12-01 10:00"]),
        ("DTSTART;TZID=Eastern Standard Time:20261201T090000\nDURATION:PT1H", ["12-01 09:00 to 12-01 10:00"]),
        ("DTSTART:20261201T090000\nDTEND:20261201T100000", ["12-01 09:00 to 12-01 10:00"]),
        ("DTSTART;VALUE=DATE:20261201", ["12-01 00:00 to 12-02 00:00"]),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261203", ["12-01 00:00 to 12-03 00:00"]),
        ("DTSTART:20261201T140000Z\nDTEND:20261201T150000Z\nTRANSP:TRANSPARENT", []),
        ("DTSTART:20261201T140000Z\nDTEND:20261201T150000Z\nSTATUS:CANCELLED", []),
        ("DTSTART:20261201T140000Z", []),  # a moment keeps nobody busy
        ("DTSTART:20200101T140000Z\nDTEND:20200101T150000Z", []),  # long ago
        (
            "DTSTART;TZID=America/New_York:20261026T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;UNTIL=20261208T000000Z\n"
            "EXDATE;TZID=America/New_York:20261123T090000",
            ["11-16 09:00 to 11-16 10:00", "11-30 09:00 to 11-30 10:00", "12-07 09:00 to 12-07 10:00"],
        ),
        (
            "DTSTART;TZID=America/New_York:20270307T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=2",
            ["03-07 09:00 to 03-07 10:00", "03-14 09:00 to 03-14 10:00"],
        ),
        # A year of the first printed calendars: people's birthdays without a year.
        ("DTSTART:16041201T140000Z\nDURATION:PT1H\nRRULE:FREQ=YEARLY;COUNT=423", ["12-01 09:00 to 12-01 10:00"]),
    ],
)
def test_an_event_of_a_calendar_is_its_times(event, expected):
    reading = read_ics(calendar(event, OTHER_EVENT))
    assert sorted(on_clock(reading.rows)) == sorted([OTHER_TIME, *expected])
    assert reading.bad == []


@pytest.mark.parametrize(
    ("event", "kept", "sentence"),
    [
        ("DTSTART:the first of December", 0, "Not all times of this event can be read. Those that can are busy here."),
        ("DTSTAMP:20261201T150000Z", 0, "Not all times of this event can be read. Those that can are busy here."),
        (f"{AT_TEN}\nRRULE:FREQ=MAYBE", 1, "Not all times of this event can be read. Those that can are busy here."),
        (f"{AT_TEN}\nRDATE:soon", 1, "Not all times of this event can be read. Those that can are busy here."),
        (f"{AT_TEN}\nRRULE:FREQ=DAILY;INTERVAL=0", 1, "This event can't be read in full. Check when it takes place."),
        (
            f"{AT_TEN}\nRRULE:FREQ=DAILY;SKIP=FORWARD",
            1,
            "This event can't be read in full. Check when it takes place.",
        ),
        (
            "DTSTART:20261201T160000Z\nDTEND:20261201T150000Z",
            1,
            "This event ends before it begins. The time in between is busy here.",
        ),
        (f"{AT_TEN}\nRRULE:FREQ=SECONDLY", 1, "This event repeats too often. Only its first time is busy here."),
        (
            f"{AT_TEN}\nRRULE:FREQ=DAILY;BYMINUTE={','.join(map(str, range(60)))}",
            1,
            "This event repeats too often. Only its first time is busy here.",
        ),
        (
            "DTSTART:00010101T100000\nRRULE:FREQ=DAILY",
            0,
            "This event has repeated for more than 100 years. Check its first day.",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_said_and_what_can_is_busy(event, kept, sentence):
    reading = read_ics(calendar(event, OTHER_EVENT))
    assert on_clock(reading.rows) == [*["12-01 10:00 to 12-01 11:00"] * kept, OTHER_TIME]
    assert [str(bad) for bad in reading.bad] == [f"Line 4: {sentence}"]


def test_a_file_replaces_all_that_was_there_for_those_whom_it_names(physician, make_physician, scheduler):
    other = make_physician("other")
    busy(physician, "2026-12-01 9:00", "10:00")
    busy(other, "2026-12-01 9:00", "10:00")
    text = (
        f"{HEADER}{physician.npi},2026-12-03T09:00,2026-12-03T10:00,V1\n"
        f"{physician.npi},2026-12-03T11:00,never,\n1999999999,2026-12-03T09:00,2026-12-03T10:00,\n"
    )
    imported = import_busy_times(reading=read_file(text.encode(), kind="csv"), staff=scheduler)
    assert [f"{start:%m-%d %H}" for start in times_of(physician)] == ["12-03 14"]
    assert [f"{start:%m-%d %H}" for start in times_of(other)] == ["12-01 14"]
    record = BusyImport.objects.get()
    assert (record.physician, record.staff, record.taken, record.refused) == (physician, scheduler, 1, 1)
    assert [problem[:7] for problem in imported.problems] == ["Line 3:", "Line 4:"]


def test_a_file_of_bad_rows_alone_leaves_a_calendar_as_it_was(physician):
    busy(physician, "2026-12-01 9:00", "10:00")
    for row in ("1999999999,2026-12-03T09:00,2026-12-03T10:00,\n", f"{physician.npi},soon,later,\n"):
        reading = read_file(f"{HEADER}{row}".encode(), kind="csv")
        imported = import_busy_times(reading=reading, physician=physician, allow_fewer=True)
        assert (imported.replaced, len(imported.problems)) == ([], 2)
    assert len(times_of(physician)) == 1


@pytest.mark.parametrize(
    ("before", "rows", "stays"), [(0, 0, False), (1, 0, True), (2, 1, False), (3, 1, True), (3, 2, False)]
)
def test_fewer_than_half_of_the_times_ahead_replace_a_calendar_only_on_demand(physician, before, rows, stays):
    busy(physician, "2026-11-01 9:00", "10:00")  # what is over does not count, here and in the file
    for hour in range(before):
        busy(physician, f"2026-12-01 {9 + hour}:00", f"{9 + hour}:30")
    ahead = [f"{physician.npi},2026-12-03T0{hour}:00,2026-12-03T09:30,\n" for hour in range(rows)]
    over = f"{physician.npi},2026-11-02T09:00,2026-11-02T09:30,\n"
    reading = read_file("".join([HEADER, over, *ahead]).encode(), kind="csv")
    imported = import_busy_times(reading=reading)
    assert (imported.fewer, len(times_of(physician))) == (stays, 1 + (before if stays else rows))
    if stays:
        assert f"has {before} upcoming busy times, but the file has only {rows}." in imported.problems[0]
        assert not import_busy_times(reading=reading, allow_fewer=True).problems
        assert len(times_of(physician)) == 1 + rows


def test_visits_that_the_health_record_gives_to_someone_else_are_reported(physician, make_request):
    with undone():
        ours = visit(make_request(), physician, "2026-12-01 9:00", "10:00", visit_number="V1")
        other = visit(make_request(), physician, "2026-12-02 9:00", "10:00")
        visit(make_request(), physician, "2026-12-03 9:00", "10:00", status="cancelled")
        text = "".join(
            f"{physician.npi},2026-12-0{day}T09:30,2026-12-0{day}T10:00,{number}\n"
            for day, number in ((1, "V1"), (2, ""), (3, "V3"))
        )
        reading = read_file((HEADER + text).encode(), kind="csv")
        replaced = replace_busy_times(physician_id=physician.pk, rows=reading.rows)
        assert replaced.in_the_way == [other]
        reading = read_file((HEADER + text.replace("V1", "V9")).encode(), kind="csv")
        assert replace_busy_times(physician_id=physician.pk, rows=reading.rows).in_the_way == [ours, other]


def run(*arguments):
    """Run the command and return its exit code, output and errors."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("import_busy_times", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), f"{err.getvalue()}{error}"
    return 0, out.getvalue(), err.getvalue()


def test_the_command_says_by_its_exit_code_whether_every_row_was_taken_over(physician, tmp_path):
    good, bad, ics = tmp_path / "good.csv", tmp_path / "bad.csv", tmp_path / "calendar"
    good.write_text(f"{HEADER}{physician.npi},2026-12-03T09:00,2026-12-03T10:00,\n")
    bad.write_text(f"{good.read_text()}{physician.npi},soon,later,\n")
    ics.write_text(calendar("DTSTART:20261201T140000Z\nDTEND:20261201T150000Z"))
    assert run(good) == (0, f"{physician.npi}: 1 busy times\n", "")
    code, _, errors = run(bad)
    assert (code, len(times_of(physician))) == (1, 1)
    assert "Line 3: “soon” isn't a time." in errors
    assert run(ics)[0] == run(ics, "--format=ics")[0] == run(tmp_path / "missing.csv")[0] == 2
    assert run(ics, "--format=ics", "--physician=1999999999")[0] == 2
    assert f"{times_of(physician)[0]:%m-%d}" == "12-03"
    assert run(ics, "--format=ics", f"--physician={physician.npi}")[0] == 0
    assert f"{times_of(physician)[0]:%m-%d}" == "12-01"
    ics.write_text(calendar("DTSTART;TZID=Custom:20261202T090000\nDURATION:PT1H"))
    code, _, errors = run(ics, "--format=ics", f"--physician={physician.npi}", "--owner=jane@example.org")
    assert (code, errors[:49]) == (0, "Line 4: We don't know for sure which time zone th")
    assert (BusyImport.objects.first().guessed, BusyTime.objects.get().is_guess) == (1, True)
    good.write_text(HEADER)
    code, _, errors = run(good, f"--physician={physician.npi}")
    assert (code, "--allow-fewer" in errors, len(times_of(physician))) == (2, True, 1)
    assert run(good, f"--physician={physician.npi}", "--allow-fewer")[0] == len(times_of(physician)) == 0
