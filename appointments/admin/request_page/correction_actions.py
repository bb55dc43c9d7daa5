"""What the request says is corrected: details and wishes. The patient's own words stay the patient's."""

import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.background_fields import ConditionField
from appointments.admin.caller_fields import CallerFields
from appointments.admin.form_sections import Section, SectionedForm
from appointments.admin.patient_fields import PatientFields
from appointments.admin.request_state import RequestState
from appointments.admin.select_options import recent_conditions
from appointments.admin.visit_fields import NeedsFields, VisitFields, WishFields
from appointments.models import ReachBy, VisitType
from appointments.services.requests.corrections import CORRECTABLE, ROWS_OF_THEIR_OWN, correct_details

from .action import ActionForm, ActionRequest, RequestAction


class CorrectionForm(CallerFields, PatientFields, VisitFields, WishFields, NeedsFields, SectionedForm, ActionForm):
    """What staff may correct, filled in with what the request says now."""

    condition = ConditionField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["needs_note"]  # the patient's own words
        self.sort_fields()
        if self.state:
            self._fill_in(self.state)

    def _fill_in(self, state: RequestState) -> None:
        """Fill in what the request says; what it names stays possible, even if it's no longer in the directory."""
        request, directory, fields = state.request, state.directory, self.fields
        clinics = list(request.preferred_locations.all())
        self.initial = {name: getattr(request, name) for name in CORRECTABLE if name not in ROWS_OF_THEIR_OWN}
        self.initial |= {"locations": clinics}
        for wish in request.preferred_times.all():
            self.initial |= {f"day_{wish.rank}": wish.date, f"half_{wish.rank}": wish.half}
        doctors, places = directory.physician_choices(_now("First available")), directory.clinic_choices()
        if request.physician and request.physician_id not in directory.physicians:
            doctors.append((str(request.physician_id), request.physician.display_name))
        places += [(str(clinic.pk), clinic.name) for clinic in clinics if clinic.pk not in directory.locations]
        conditions = [("", _now("Not sure")), *recent_conditions()]
        if request.condition and (str(request.condition_id), request.condition.name) not in conditions:
            conditions.append((str(request.condition_id), request.condition.name))
        for name, choices, named in (
            ("physician", doctors, [request.physician_id]),
            ("locations", places, [clinic.pk for clinic in clinics]),
            ("condition", conditions, [request.condition_id]),
        ):
            field: Any = fields[name]
            field.queryset = field.queryset.model.objects.filter(Q(live=True) | Q(pk__in=filter(None, named)))
            field.choices = choices
        fields["reach_by"].choices = ReachBy.offered(stored=request.reach_by)  # type: ignore[attr-defined]

    def parts(self) -> list[Section]:
        """Return the sections in order."""
        return [
            Section(_now("Patient"), list(PatientFields.base_fields)),
            Section(_now("Caregiver"), list(CallerFields.base_fields)),
            Section(_now("The visit"), ["condition", *VisitFields.base_fields]),
            Section(_now("When (optional)"), WishFields.names),
            Section(_now("Language and access needs"), ["language", "needs"]),
        ]

    def is_as_before(self, values: dict[str, Any]) -> bool:
        """Return True if doctor and kind of visit are what the request says already."""
        names = ["visit_type", "physician"]
        if values.get("visit_type") != VisitType.IN_PERSON:
            names.append("patient_state")
        return self.state is not None and all(values.get(name) == self.initial[name] for name in names)

    def earlier_wishes(self) -> list[tuple[datetime.date, str]]:
        """Return the half days that the request names already."""
        return [(wish.date, wish.half) for wish in self.state.request.preferred_times.all()] if self.state else []

    def clean(self) -> dict[str, Any]:
        """Keep the state of a patient who wants to come: a video visit may still be agreed on."""
        state = self.cleaned_data.get("patient_state", "")
        return (super().clean() or {}) | {"patient_state": state}


class Correct(RequestAction):
    """Correct what the request says, also on a closed request."""

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
