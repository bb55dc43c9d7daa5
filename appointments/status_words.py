"""The status of a request or a visit, in the patient's words."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import Appointment, AppointmentRequest
from appointments.workflow import AppointmentStatus, ClosedReason, Status

WORDS: dict[Status, str | Promise] = {
    Status.SUBMITTED: gettext_lazy("We have your request and will read it soon."),
    Status.IN_REVIEW: gettext_lazy("Our scheduling team is working on your request."),
    Status.WAITING_ON_PATIENT: gettext_lazy("We have a question for you. We'll continue as soon as you answer."),
    Status.WAITLISTED: gettext_lazy("You're on the waitlist. We'll contact you when a time opens up."),
    Status.OFFERED: gettext_lazy("We're holding times for you. Choose one below."),
    Status.BOOKED: gettext_lazy("Your visit is booked."),
    Status.CLOSED: gettext_lazy("This request is closed. Call us if you still need an appointment."),
}

CLOSED_WORDS: dict[ClosedReason, str | Promise] = {
    ClosedReason.FULFILLED: gettext_lazy("Your visit took place. Call us if you have a question about it."),
    ClosedReason.NO_SHOW: gettext_lazy("We did not see you at your visit. Call us if you still need an appointment."),
    ClosedReason.CANCELLED_BY_PATIENT: gettext_lazy("You have canceled this request."),
    ClosedReason.CANCELLED_BY_STAFF: gettext_lazy(
        "We have canceled this request. Call us if you still need an appointment."
    ),
    ClosedReason.UNREACHABLE: gettext_lazy(
        "We tried to reach you and could not, so this request is closed. Call us if you still need an appointment."
    ),
    ClosedReason.SENT_TO_EMERGENCY: gettext_lazy(
        "This request is closed. If you have an emergency, call 911. Call us if you still need an appointment."
    ),
    # A duplicate gets the plain words: the sender must not learn that the patient has another request.
}

# The visit stays booked while staff look for another time.
LOOKING_FOR_ANOTHER = gettext_lazy(
    "We're looking for another time for you. Your current visit is still booked until you accept another time."
)
TO_BE_MOVED: dict[Status, str | Promise] = {
    Status.WAITING_ON_PATIENT: gettext_lazy(
        "We have a question for you. Your current visit is still booked until you accept another time."
    ),
    Status.OFFERED: gettext_lazy(
        "We're holding other times for you. Choose one below. Your current visit is still booked until you accept one."
    ),
}
CANT_TAKE_PLACE = gettext_lazy("The doctor can't see you at the time of your visit, so it can't take place then.")
INSTEAD_OF_IT: dict[Status, str | Promise] = {
    Status.WAITING_ON_PATIENT: gettext_lazy("We have a question for you before we can find another time."),
    Status.OFFERED: gettext_lazy("We're holding other times for you. Please choose one below."),
}
LOOKING_INSTEAD = gettext_lazy("We're looking for another time for you.")


def status_in_words(request: AppointmentRequest, visit: Appointment | None = None) -> str:
    """Return a request's status as a sentence. `visit` is its booked visit, if the page shows one."""
    is_untried = request.closed_reason == ClosedReason.UNREACHABLE and not request.contact_attempts.exists()
    if request.closed_reason in CLOSED_WORDS and not is_untried:
        return str(CLOSED_WORDS[ClosedReason(request.closed_reason)])
    if visit is not None and request.status != Status.BOOKED:
        return str(TO_BE_MOVED.get(Status(request.status), LOOKING_FOR_ANOTHER))
    return str(WORDS[Status(request.status)])


def lost_visit_in_words(request: AppointmentRequest, *, times_held: bool) -> str:
    """Return the status of a request whose booked visit can't take place. `times_held`: there are times to choose."""
    is_offered_nothing = request.status == Status.OFFERED and not times_held
    then = None if is_offered_nothing else INSTEAD_OF_IT.get(Status(request.status))
    return f"{CANT_TAKE_PLACE} {then or LOOKING_INSTEAD}"


def visit_in_words(visit: Appointment) -> str:
    """Return the line above the day and time of a visit."""
    if visit.status == AppointmentStatus.ARRIVED:
        return _("You have been checked in")
    if visit.end <= timezone.now():
        return _("Your visit was on")
    return _("Your visit is booked")
