"""Attempts to reach the patient."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import UNSEEN, DeskDateField, day_input, text_area
from appointments.admin.request_state import RequestState
from appointments.calendar.booking_window import last_day_to_book
from appointments.guards.refusals import Refused
from appointments.models import Channel, ContactOutcome
from appointments.models.contact import LONGEST_MESSAGE
from appointments.services.requests.contact_attempts import (
    DAY_HAS_PASSED,
    DAY_IS_TOO_FAR,
    AnswerRefused,
    MessageNotAllowed,
    log_contact,
)
from appointments.workflow import Status

from .action import ActionForm, ActionRequest, RequestAction

FIELD_OF: dict[type[Refused], str] = {AnswerRefused: "answer", MessageNotAllowed: "left_anyway"}


class ContactAttemptForm(ActionForm):
    """One attempt to reach the patient, and what was said."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel)
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=ContactOutcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the outcome.")},
    )
    left_anyway = forms.BooleanField(
        label=_("A message was left, although the patient doesn't allow it"), required=False
    )
    answer = text_area(
        _("The patient's answer to our question"),
        max_length=LONGEST_MESSAGE,
        required=False,
        help_text=_("It's kept as the patient's answer, and the request is back in review."),
    )
    next_on = DeskDateField(
        label=_("Try again on (optional)"),
        required=False,
        widget=day_input(),
        earliest=timezone.localdate,
        latest=last_day_to_book,
        help_text=_("If you left a message about held times, we fill it in."),
        error_messages={"too_early": DAY_HAS_PASSED, "too_late": DAY_IS_TOO_FAR},
    )
    text = text_area(_("What was said (optional)"), max_length=500, required=False, help_text=UNSEEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:  # how the patient wants to be reached; its values are channels too
            self.initial = {"channel": self.state.request.reach_by, **self.initial}
            if self.state.request.may_leave_message:
                del self.fields["left_anyway"]
            if self.state.request.status != Status.WAITING_ON_PATIENT and not self.data.get("answer"):
                del self.fields["answer"]


class LogContact(RequestAction):
    """Write down an attempt to reach the patient."""

    name = "contact"
    title = _("Contact attempt")
    button = _("Save attempt")
    form_class = ContactAttemptForm
    templates_fill = "text"
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return not state.is_closed or state.is_no_show or bool(state.calls)

    def run(self, pressed: ActionRequest) -> str:
        names = ("channel", "outcome", "next_on", "text", "answer", "left_anyway")
        values = {name: pressed.values[name] for name in names if name in pressed.values}
        attempt = log_contact(**pressed.unseen, **values)
        if values.get("answer"):
            return _now("The patient's answer is saved. The request is back in review.")
        if attempt.next_on:
            day = date_format(attempt.next_on, "l, F j")
            return _now("Contact attempt saved. Try again on %(day)s.") % {"day": day}
        return _now("Contact attempt saved.")

    def explain(self, form: ActionForm, refusal: Refused) -> None:
        """Put a refusal at the field that it's about, if the page has it."""
        name = FIELD_OF.get(type(refusal))
        form.add_error(name if name in form.fields else None, str(refusal))
