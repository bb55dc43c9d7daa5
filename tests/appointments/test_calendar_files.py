"""Calendar files that every program takes: RFC 5545, RFC 5546, and nothing about anyone's health."""

import datetime
import re

from icalendar import Calendar

from appointments.mail.calendar_files import calendar_file
from appointments.models import Appointment, AppointmentRequest
from appointments.services.visits.bookings import cancel_visit

from .form_answers import NOW
from .visits import TUESDAY, at, book, seen, wanted

# RFC 5546, 3.2.1, 3.2.2 and 3.2.5: what a VEVENT of each method has exactly once, and what it must not have.
REQUIRED = {
    "PUBLISH": {"DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID"},
    "REQUEST": {"ATTENDEE", "DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID"},
    "CANCEL": {"ATTENDEE", "DTSTAMP", "ORGANIZER", "SEQUENCE", "STATUS", "UID"},
}
FORBIDDEN = {
    "PUBLISH": {"ATTENDEE", "REQUEST-STATUS", "VALARM"},
    "REQUEST": {"REQUEST-STATUS"},
    "CANCEL": {"REQUEST-STATUS", "VALARM"},
}
SECRETS = ("umor", "ack", "Lopez", "euro", "1962", "Pat", "Doe", "manage", "http")


def strictly_read(raw, method):
    """Return the one event of a file that keeps to the letter of both standards."""
    assert raw.endswith(b"\r\n")
    lines = raw.split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line and len(line) <= 75 for line in lines)  # RFC 5545, 3.1
    assert lines[0] == b"BEGIN:VCALENDAR"
    calendar = Calendar.from_ical(raw)
    (event,) = calendar.subcomponents
    assert event.name == "VEVENT"
    assert [component.errors for component in (calendar, event)] == [[], []]
    assert (str(calendar["VERSION"]), str(calendar["METHOD"])) == ("2.0", method)
    assert calendar["PRODID"]
    assert REQUIRED[method] <= set(event)
    assert not FORBIDDEN[method] & set(event)
    assert not any(isinstance(event[name], list) for name in event)
    assert all(
        re.search(rf"\r\n{name}:\d{{8}}T\d{{6}}Z\r\n", raw.decode()) for name in ("DTSTAMP", "DTSTART", "DTEND")
    )
    return event


def test_one_visit_from_booking_over_a_move_to_its_end_is_one_entry_in_a_calendar(
    make_request, visiting, clinic, scheduler, now
):
    clinic.name = "Clinic at the Peña Crossing, second floor, beside the big oak"
    clinic.street = "1 Sample Way; Suite 5"
    clinic.save()
    request = make_request()
    visit = book(request, scheduler, wanted(visiting, clinic))
    booked = calendar_file(visit, method="REQUEST")
    published = strictly_read(calendar_file(visit, method="PUBLISH"), "PUBLISH")
    now.shift(datetime.timedelta(hours=1))
    assert calendar_file(Appointment.objects.get(), method="REQUEST") == booked  # sent twice: the same bytes
    visit = book(request, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    moved = strictly_read(calendar_file(visit, method="REQUEST"), "REQUEST")
    cancel_visit(**seen(request), actor=scheduler, reason="Back pain is gone.", by_patient=True, still_wanted=False)
    cancelled = strictly_read(calendar_file(Appointment.objects.get(), method="CANCEL"), "CANCEL")

    booked = strictly_read(booked, "REQUEST")
    events = [booked, moved, cancelled]
    assert {str(event["UID"]) for event in [published, *events]} == {f"{visit.uid}@example.com"}
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [event["DTSTART"].dt for event in events] == [at(TUESDAY), visit.start, visit.start]
    assert booked["DTEND"].dt == at("2026-11-24 09:30")
    assert booked["DTSTAMP"].dt.isoformat() == NOW
    assert str(booked["SUMMARY"]) == "Appointment at WakeMed Spine"
    assert str(booked["LOCATION"]) == f"{clinic.name}, {clinic.street}, Raleigh, NC 27610"
    assert str(booked["ORGANIZER"]) == "mailto:appointments@example.com"
    assert str(booked["ATTENDEE"]) == "mailto:pat@example.com"
    answer = {name: booked["ATTENDEE"].params[name] for name in ("PARTSTAT", "RSVP")}
    assert answer == {"PARTSTAT": "ACCEPTED", "RSVP": "FALSE"}


def test_a_virtual_visit_says_nothing_but_time_and_phone_whatever_the_address_looks_like(
    make_request, visiting, scheduler
):
    request = make_request()
    odd = "o'neil+x%;,:y@example.com"
    AppointmentRequest.objects.update(visit_type="virtual", patient_state="NC", email=odd)
    raw = calendar_file(book(request, scheduler, wanted(visiting, None, "2026-11-24 13:00")), method="REQUEST")
    event = strictly_read(raw, "REQUEST")
    assert str(event["LOCATION"]) == "Video visit"
    assert str(event["DESCRIPTION"]) == "Questions? Call (919) 555-0100."
    assert str(event["ATTENDEE"]) == "mailto:o'neil+x%25%3B%2C%3Ay@example.com"
    assert not [secret for secret in SECRETS if secret.encode() in raw]
