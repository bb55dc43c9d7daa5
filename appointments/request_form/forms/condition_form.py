"""Which condition, and the problem in the patient's own words."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.request_form.fields import CharacterCountTextarea, PlainTextField
from physicians.models import Condition

from .step_form import Known, StepForm

NOT_SURE = "not-sure"


class ConditionForm(StepForm):
    """A condition from the vocabulary or “I'm not sure”, and the patient's own words."""

    condition = forms.CharField(
        label=_("Which condition is it about?"),
        widget=forms.RadioSelect,
        help_text=_("If you haven't been told a name for it, choose “I'm not sure”. That's fine."),
        error_messages={
            "required": _("Choose a condition, or “I'm not sure”."),
        },
    )
    reason = PlainTextField(
        label=_("In your own words, what's the problem?"),
        required=False,
        max_length=1000,
        widget=CharacterCountTextarea(),
        help_text=_(
            "What hurts, where, and since when? Only our scheduling and nursing staff and the doctor read this."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conditions = {condition.slug: condition for condition in Condition.objects.live()}
        if sent := self.known.get("condition"):  # stays a choice, whatever has been unpublished since
            self.conditions.setdefault(sent.slug, sent)
        choices: list[tuple[str, Any]] = [(slug, condition.name) for slug, condition in self.conditions.items()]
        # What the page before was about comes first.
        choices.sort(key=lambda choice: choice[0] != self.initial.get("condition"))
        self.fields["condition"].widget.choices = [(NOT_SURE, _("I'm not sure")), *choices]

    def clean_condition(self) -> Condition | None:
        """Return the condition, or None for “I'm not sure”; raises for anything else."""
        slug = self.cleaned_data["condition"]
        if slug != NOT_SURE and slug not in self.conditions:
            raise forms.ValidationError(_("Choose a condition from the list, or “I'm not sure”."))
        return self.conditions.get(slug)

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the condition's slug and the patient's words."""
        condition = known["condition"]
        return {"condition": condition.slug if condition else NOT_SURE, "reason": known["reason"]}
