"""The request is closed, opened again, or waits."""

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.forms import CloseForm, DeskForm, DuplicateForm, ReopenForm, WaitlistForm
from appointments.admin.request_state import RecordState
from appointments.services.requests.closing import (
    close_request,
    mark_duplicate,
    reopen_request,
    resume_request,
    waitlist_request,
)
from appointments.services.requests.contact_attempts import seems_unreachable
from appointments.workflow import ClosedReason, Status

from .action import Deed, RecordAction


class Close(RecordAction):
    """Decline, or close otherwise, with a reason. A visit that is booked is canceled instead."""

    name = "close"
    title = _("Decline or close")
    button = _("Close the request")
    not_now = _("A visit is booked. Cancel the visit: that can close the request too.")
    form_class = CloseForm
    leads_on = True

    def is_allowed(self, state: RecordState) -> bool:
        """It is open and no visit stands."""
        return not state.is_closed and state.visit is None

    def form(self, state: RecordState, data: Any = None) -> DeskForm:
        """Return the form, with “unreachable” filled in after enough attempts."""
        form = super().form(state, data)
        if data is None and seems_unreachable(state.record):
            form.initial = {
                "closed_reason": ClosedReason.UNREACHABLE,
                "reason": _now("Three attempts to reach the patient found nobody."),
            }
        return form

    def run(self, deed: Deed) -> str:
        """Close."""
        close_request(**deed.seen, closed_reason=deed.values["closed_reason"], reason=deed.values["reason"])
        return _now("The request is closed.")


class MarkDuplicate(RecordAction):
    """Close it as a duplicate of another."""

    name = "duplicate"
    title = _("Duplicate of another")
    button = _("Close as duplicate")
    form_class = DuplicateForm

    def run(self, deed: Deed) -> str:
        """Mark."""
        mark_duplicate(**deed.seen, of_reference=deed.values["of_reference"])
        return _now("The request is closed as a duplicate. Nothing was merged.")


class Reopen(RecordAction):
    """Open a closed request again."""

    name = "reopen"
    title = _("Reopen")
    button = _("Reopen the request")
    form_class = ReopenForm

    def is_allowed(self, state: RecordState) -> bool:
        """It is closed."""
        return state.is_closed

    def run(self, deed: Deed) -> str:
        """Reopen."""
        reopen_request(**deed.seen, reason=deed.values["reason"])
        return _now("The request is open again.")


class Waitlist(RecordAction):
    """Put it on the waitlist."""

    name = "waitlist"
    title = _("Put on the waitlist")
    button = _("Put on the waitlist")
    form_class = WaitlistForm
    leads_on = True

    def is_allowed(self, state: RecordState) -> bool:
        """It is with us, or times are offered, and no visit stands."""
        return state.visit is None and state.record.status in (Status.SUBMITTED, Status.IN_REVIEW, Status.OFFERED)

    def run(self, deed: Deed) -> str:
        """Wait."""
        waitlist_request(**deed.seen, reason=deed.values["reason"])
        return _now("The request is on the waitlist.")


class Resume(RecordAction):
    """Bring it back into review."""

    name = "resume"
    button = _("Back into review")

    def is_allowed(self, state: RecordState) -> bool:
        """It waits."""
        return state.record.status in (Status.WAITING_ON_PATIENT, Status.WAITLISTED)

    def run(self, deed: Deed) -> str:
        """Resume."""
        resume_request(**deed.seen)
        return _now("The request is in review again.")
