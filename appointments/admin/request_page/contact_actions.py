"""Attempts to reach the patient, questions to the patient, and notes for colleagues."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskDateField, day_input, text_area
from appointments.admin.request_state import RequestState
from appointments.calendar.booking_window import last_day_to_book
from appointments.mail.kinds.request_mail import QUESTION
from appointments.models import Channel, ContactOutcome
from appointments.models.contact import LONGEST_MESSAGE
from appointments.models.history import LONGEST_NOTE
from appointments.services.requests.contact_attempts import DAY_HAS_PASSED, DAY_IS_TOO_FAR, log_contact
from appointments.services.requests.notes import WRITE_THE_NOTE, add_note
from appointments.services.requests.patient_questions import WRITE_THE_QUESTION, ask_patient
from appointments.workflow import Status

from .action import ActionForm, ActionRequest, RequestAction


class ContactAttemptForm(ActionForm):
    """One attempt to reach the patient, and what was said."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel)
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=ContactOutcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the outcome.")},
    )
    next_on = DeskDateField(
        label=_("Try again on"),
        required=False,
        widget=day_input(),
        earliest=timezone.localdate,
        latest=last_day_to_book,
        help_text=_("Leave empty if you don't need to try again."),
        error_messages={"too_early": DAY_HAS_PASSED, "too_late": DAY_IS_TOO_FAR},
    )
    text = text_area(_("What was said"), max_length=500, required=False, help_text=_("Patients never see it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:  # how the patient wants to be reached; its values are channels too
            self.initial = {"channel": self.state.request.reach_by, **self.initial}


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
        values = {name: pressed.values[name] for name in ("channel", "outcome", "next_on", "text")}
        log_contact(**pressed.unseen, **values)
        return _now("Contact attempt saved.")


class QuestionForm(ActionForm):
    """A question to the patient."""

    text = text_area(
        _("Question to the patient"),
        max_length=LONGEST_MESSAGE,
        rows=3,
        help_text=_("Patients read it on their own page. The mail only says that there is a question."),
        error_messages={"required": WRITE_THE_QUESTION},
    )


class Ask(RequestAction):
    """Ask the patient something. A second question while the first waits for its answer is fine."""

    name = "ask"
    title = _("Ask the patient")
    button = _("Send question")
    form_class = QuestionForm
    templates_fill = "text"
    mail = QUESTION
    in_box = 10
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return state.request.status in (Status.SUBMITTED, Status.IN_REVIEW, Status.WAITING_ON_PATIENT)

    def run(self, pressed: ActionRequest) -> str:
        message = ask_patient(**pressed.seen, text=pressed.values["text"])
        if message.request.email:
            return _now("Question posted and patient notified. The response clock is paused.")
        return _now("Question saved. The patient has no e-mail address: ask by phone.")


class NoteForm(ActionForm):
    """A note for colleagues."""

    text = text_area(
        _("Note"),
        max_length=LONGEST_NOTE,
        rows=3,
        help_text=_("Patients never see it."),
        error_messages={"required": WRITE_THE_NOTE},
    )


class AddNote(RequestAction):
    """Write a note for colleagues, also on a closed request."""

    name = "note"
    title = _("Note for colleagues")
    button = _("Save note")
    form_class = NoteForm
    templates_fill = "text"
    in_box = 20

    def is_allowed(self, state: RequestState) -> bool:
        return True

    def run(self, pressed: ActionRequest) -> str:
        add_note(request_id=pressed.request_id, author=pressed.actor, text=pressed.values["text"])
        return _now("Note saved.")
