"""Which doctor."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.models import VisitType
from physicians.models import Physician
from physicians.states import state_name
from physicians.storable import is_storable

from .base import Row, StepForm

FIRST_AVAILABLE = "first-available"


class DoctorForm(StepForm):
    """One of the doctors who can take this visit, or the first available."""

    doctor = forms.CharField(
        label=_("Which doctor would you like to see?"),
        widget=forms.RadioSelect,
        max_length=120,
        help_text=_("“First available” is usually the quickest."),
        error_messages={"required": _("Choose a doctor, or “First available doctor”.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        visit = self.so_far.get("visit", {})
        self.virtual = visit.get("visit_type") == VisitType.VIRTUAL
        self.state = visit.get("patient_state") or None
        condition = self.so_far.get("condition", {}).get("condition")
        able = Physician.objects.able_to_take(virtual=self.virtual, state=self.state, condition=condition)
        listed = {physician.slug: physician for physician in able.prefetch_related("specialties")}
        self.wished = self._wished_doctor(listed)
        self.wish_refused = self.wished.why_not(virtual=self.virtual, state=self.state) if self.wished else None
        if self.wished and not self.wish_refused:
            listed = {self.wished.slug: self.wished, **listed}
        self.physicians = listed
        choices = [(slug, self._choice_label(physician)) for slug, physician in listed.items()]
        if not self.nobody_can:
            choices.insert(0, (FIRST_AVAILABLE, gettext("First available doctor")))
        self.fields["doctor"].widget.choices = choices

    @property
    def nobody_can(self) -> str:
        """Return why a virtual visit would be a false promise (no doctor is licensed there), or nothing."""
        if not self.virtual or self.physicians:
            return ""
        return gettext(
            "None of our doctors for this can see you by video while you are in %(state)s. "
            "Choose a visit in person, or a state where you can be during the visit."
        ) % {"state": state_name(self.state or "")}

    def _wished_doctor(self, listed: dict[str, Physician]) -> Physician | None:
        """Return the doctor that the patient came with or chose, who may not be among those who can."""
        slug = (self.data.get("doctor") if self.is_bound else self.initial.get("doctor")) or ""
        if slug in listed:
            return listed[slug]
        if slug in ("", FIRST_AVAILABLE) or not is_storable(slug):
            return None
        return Physician.objects.live().prefetch_related("specialties").filter(slug=slug).first()

    @staticmethod
    def _choice_label(physician: Physician) -> str:
        fields = ", ".join(specialty.name for specialty in physician.specialties.all())
        return f"{physician.display_name} ({fields})" if fields else physician.display_name

    def clean_doctor(self) -> Physician | None:
        """Return the physician, or None for the first available; raises with the reason why one cannot."""
        slug = self.cleaned_data["doctor"]
        if self.nobody_can:
            raise forms.ValidationError(self.nobody_can)
        if slug == FIRST_AVAILABLE:
            return None
        if self.wish_refused:
            raise forms.ValidationError(self.wish_refused)
        if slug not in self.physicians:
            raise forms.ValidationError(_("Choose a doctor from the list, or “First available doctor”."))
        return self.physicians[slug]

    def summary(self) -> list[Row]:
        """Return the doctor's name."""
        physician = self.cleaned_data["doctor"]
        return [(_("Doctor"), physician.display_name if physician else gettext("First available doctor"))]
