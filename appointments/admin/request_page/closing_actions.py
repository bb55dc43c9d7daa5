"""The request is closed, or opened again."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import UNSEEN, text_area
from appointments.admin.request_state import RequestState
from appointments.mail.calls import TELL_OF_THE_END
from appointments.mail.kinds.request_mail import CLOSED, REOPENED
from appointments.mail.mail_preview import MailPreview, preview_of, without_common_end
from appointments.request_form.fields import PlainTextField
from appointments.services.requests.closing import (
    CHOOSE_A_KIND,
    SAY_WHY,
    close_request,
    mark_duplicate,
    reopen_request,
)
from appointments.workflow import CLOSED_BY_HAND, ClosedReason

from .action import ActionForm, ActionRequest, RequestAction


class CloseForm(ActionForm):
    """Why a request is closed."""

    closed_reason = forms.ChoiceField(
        label=_("Reason for closing"),
        choices=[(reason.value, reason.label) for reason in CLOSED_BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE_A_KIND},
    )
    reason = text_area(_("Why?"), help_text=UNSEEN, error_messages={"required": SAY_WHY})


class Close(RequestAction):
    """Decline or close with a reason. A request with a booked visit isn't closed: its visit is canceled."""

    name = "close"
    title = _("Decline or close")
    button = _("Close the request")
    not_now = _("A visit is booked. Cancel the visit: that can close the request too.")
    form_class = CloseForm
    templates_fill = "reason"
    mail = CLOSED
    in_box = 30
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return not state.is_closed and state.visit is None

    def previews(self, state: RequestState) -> list[MailPreview]:
        """Return the mail of each reason for closing. One says that we called only if someone did."""
        called = "called" if state.history.attempts else ""
        return without_common_end(
            [
                preview_of(
                    CLOSED,
                    state.request,
                    label=str(reason.label),
                    closed_reason=reason.value,
                    also=called if reason == ClosedReason.UNREACHABLE else "",
                )
                for reason in CLOSED_BY_HAND
            ]
        )

    def form(self, state: RequestState, data: Any = None) -> ActionForm:
        """Return the form, with “unreachable” filled in after enough attempts."""
        form = super().form(state, data)
        if data is None and state.seems_unreachable:
            form.initial = {
                "closed_reason": ClosedReason.UNREACHABLE,
                "reason": _now("Three attempts to reach the patient failed."),
            }
        return form

    def run(self, pressed: ActionRequest) -> str:
        values = {name: pressed.values[name] for name in ("closed_reason", "reason")}
        close_request(**pressed.seen, **values)
        return _now("The request is closed.")


class DuplicateForm(ActionForm):
    """Which request this one repeats."""

    of_reference = PlainTextField(
        label=_("Reference of the other request"),
        max_length=20,
        help_text=_("This request's offered times and booked visit are released. Nothing is merged."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Enter the reference of the other request.")},
    )


class MarkDuplicate(RequestAction):
    """Close it as a duplicate of another request."""

    name = "duplicate"
    title = _("Close as a duplicate")
    button = _("Close as duplicate")
    form_class = DuplicateForm
    mail = CLOSED
    in_box = 50

    def run(self, pressed: ActionRequest) -> str:
        mark_duplicate(**pressed.seen, of_reference=pressed.values["of_reference"])
        return _now("The request is closed as a duplicate. Nothing was merged.")


class ReopenForm(ActionForm):
    """Why a closed request is opened again."""

    reason = text_area(_("Why?"), help_text=UNSEEN, error_messages={"required": SAY_WHY})


class Reopen(RequestAction):
    """Open a closed request again."""

    name = "reopen"
    title = _("Reopen")
    button = _("Reopen the request")
    form_class = ReopenForm
    mail = REOPENED
    mail_is_known = True

    def is_allowed(self, state: RequestState) -> bool:
        return state.is_closed

    def tells(self, state: RequestState) -> bool:
        """Return True if the patient was told that the request is closed."""
        return not state.is_no_show and any(mail.was_told and mail.kind in TELL_OF_THE_END for mail in state.mail)

    def run(self, pressed: ActionRequest) -> str:
        reopen_request(**pressed.seen, reason=pressed.values["reason"])
        return _now("The request is open again.")


class OfferAgain(RequestAction):
    """Open the request of a patient who didn't come, to find another time."""

    name = "offer_again"
    button = _("Offer a new time")
    not_now = _("The request isn't closed by a no-show.")

    def is_allowed(self, state: RequestState) -> bool:
        return state.is_no_show

    def run(self, pressed: ActionRequest) -> str:
        reopen_request(**pressed.seen, reason=_now("The patient missed the visit. We're finding another time."))
        return _now("The request is open again. Call the patient, or offer a time.")
