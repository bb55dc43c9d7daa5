"""Contact details are corrected."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.patient_fields import PatientFields
from appointments.admin.request_state import RequestState
from appointments.models import ReachBy, SpokenLanguage, VisitType
from appointments.services.requests.corrections import CORRECTABLE, correct_details
from physicians.states import STATES

from .action import ActionForm, ActionRequest, RequestAction


class CorrectionForm(PatientFields, ActionForm):
    """The details that staff may correct, filled in with their current values."""

    patient_state = forms.ChoiceField(
        label=_("State during a virtual visit"), choices=[("", _("None")), *STATES], required=False
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("Not said")), *SpokenLanguage.choices], required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state:
            self.initial = {name: getattr(self.state.request, name) for name in CORRECTABLE}
            self.fields["reach_by"].choices = ReachBy.offered(stored=self.state.request.reach_by)  # type: ignore[attr-defined]

    def clean_patient_state(self) -> str:
        """Return the state; a virtual visit needs one."""
        state: str = self.cleaned_data["patient_state"]
        if self.state and self.state.request.visit_type != VisitType.IN_PERSON and not state:
            raise forms.ValidationError(_("A virtual visit needs the state the patient will be in."))
        return state


class Correct(RequestAction):
    """Correct the patient's details, also on a closed request."""

    name = "correct"
    title = _("Correct details")
    button = _("Save details")
    form_class = CorrectionForm
    in_box = 90

    def is_allowed(self, state: RequestState) -> bool:
        return True

    def run(self, pressed: ActionRequest) -> str:
        if correct_details(**pressed.seen, values=pressed.values):
            return _now("The details are corrected.")
        return _now("Nothing was different, so nothing was changed.")
