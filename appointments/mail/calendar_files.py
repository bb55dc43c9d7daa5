"""A visit as a calendar file (RFC 5545), also as the invitation and the cancellation in a mail (RFC 5546).

It says no more than an envelope would: no condition, no reason, no physician and no link. Calendars are shared.
"""

import datetime
from typing import Literal
from urllib.parse import quote

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from appointments.mail.mail_from import mail_domain, sender_address, sender_name
from appointments.models import Appointment
from appointments.workflow import AppointmentStatus
from physicians.models import Location, Organization

Method = Literal["PUBLISH", "REQUEST", "CANCEL"]
FILE_NAME = "visit.ics"


def calendar_file(appointment: Appointment, *, method: Method) -> bytes:
    """Return the file of one visit: the same bytes until the visit changes again.

    Arguments:
        appointment: the visit; its UID never changes and its SEQUENCE rises with every change.
        method: PUBLISH for a file that the patient downloads; REQUEST (new or moved) and CANCEL for a mail, which
            name the patient's address as the attendee.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.HOSPITAL_NAME}//Appointments//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_event(appointment, with_attendee=method != "PUBLISH"))
    return calendar.to_ical()


def _event(appointment: Appointment, *, with_attendee: bool) -> Event:
    hospital = Organization.objects.first()
    name = hospital.name if hospital else str(settings.HOSPITAL_NAME)
    cancelled = appointment.status == AppointmentStatus.CANCELLED
    event = Event()
    event.add("uid", f"{appointment.uid}@{mail_domain()}")
    event.add("sequence", appointment.sequence)
    # When it was last changed, not when the file is made: the same mail sent twice has the same entry twice.
    event.add("dtstamp", _utc(appointment.changes.latest("id").at))
    event.add("dtstart", _utc(appointment.start))
    event.add("dtend", _utc(appointment.end))
    event.add("summary", _("Appointment at %(hospital)s") % {"hospital": name})
    event.add("location", _place(appointment.location))
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")  # other people who can see the patient's calendar see only that the time is taken
    if hospital:
        event.add("description", _("Questions? Call %(phone)s.") % {"phone": hospital.appointment_phone.as_national})
    event.add("organizer", _organizer())
    if with_attendee:
        event.add("attendee", _attendee(appointment.request.email))
    return event


def _utc(moment: datetime.datetime) -> datetime.datetime:
    """Return the moment in UTC: a zone's name would need a VTIMEZONE beside it, and DTSTAMP allows nothing else."""
    return moment.astimezone(datetime.UTC).replace(microsecond=0)


def _place(location: Location | None) -> str:
    if location is None:
        return _("Video visit")
    return f"{location.name}, {location.street}, {location.city}, {location.state} {location.postal_code}"


def _mailto(email: str) -> vCalAddress:
    return vCalAddress("mailto:" + quote(email, safe="@!$&'*+="))  # RFC 6068


def _organizer() -> vCalAddress:
    organizer = _mailto(sender_address())
    if sender_name():
        organizer.params["CN"] = sender_name()
    return organizer


def _attendee(email: str) -> vCalAddress:
    """Return the patient as an attendee who has said yes: mail programs then ask for no answer."""
    attendee = _mailto(email)
    attendee.params |= {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "ACCEPTED",
        "RSVP": "FALSE",
    }
    return attendee
