"""Words with the patient, notes, and details put right."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.forms import AskForm, ContactForm, CorrectionForm, NoteForm
from appointments.admin.request_state import RecordState
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.corrections import correct_details
from appointments.services.requests.notes import add_note
from appointments.services.requests.patient_questions import ask_patient
from appointments.workflow import Status

from .action import Deed, RecordAction


class LogContact(RecordAction):
    """Write down an attempt to reach the patient."""

    name = "contact"
    title = _("Contact attempt")
    button = _("Save attempt")
    form_class = ContactForm
    leads_on = True

    def run(self, deed: Deed) -> str:
        """Log."""
        log_contact(**deed.unseen, **{name: deed.values[name] for name in ("channel", "outcome", "next_on", "text")})
        return _now("The attempt is in the history.")


class Ask(RecordAction):
    """Ask the patient something."""

    name = "ask"
    title = _("Ask the patient")
    button = _("Send question")
    form_class = AskForm
    leads_on = True

    def is_allowed(self, state: RecordState) -> bool:
        """The request is with us, or waits for an answer already."""
        return state.record.status in (Status.SUBMITTED, Status.IN_REVIEW, Status.WAITING_ON_PATIENT)

    def run(self, deed: Deed) -> str:
        """Ask."""
        message = ask_patient(**deed.seen, text=deed.values["text"])
        if message.request.email:
            return _now("The question is on the patient's page, and a mail says so. The clock rests.")
        return _now("The question is noted. The patient has no e-mail address: ask by phone.")


class AddNote(RecordAction):
    """Write a note for colleagues."""

    name = "note"
    title = _("Note for colleagues")
    button = _("Save note")
    form_class = NoteForm

    def is_allowed(self, state: RecordState) -> bool:
        """Always."""
        return True

    def run(self, deed: Deed) -> str:
        """Add."""
        add_note(request_id=deed.request_id, author=deed.actor, text=deed.values["text"])
        return _now("The note is in the history.")


class Correct(RecordAction):
    """Put contact details right."""

    name = "correct"
    title = _("Correct details")
    button = _("Save details")
    form_class = CorrectionForm

    def is_allowed(self, state: RecordState) -> bool:
        """Always."""
        return True

    def run(self, deed: Deed) -> str:
        """Correct."""
        changed = correct_details(**deed.seen, values=deed.values)
        if not changed:
            return _now("Nothing was different. Nothing was changed.")
        return _now("The details are corrected.")
