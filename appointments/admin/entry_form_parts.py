"""The parts of the form with which staff enter a request."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.answers import RANKS
from appointments.calendar.clinic_days import ClinicCalendar, latest_day
from appointments.models import HalfDay, Need, SpokenLanguage, VisitType, YesNo
from appointments.request_form.fields import PhoneField, PlainTextField
from appointments.request_form.fields.patient_details import RelationshipField, ScansField
from physicians.models import Condition, Location, Physician
from physicians.states import STATES

from .desk_form import DeskDateField, day_input, text_area

NOT_SAID = ("", _("Not said"))


class CallerFields(forms.Form):
    """The caregiver, if someone asks for the patient."""

    caregiver_name = PlainTextField(label=_("Caregiver's name"), max_length=200, required=False)
    caregiver_relationship = RelationshipField(label=_("Relationship to the patient"), required=False)
    caregiver_phone = PhoneField(label=_("Caregiver's phone"), autocomplete="off", required=False)
    caregiver_consent = forms.BooleanField(label=_("May ask on the patient's behalf"), required=False)

    def clean(self) -> dict[str, Any]:
        """Take a caregiver whole or not at all."""
        values = super().clean() or {}
        given = [name for name in CallerFields.base_fields if values.get(name) or name in self.errors]
        if given:
            for name, sentence in (
                ("caregiver_name", _now("Enter the caregiver's name.")),
                ("caregiver_relationship", _now("Choose the relationship to the patient.")),
                ("caregiver_phone", _now("Enter the caregiver's phone number.")),
                ("caregiver_consent", _now("Confirm that they may ask on the patient's behalf.")),
            ):
                if name not in given:
                    self.add_error(name, sentence)
        return values


class BackgroundFields(forms.Form):
    """The reason for the visit, and what has happened so far."""

    urgent_symptoms = forms.BooleanField(
        label=_("Has a safety check symptom right now"),
        required=False,
        help_text=_(
            "New loss of bladder or bowel control, sudden weakness, numbness between the legs, severe pain after a "
            "fall: tell them to call 911. The request becomes urgent and goes to a nurse."
        ),
    )
    condition = forms.ModelChoiceField(
        label=_("Condition"), queryset=Condition.objects.live(), required=False, empty_label=_("Not sure")
    )
    reason = text_area(_("In the patient's own words (optional)"), required=False)
    seen_before = forms.ChoiceField(label=_("Seen here before"), choices=[NOT_SAID, *YesNo.choices], required=False)
    scans = ScansField(label=_("Scans"), required=False)
    biopsy = forms.ChoiceField(label=_("Biopsy"), choices=[NOT_SAID, *YesNo.choices], required=False)
    referrer_name = PlainTextField(label=_("Who referred"), max_length=200, required=False)
    referrer_practice = PlainTextField(label=_("Their practice"), max_length=200, required=False)
    referrer_phone = PhoneField(label=_("Their phone"), autocomplete="off", required=False)

    def clean(self) -> dict[str, Any]:
        """Count a named referrer as a referral."""
        values = super().clean() or {}
        referred = any(values.get(name) for name in ("referrer_name", "referrer_practice", "referrer_phone"))
        return values | {"referred": YesNo.YES if referred else ""}


class VisitFields(forms.Form):
    """How, where, and with which doctor."""

    visit_type = forms.ChoiceField(
        label=_("Kind of visit"),
        choices=VisitType,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of visit.")},
    )
    patient_state = forms.ChoiceField(
        label=_("State during a virtual visit"), choices=[("", _("Choose a state")), *STATES], required=False
    )
    physician: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Doctor"), queryset=None, required=False, empty_label=_("First available")
    )
    locations: "forms.ModelMultipleChoiceField[Any]" = forms.ModelMultipleChoiceField(
        label=_("Preferred clinics (none: any of them)"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["physician"].queryset = Physician.objects.live()  # type: ignore[attr-defined]
        self.fields["locations"].queryset = Location.objects.live()  # type: ignore[attr-defined]

    def clean_locations(self) -> list[Location]:
        """Return the clinics."""
        return list(self.cleaned_data["locations"])

    def clean(self) -> dict[str, Any]:
        """Ask for the state of a virtual visit, and refuse a doctor who cannot take the visit."""
        values = super().clean() or {}
        kind, physician = values.get("visit_type"), values.get("physician")
        if not kind:
            return values
        if kind == VisitType.IN_PERSON:
            values["patient_state"] = ""
        elif not values.get("patient_state") and "patient_state" not in self.errors:
            self.add_error("patient_state", _("Ask which state the patient will be in during a virtual visit."))
            return values
        if kind == VisitType.VIRTUAL:
            values["locations"] = []
        if physician and (why := physician.why_not(virtual=kind == VisitType.VIRTUAL, state=values["patient_state"])):
            self.add_error("physician", why)
        return values


class WishFields(forms.Form):
    """Up to three half days."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rank, label in RANKS.items():
            self.fields[f"day_{rank}"] = DeskDateField(label=label, required=False, widget=day_input())
            self.fields[f"half_{rank}"] = forms.ChoiceField(
                label=_("Time of day"), choices=[("", _("Choose")), *HalfDay.choices], required=False
            )

    def clean(self) -> dict[str, Any]:
        """Put the wishes together as `times`."""
        values = super().clean() or {}
        calendar, times = ClinicCalendar.load(), []
        for rank in RANKS:
            day, half = values.get(f"day_{rank}"), values.get(f"half_{rank}")
            if not day:
                if half and f"day_{rank}" not in self.errors:
                    self.add_error(f"day_{rank}", _("Enter the day, or clear the time of day."))
            elif not timezone.localdate() < day <= latest_day() or not calendar.is_clinic_day(day):
                self.add_error(f"day_{rank}", _("Clinics are closed on this day, or it is too far ahead."))
            elif not half:
                self.add_error(f"half_{rank}", _("Choose morning or afternoon."))
            elif (day, half) in times:
                self.add_error(f"half_{rank}", _("You've already chosen this day and time."))
            else:
                times.append((day, half))
        return values | {"times": times}


class NeedsFields(forms.Form):
    """What makes the visit easier."""

    language = forms.ChoiceField(label=_("Language"), choices=[NOT_SAID, *SpokenLanguage.choices], required=False)
    needs = forms.MultipleChoiceField(
        label=_("At the visit"), choices=Need, required=False, widget=forms.CheckboxSelectMultiple
    )
    needs_note = text_area(_("What else helps"), max_length=500, required=False)
