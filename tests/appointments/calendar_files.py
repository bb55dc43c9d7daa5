"""Calendar files for tests, and what we read in them."""

from django.utils import timezone

from appointments.calendar.busy_times.ics_events import events_in
from appointments.calendar.busy_times.ics_file import reading_of

from .hours import RALEIGH


def calendar(*events, head=""):
    """Return a calendar file of these events, each given as its lines; `head` is more lines of the calendar."""
    lines = [
        line
        for number, event in enumerate(events)
        for line in ("BEGIN:VEVENT", f"UID:{number}", "SUMMARY:Jane Doe, biopsy", *event.split("\n"), "END:VEVENT")
    ]
    more = head.split("\n") if head else []
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *more, *lines, "END:VCALENDAR", ""])


def one_event(*parts, head=""):
    """Return a calendar file in which these parts are one event with its exceptions."""
    text = calendar(*parts, head=head)
    for number in range(1, len(parts)):
        text = text.replace(f"UID:{number}", "UID:0")
    return text


def read_ics(text, owner=""):
    """Return what is in a calendar, without the process that guards the work."""
    return reading_of(events_in(text, timezone.localdate(), RALEIGH, owner))


def on_clock(rows):
    """Return times as Raleigh's clock shows them."""
    return [
        f"{row.start.astimezone(RALEIGH):%m-%d %H:%M} to {row.end.astimezone(RALEIGH):%m-%d %H:%M}" for row in rows
    ]
