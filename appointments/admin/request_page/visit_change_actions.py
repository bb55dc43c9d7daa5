"""The booked visit is canceled, or kept after all. To move it, staff book another time."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import UNSEEN, text_area
from appointments.admin.request_state import RequestState
from appointments.mail.kinds.visit_mail import CANCELLED
from appointments.services.visits.bookings import SAY_WHY_CANCELED, cancel_visit, keep_visit
from appointments.services.visits.doctor_away_visits import SAY_WHO_SEES_THEM, keep_despite_absence
from appointments.workflow import Status

from .action import WAS_EARLIER, ActionForm, ActionRequest, RequestAction


class CancelForm(ActionForm):
    """Who cancels a visit, why, and whether another is wanted."""

    by_patient = forms.TypedChoiceField(
        label=_("Who is canceling?"),
        choices=[("yes", _("The patient")), ("no", _("We are"))],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who is canceling.")},
    )
    still_wanted = forms.TypedChoiceField(
        label=_("Does the patient still want a visit?"),
        choices=[("yes", _("Yes, keep the request open")), ("no", _("No, close the request"))],
        coerce="yes".__eq__,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the patient still wants a visit.")},
    )
    reason = text_area(_("Why? (optional if the patient is canceling)"), required=False, help_text=UNSEEN)

    def clean(self) -> dict[str, Any]:
        """Ask for a reason if we are canceling; a patient doesn't owe us one."""
        values = super().clean() or {}
        if values.get("by_patient") is False and not values.get("reason"):
            self.add_error("reason", SAY_WHY_CANCELED)
        return values


class CancelVisit(RequestAction):
    """Cancel the visit, and close the request unless another visit is wanted."""

    name = "cancel"
    title = _("Cancel the visit")
    button = _("Cancel the visit")
    form_class = CancelForm
    mail = CANCELLED
    not_now = WAS_EARLIER

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit is not None and not state.visit_was_earlier

    def run(self, pressed: ActionRequest) -> str:
        values = {name: pressed.values[name] for name in ("reason", "by_patient", "still_wanted")}
        request = cancel_visit(**pressed.seen, **values)
        if request.status == Status.CLOSED:
            return _now("The visit is canceled and the request closed.")
        return _now("The visit is canceled. The request is back in review.")


class SeenAnywayForm(ActionForm):
    """Why the visit takes place although the doctor is away."""

    reason = text_area(
        _("Why?"),
        max_length=500,
        help_text=_("For example: Dr. Lopez comes in for this visit, or a colleague sees the patient."),
        error_messages={"required": SAY_WHO_SEES_THEM},
    )


class SeenAnyway(RequestAction):
    """The doctor is away, and the patient will be seen at that time all the same."""

    name = "seen_anyway"
    title = _("The patient will be seen anyway")
    button = _("Keep this visit")
    form_class = SeenAnywayForm
    not_now = _("The doctor isn't away at the time of this visit.")

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit_without_doctor is not None

    def run(self, pressed: ActionRequest) -> str:
        keep_despite_absence(**pressed.seen, reason=pressed.values["reason"])
        return _now("The visit stays as booked, and its reminders go out.")


class KeepVisit(RequestAction):
    """Keep the time of a visit that was going to be moved, unless its doctor won't be there then."""

    name = "keep"
    button = _("Keep the current visit")
    not_now = _("The visit is already kept as booked, or its doctor won't be there.")

    def is_allowed(self, state: RequestState) -> bool:
        is_to_be_moved = state.visit is not None and state.request.status != Status.BOOKED
        return is_to_be_moved and state.visit_without_doctor is None

    def run(self, pressed: ActionRequest) -> str:
        keep_visit(**pressed.seen)
        return _now("The visit stays as booked.")
