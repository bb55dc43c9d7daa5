"""When the patient would like to come."""

import datetime
import itertools
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.answers import RANKS
from appointments.calendar.clinic_days import days_to_ask_for
from appointments.models import HalfDay, VisitType

from .step_form import Known, StepForm


def day_choices(days: list[datetime.date]) -> list[Any]:
    """Return the days as select options, grouped by month."""
    months = itertools.groupby(days, key=lambda day: date_format(day, "F Y"))
    return [
        ("", _("Choose a day")),
        *((month, [(day.isoformat(), date_format(day, "l, F j")) for day in group]) for month, group in months),
    ]


class TimesForm(StepForm):
    """One to three preferred times, each half a clinic day."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.clinics = self._clinics()
        self.days = days_to_ask_for(clinics=self.clinics)
        choices = day_choices(self.days)
        for rank in RANKS:
            self.fields[f"day_{rank}"] = forms.CharField(
                label=_("Day"),
                required=rank == 1,
                max_length=10,
                widget=forms.Select(choices=choices),
                error_messages={"required": _("Choose at least one day.")},
            )
            self.fields[f"half_{rank}"] = forms.ChoiceField(
                label=_("Time of day"),
                choices=HalfDay,
                required=rank == 1,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Choose morning or afternoon."),
                    "invalid_choice": _("Choose morning or afternoon."),
                },
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*(Fieldset(label, f"day_{rank}", f"half_{rank}") for rank, label in RANKS.items()))

    def _clinics(self) -> list[int]:
        """Return the keys of the clinics that were chosen, unless the visit may be by video."""
        if self.known.get("visit_type") != VisitType.IN_PERSON:
            return []
        return [clinic.pk for clinic in self.known.get("locations", [])]

    def _window(self) -> dict[str, str]:
        return {
            "first": date_format(self.days[0], "l, F j"),
            "last": date_format(self.days[-1], "l, F j, Y"),
        }

    def _day(self, rank: int) -> datetime.date | None:
        """Return the chosen day for a rank, or add an error and return None if it isn't available."""
        typed = self.cleaned_data.get(f"day_{rank}")
        if not typed:
            return None
        try:
            day = datetime.date.fromisoformat(typed)
        except ValueError:
            self.add_error(f"day_{rank}", _("Choose a day from the list."))
            return None
        if day not in self.days:
            words = (
                gettext("Choose a day on which a clinic you chose is open, from %(first)s to %(last)s.")
                if self.clinics
                else gettext("Choose a day on which our clinics are open, from %(first)s to %(last)s.")
            )
            self.add_error(f"day_{rank}", words % self._window())
            return None
        return day

    def clean(self) -> dict[str, Any]:
        """Collect the preferences as `times`, a list of (day, half) in order."""
        answers = super().clean() or {}
        times: list[tuple[datetime.date, str]] = []
        for rank in RANKS:
            day, half = self._day(rank), answers.get(f"half_{rank}")
            # A half without a day asks for nothing: a radio button that was tapped by accident cannot be untapped.
            if day and not half and f"half_{rank}" not in self.errors:
                self.add_error(f"half_{rank}", _("Choose morning or afternoon."))
            elif day and half and (day, half) in times:
                self.add_error(f"half_{rank}", _("You've already chosen this day and time. Choose another."))
            elif day and half:
                times.append((day, half))
        answers["times"] = times
        return answers

    def answers(self) -> dict[str, Any]:
        """Return the preferred times."""
        return {"times": self.cleaned_data["times"]}

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the day and half of each preferred time."""
        initial: dict[str, str] = {}
        for rank, (day, half) in enumerate(known["times"], start=1):
            initial |= {f"day_{rank}": day.isoformat(), f"half_{rank}": half}
        return initial
