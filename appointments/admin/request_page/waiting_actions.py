"""The request waits, or comes back into review."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import UNSEEN, text_area
from appointments.admin.request_state import RequestState
from appointments.admin.waitlist_words import wished_words
from appointments.mail.kinds.request_mail import WAITLISTED
from appointments.services.requests.closing import resume_request, waitlist_request
from appointments.workflow import Status

from .action import ActionForm, ActionRequest, RequestAction


class WaitlistForm(ActionForm):
    """What the patient waits for."""

    reason = text_area(_("What are they waiting for?"), required=False, help_text=UNSEEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:
            self.initial = {"reason": wished_words(self.state.request)}


class Waitlist(RequestAction):
    """Put it on the waitlist; offered times are released."""

    name = "waitlist"
    title = _("Put on the waitlist")
    button = _("Put on the waitlist")
    form_class = WaitlistForm
    mail = WAITLISTED
    mail_is_known = True
    in_box = 40
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit is None and state.request.status in (Status.SUBMITTED, Status.IN_REVIEW, Status.OFFERED)

    def run(self, pressed: ActionRequest) -> str:
        waitlist_request(**pressed.seen, reason=pressed.values["reason"])
        return _now("The request is on the waitlist.")


class Resume(RequestAction):
    """Bring a waiting request back into review."""

    name = "resume"
    button = _("Put back in review")

    def is_allowed(self, state: RequestState) -> bool:
        return state.request.status in (Status.WAITING_ON_PATIENT, Status.WAITLISTED)

    def run(self, pressed: ActionRequest) -> str:
        resume_request(**pressed.seen)
        return _now("The request is back in review.")
