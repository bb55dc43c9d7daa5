"""Tell whether an event keeps the calendar's owner busy. Uses no Django settings (see ics_process.py)."""

import enum
from collections.abc import Iterable
from typing import Any

from icalendar import Calendar, Event

STATUSES = ("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS")


class Answer(enum.Enum):
    """What an event does to its owner's time."""

    FREE = "free"
    BUSY = "busy"
    MAYBE_FREE = "maybe"  # it says so, but not whose answer that is


def owners_of(calendars: Iterable[Calendar], known: str) -> set[str]:
    """Return the e-mail addresses of the owner: the known one, and the calendar's name where that is an address."""
    names = [str(calendar.get("X-WR-CALNAME", "")) for calendar in calendars]
    return {name.strip().lower() for name in (known, *names) if "@" in name}


def answer_to(event: Event, owners: set[str]) -> Answer:
    """Return whether an event takes its owner's time.

    In an invitation, “free” and “declined” count only if we know that it's the owner who says so: the organizer may
    have marked it as free for everyone, and others may have declined.
    """
    if _word(event, "STATUS") == "CANCELLED":
        return Answer.FREE
    is_free = _says_free(event)
    guests = _as_list(event.get("ATTENDEE"))
    if not guests:
        return Answer.FREE if is_free else Answer.BUSY
    own = [_answer(guest) for guest in guests if _address(guest) in owners]
    is_organizer = any(_address(each) in owners for each in _as_list(event.get("ORGANIZER")))
    if own and set(own) == {"DECLINED"}:
        return Answer.FREE
    if own or is_organizer:
        return Answer.FREE if is_free else Answer.BUSY
    return Answer.MAYBE_FREE if is_free or "DECLINED" in map(_answer, guests) else Answer.BUSY


def _says_free(event: Event) -> bool:
    """Return True if one property says “free” and no other one says anything else."""
    statuses = {_word(event, name) for name in STATUSES} - {""}
    transparency = _word(event, "TRANSP")
    return transparency != "OPAQUE" and statuses <= {"FREE"} and bool(transparency == "TRANSPARENT" or statuses)


def _answer(guest: Any) -> str:
    return str(guest.params.get("PARTSTAT", "")).upper()


def _address(person: Any) -> str:
    return str(person).strip().lower().removeprefix("mailto:")


def _word(event: Event, name: str) -> str:
    return str(event.get(name, "")).strip().upper()


def _as_list(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [] if given is None else [given]
