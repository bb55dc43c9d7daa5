"""What helps the patient at the visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import Need, SpokenLanguage
from appointments.request_form.fields import CharacterCountTextarea, PlainTextField

from .step_form import StepForm


class NeedsForm(StepForm):
    """Language and access needs. Every answer is optional, and all of it is free."""

    language = forms.ChoiceField(
        label=_("Which language do you speak best?"),
        choices=[("", _("Choose a language")), *SpokenLanguage.choices],
        required=False,
        error_messages={"invalid_choice": _("Choose a language from the list.")},
    )
    needs = forms.MultipleChoiceField(
        label=_("What would help you at the visit?"),
        choices=Need,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("All of it is free. Choose as many as you like."),
        error_messages={"invalid_choice": _("Choose from the list.")},
    )
    needs_note = PlainTextField(
        label=_("What else should we know to make it easier for you?"),
        required=False,
        max_length=500,
        widget=CharacterCountTextarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_someone_else:
            self.fields["language"].label = _("Which language does the patient speak best?")
            self.fields["needs"].label = _("What would help the patient at the visit?")
            self.fields["needs_note"].label = _("What else should we know to make it easier for the patient?")
