"""The life of a request and the life of a visit: their statuses, and which may follow which.

The same tables are compiled into triggers, so not even raw SQL can make an illegal move.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """The status of a request, in the words of the desk."""

    SUBMITTED = "submitted", _("New")
    IN_REVIEW = "in_review", _("In review")
    WAITING_ON_PATIENT = "waiting_on_patient", _("Waiting on patient")
    WAITLISTED = "waitlisted", _("On the waitlist")
    OFFERED = "offered", _("Times offered")
    BOOKED = "booked", _("Booked")
    CLOSED = "closed", _("Closed")


class ClosedReason(models.TextChoices):
    """Why a request was closed."""

    FULFILLED = "fulfilled", _("The visit took place")
    NO_SHOW = "no_show", _("The patient did not come")
    CANCELLED_BY_PATIENT = "cancelled_by_patient", _("Canceled by the patient")
    CANCELLED_BY_STAFF = "cancelled_by_staff", _("Canceled by us")
    DECLINED = "declined", _("Declined")
    UNREACHABLE = "unreachable", _("The patient could not be reached")
    DUPLICATE = "duplicate", _("Duplicate of another request")
    SENT_TO_EMERGENCY = "sent_to_emergency", _("Sent to the emergency department, or told to call 911")


# What staff may choose when they close a request; the others follow from the visit, or name another request.
CLOSED_BY_HAND = (
    ClosedReason.DECLINED,
    ClosedReason.UNREACHABLE,
    ClosedReason.CANCELLED_BY_PATIENT,
    ClosedReason.CANCELLED_BY_STAFF,
    ClosedReason.SENT_TO_EMERGENCY,
)


# These follow from the visit's outcome.
CLOSED_BY_VISIT = (ClosedReason.FULFILLED, ClosedReason.NO_SHOW)

TRANSITIONS: dict[Status, tuple[Status, ...]] = {
    Status.SUBMITTED: (Status.IN_REVIEW, Status.CLOSED),
    Status.IN_REVIEW: (
        Status.WAITING_ON_PATIENT,
        Status.WAITLISTED,
        Status.OFFERED,
        Status.BOOKED,
        Status.CLOSED,
    ),
    Status.WAITING_ON_PATIENT: (Status.IN_REVIEW, Status.OFFERED, Status.BOOKED, Status.CLOSED),
    Status.WAITLISTED: (Status.IN_REVIEW, Status.OFFERED, Status.BOOKED, Status.CLOSED),
    Status.OFFERED: (Status.BOOKED, Status.IN_REVIEW, Status.WAITLISTED, Status.CLOSED),
    Status.BOOKED: (Status.IN_REVIEW, Status.CLOSED),
    Status.CLOSED: (Status.IN_REVIEW,),
}


# The response clock runs in these. It pauses while we wait for the patient and stops once we've answered.
CLOCK_RUNS = (Status.SUBMITTED, Status.IN_REVIEW)
# No time is decided or offered yet; but a visit that is to be moved stays booked until then.
UNDECIDED = (Status.SUBMITTED, Status.IN_REVIEW, Status.WAITING_ON_PATIENT, Status.WAITLISTED)


def next_statuses(status: str) -> tuple[Status, ...]:
    """Return the statuses that may follow `status`."""
    return TRANSITIONS[Status(status)]


class AppointmentStatus(models.TextChoices):
    """The status of a visit (the values of FHIR R4 AppointmentStatus that we use)."""

    PENDING = "pending", _("Offered")
    BOOKED = "booked", _("Booked")
    ARRIVED = "arrived", _("Checked in")
    FULFILLED = "fulfilled", _("Completed")
    CANCELLED = "cancelled", _("Canceled")
    NOSHOW = "noshow", _("No-show")
    ENTERED_IN_ERROR = "entered-in-error", _("Entered in error")


# These take the physician's time: no two of the same physician may overlap.
TAKES_TIME = (AppointmentStatus.PENDING, AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED)
# A request has at most one visit with such a status.
ACTIVE = (AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED)
# The visit has an outcome.
OVER = (AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW)

VISIT_TRANSITIONS: dict[AppointmentStatus, tuple[AppointmentStatus, ...]] = {
    AppointmentStatus.PENDING: (
        AppointmentStatus.BOOKED,
        AppointmentStatus.CANCELLED,
        AppointmentStatus.ENTERED_IN_ERROR,
    ),
    AppointmentStatus.BOOKED: (
        AppointmentStatus.ARRIVED,
        AppointmentStatus.FULFILLED,
        AppointmentStatus.NOSHOW,
        AppointmentStatus.CANCELLED,
        AppointmentStatus.ENTERED_IN_ERROR,
    ),
    AppointmentStatus.ARRIVED: (
        AppointmentStatus.BOOKED,  # checked in by mistake
        AppointmentStatus.FULFILLED,
        AppointmentStatus.CANCELLED,
        AppointmentStatus.ENTERED_IN_ERROR,
    ),
    AppointmentStatus.FULFILLED: (*ACTIVE, AppointmentStatus.ENTERED_IN_ERROR),  # the wrong button was pressed
    AppointmentStatus.NOSHOW: (AppointmentStatus.BOOKED, AppointmentStatus.ENTERED_IN_ERROR),
    AppointmentStatus.CANCELLED: (),
    AppointmentStatus.ENTERED_IN_ERROR: (),
}
