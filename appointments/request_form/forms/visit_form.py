"""In person or by video, in which state, and at which clinic."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.models import VisitType
from physicians.models import Location
from physicians.states import STATES

from .step_form import Known, StepForm


class VisitForm(StepForm):
    """In person, virtual, or whichever is sooner."""

    visit_type = forms.ChoiceField(
        label=_("How would you like to be seen?"),
        choices=VisitType,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how you would like to be seen."),
            "invalid_choice": _("Choose one of the three kinds of visit."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_someone_else:
            self.fields["visit_type"].label = _("How should the patient be seen?")


class StateForm(StepForm):
    """Where the patient will be during a virtual visit: a doctor must be licensed there."""

    patient_state = forms.ChoiceField(
        label=_("In which state will you be during a virtual visit?"),
        choices=[("", _("Choose a state")), *STATES],
        help_text=_("A doctor must be licensed in that state."),
        error_messages={
            "required": _("Choose the state for the virtual visit."),
            "invalid_choice": _("Choose a state from the list."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_someone_else:
            self.fields["patient_state"].label = _("In which state will the patient be during a virtual visit?")


class LocationsForm(StepForm):
    """The acceptable clinics. No choice means any."""

    locations = forms.MultipleChoiceField(
        label=_("Which clinics work for you?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Choose as many as you like, or none if any of them works for you."),
        error_messages={"invalid_choice": _("Choose from the list of clinics.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sent = self.known.get("locations", [])  # stay choices, whatever has been unpublished since
        self.clinics = {location.slug: location for location in (*Location.objects.live(), *sent)}
        self.fields["locations"].choices = [  # type: ignore[attr-defined]
            (slug, f"{location.name}, {location.city}") for slug, location in self.clinics.items()
        ]

    def clean_locations(self) -> list[Location]:
        """Return the chosen clinics."""
        return [self.clinics[slug] for slug in self.cleaned_data["locations"]]

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the clinics' slugs."""
        return {"locations": [location.slug for location in known.get("locations", [])]}
