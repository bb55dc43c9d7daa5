"""The life of a request: its states, and which may follow which.

The same table becomes a trigger on the request's row, so that no road around the services exists.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a request stands, in the words of the desk."""

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


# The promise to answer runs here; it rests while the patient thinks.
CLOCK_RUNS = (Status.SUBMITTED, Status.IN_REVIEW, Status.WAITLISTED)


def next_statuses(status: str) -> tuple[Status, ...]:
    """Return the states that may follow `status`."""
    return TRANSITIONS[Status(status)]


def needs_reason(from_status: str, to_status: str) -> bool:
    """Tell whether staff must say why: on declining to go on, and on opening a closed request again."""
    return Status.CLOSED in (from_status, to_status)
