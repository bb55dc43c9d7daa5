"""Where a request stands, in the patient's words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest
from appointments.workflow import ClosedReason, Status

WORDS: dict[Status, Promise] = {
    Status.SUBMITTED: _("We have your request and will read it soon."),
    Status.IN_REVIEW: _("Our scheduling team is working on your request."),
    Status.WAITING_ON_PATIENT: _("We have a question for you. Please call us or answer our message."),
    Status.WAITLISTED: _("You are on the waitlist. We will contact you when a time becomes free."),
    Status.OFFERED: _("We have offered you times. Please call us to choose one."),
    Status.BOOKED: _("Your visit is booked. We have told you the time; call us if you need it again."),
    Status.CLOSED: _("This request is closed. Call us if you still need an appointment."),
}


CANCELLED = _("You have canceled this request.")


def status_in_words(request: AppointmentRequest) -> Promise:
    """Return the sentence for where a request stands."""
    if request.closed_reason == ClosedReason.CANCELLED_BY_PATIENT:
        return CANCELLED
    return WORDS[Status(request.status)]
