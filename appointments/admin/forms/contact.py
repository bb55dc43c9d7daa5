"""Words with the patient and between colleagues."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models import Channel, ContactOutcome
from appointments.models.contact import LONGEST_MESSAGE
from appointments.models.history import LONGEST_NOTE

from .base import DeskDateField, DeskForm, calendar_input, words


class NoteForm(DeskForm):
    """A note for colleagues."""

    text = words(
        _("Note"),
        max_length=LONGEST_NOTE,
        rows=3,
        help_text=_("Patients never see it."),
        error_messages={"required": _("Write the note first.")},
    )


class ContactForm(DeskForm):
    """One attempt to reach the patient, and what was said."""

    channel = forms.ChoiceField(label=_("How"), choices=Channel)
    outcome = forms.ChoiceField(
        label=_("What came of it"),
        choices=ContactOutcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    next_on = DeskDateField(
        label=_("Try again on"),
        required=False,
        widget=calendar_input(),
        earliest=timezone.localdate,
        help_text=_("Empty: no need."),
        error_messages={"too_early": _("The day on which to try again has passed.")},
    )
    text = words(_("What was said"), max_length=500, required=False, help_text=_("Patients never see it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:  # the patient's wish; its values are channels too
            self.initial = {"channel": self.state.record.reach_by, **self.initial}


class AskForm(DeskForm):
    """A question to the patient."""

    text = words(
        _("Question to the patient"),
        max_length=LONGEST_MESSAGE,
        rows=3,
        help_text=_("They read it on their own page. The mail says only that there is a question."),
        error_messages={"required": _("Write the question first.")},
    )
