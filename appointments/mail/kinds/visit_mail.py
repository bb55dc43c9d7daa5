"""Mail about a visit: booked, moved, canceled, coming up, missed."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.calendar.doctor_away import without_doctor
from appointments.mail.mail_kinds import Context, MailKind, Recipient, declare
from appointments.models import Appointment, Notification, RequestWording
from appointments.workflow import AppointmentStatus, ClosedReason, Status

from .mailed_request import request_of


def _visit_of(notification: Notification) -> Appointment:
    if notification.appointment is None:
        raise ValueError("this mail is not about a visit")
    return notification.appointment


def _visit(notification: Notification) -> Context:
    """Return the visit, what to bring, and until when it can be changed without a call."""
    visit = _visit_of(notification)
    return {
        "visit": visit,
        "prepare": RequestWording.current().lines_to_prepare(virtual=visit.is_virtual),
        "change_hours": settings.APPOINTMENTS_CHANGE_HOURS,
    }


def _cancelled_visit(notification: Notification) -> Context:
    """Return the visit that will not take place, and whether we look for another time."""
    request = request_of(notification)
    return {
        "visit": _visit_of(notification),
        "is_closed": request.status == Status.CLOSED,
        "is_still_wanted": request.status not in (Status.CLOSED, Status.BOOKED),
    }


def _is_as_told(notification: Notification) -> bool:
    visit = _visit_of(notification)
    return (
        visit.status == AppointmentStatus.BOOKED
        and visit.sequence == notification.sequence
        and visit.start > timezone.now()
    )


def _is_next_reminder(notification: Notification) -> bool:
    """Return True if the visit is to come, with its doctor, and no later reminder of it waits, as after an outage."""
    later = Notification.objects.filter(
        appointment=notification.appointment, kind=REMINDER.name, created_at__gt=notification.created_at
    )
    if later.exists() or not _is_as_told(notification):
        return False
    return not without_doctor(Appointment.objects.filter(pk=_visit_of(notification).pk)).exists()


def _is_cancelled(notification: Notification) -> bool:
    return _visit_of(notification).status == AppointmentStatus.CANCELLED


def _missed_visit(notification: Notification) -> Context:
    return {"visit": _visit_of(notification)}


def _is_missed(notification: Notification) -> bool:
    """Return True unless the no-show was undone or the request opened again; it's told once."""
    visit = _visit_of(notification)
    told_again = visit.notifications.filter(kind=MISSED.name, created_at__gt=notification.created_at)
    is_closed = request_of(notification).closed_reason == ClosedReason.NO_SHOW
    return is_closed and visit.status == AppointmentStatus.NOSHOW and not told_again.exists()


BOOKED = declare(
    MailKind(
        name="booked",
        label=_("Visit booked"),
        subject=_("Your appointment is booked (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_visit,
        still_needed=_is_as_told,
        calendar_method="REQUEST",
    )
)
MOVED = declare(
    MailKind(
        name="moved",
        label=_("Visit moved"),
        subject=_("Your appointment has been moved (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_visit,
        still_needed=_is_as_told,
        calendar_method="REQUEST",
    )
)
CANCELLED = declare(
    MailKind(
        name="cancelled",
        label=_("Visit canceled"),
        subject=_("Your appointment is canceled (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_cancelled_visit,
        still_needed=_is_cancelled,
        call=_("Say that the visit is canceled."),
        calendar_method="CANCEL",
    )
)
REMINDER = declare(
    MailKind(
        name="reminder",
        label=_("Reminder"),
        subject=_("Appointment reminder (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_visit,
        still_needed=_is_next_reminder,
        call=_("Remind the patient of the visit."),
    )
)
MISSED = declare(
    MailKind(
        name="missed",
        label=_("Visit missed"),
        subject=_("We missed you at your appointment (%(reference)s)"),
        goes_to=Recipient.PATIENT,
        context=_missed_visit,
        still_needed=_is_missed,
        call=_("Say that we missed the patient, and find another time."),
    )
)
