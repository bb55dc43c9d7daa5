"""How, where and when the patient wants to be seen, as staff fill it in on the phone."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.answers import RANKS
from appointments.calendar.clinic_days import ClinicCalendar, latest_day
from appointments.models import HalfDay, Need, SpokenLanguage, VisitType
from appointments.services.requests.corrections import NO_STATE
from physicians.models import Location, Physician
from physicians.states import STATES

from .desk_form import DeskDateField, day_input, text_area
from .select_options import NOT_SAID


class VisitFields(forms.Form):
    """How, where, and with which doctor."""

    visit_type = forms.ChoiceField(
        label=_("Kind of visit"),
        choices=VisitType,
        initial=VisitType.IN_PERSON,
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
        label=_("Preferred clinics (leave blank for any)"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["physician"].queryset = Physician.objects.live()  # type: ignore[attr-defined]
        self.fields["locations"].queryset = Location.objects.live()  # type: ignore[attr-defined]

    def is_as_before(self, values: dict[str, Any]) -> bool:
        """Return True if doctor and kind of visit were chosen earlier: they aren't checked again."""
        return False

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
        elif not values.get("patient_state"):
            if "patient_state" not in self.errors:
                self.add_error("patient_state", NO_STATE)
            return values
        if kind == VisitType.VIRTUAL:
            values["locations"] = []
        if (
            physician
            and not self.is_as_before(values)
            and (why := physician.why_not(virtual=kind == VisitType.VIRTUAL, state=values["patient_state"]))
        ):
            self.add_error("physician", why)
        return values


def _why_not(day: datetime.date, calendar: ClinicCalendar) -> Any:
    """Return why a patient can't be seen on a day, in a sentence, or nothing."""
    today = timezone.localdate()
    if day < today:
        return _("This day has passed.")
    if day == today:
        return _("Enter a day after today.")
    if day > latest_day():
        return _("This day is too far ahead.")
    return "" if calendar.is_clinic_day(day) else _("Clinics are closed on this day.")


class WishFields(forms.Form):
    """Up to three half days."""

    names = tuple(f"{part}_{rank}" for rank in RANKS for part in ("day", "half"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for rank, label in RANKS.items():
            self.fields[f"day_{rank}"] = DeskDateField(label=label, required=False, widget=day_input())
            self.fields[f"half_{rank}"] = forms.ChoiceField(
                label=_("Time of day"), choices=[("", _("Choose")), *HalfDay.choices], required=False
            )

    def earlier_wishes(self) -> list[tuple[datetime.date, str]]:
        """Return the half days that the request names already: they may have passed."""
        return []

    def clean(self) -> dict[str, Any]:
        """Put the wishes together as `times`."""
        values = super().clean() or {}
        calendar, times = ClinicCalendar.load(), []
        for rank in RANKS:
            day, half = values.get(f"day_{rank}"), values.get(f"half_{rank}")
            if not day:
                if half and f"day_{rank}" not in self.errors:
                    self.add_error(f"day_{rank}", _("Enter the day, or clear the time of day."))
            elif (day, half) not in self.earlier_wishes() and (why := _why_not(day, calendar)):
                self.add_error(f"day_{rank}", why)
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
