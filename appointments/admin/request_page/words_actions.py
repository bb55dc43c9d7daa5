"""Questions to the patient, and notes for colleagues."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import text_area
from appointments.admin.request_state import RequestState
from appointments.mail.kinds.request_mail import QUESTION
from appointments.models.contact import LONGEST_MESSAGE
from appointments.models.history import LONGEST_NOTE
from appointments.services.requests.notes import WRITE_THE_NOTE, add_note
from appointments.services.requests.patient_questions import WRITE_THE_QUESTION, ask_patient
from appointments.workflow import Status

from .action import ActionForm, ActionRequest, RequestAction


class QuestionForm(ActionForm):
    """A question to the patient."""

    text = text_area(
        _("Question to the patient"),
        max_length=LONGEST_MESSAGE,
        rows=3,
        help_text=_("The patient reads it on their own page. The email only says that there's a question."),
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
    mail_is_known = True
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
        help_text=_("The patient won't see it."),
        error_messages={"required": WRITE_THE_NOTE},
    )


class AddNote(RequestAction):
    """Write a note for colleagues, also on a closed request."""

    name = "note"
    title = _("Write a note for colleagues")
    button = _("Save note")
    form_class = NoteForm
    templates_fill = "text"
    in_box = 20

    def is_allowed(self, state: RequestState) -> bool:
        return True

    def run(self, pressed: ActionRequest) -> str:
        add_note(request_id=pressed.request_id, author=pressed.actor, text=pressed.values["text"])
        return _now("Note saved.")
