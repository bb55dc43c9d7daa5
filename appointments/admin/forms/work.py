"""Who does what."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_staff import colleagues
from appointments.models import Priority

from .base import DeskForm, words


class AssignForm(DeskForm):
    """To whom the request is handed."""

    to: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Colleague"),
        queryset=None,
        empty_label=_("Choose a colleague"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a colleague from the list.")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues()  # type: ignore[attr-defined]


class NurseReviewForm(DeskForm):
    """What the nurse has found."""

    priority = forms.ChoiceField(label=_("Priority"), choices=Priority, widget=forms.RadioSelect)
    text = words(_("What you found (optional)"), max_length=3900, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:
            self.initial = {"priority": self.state.record.priority}
