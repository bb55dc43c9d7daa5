"""The choice of a doctor."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.models import VisitType
from physicians.models import Physician, PhysicianQuerySet
from physicians.states import state_name
from physicians.storable import is_storable

from .step_form import Known, StepForm

FIRST_AVAILABLE = "first-available"


class DoctorForm(StepForm):
    """One of the doctors who can take this visit, or the first available.

    A check of the answer asks for one doctor only; the list is read when the page is shown.
    """

    doctor = forms.CharField(
        label=_("Which doctor would you like to see?"),
        widget=forms.RadioSelect,
        max_length=120,
        help_text=_("“First available” is usually the quickest."),
        error_messages={"required": _("Choose a doctor, or “First available doctor”.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.visit_type = self.known.get("visit_type")
        self.virtual = self.visit_type == VisitType.VIRTUAL
        self.state = self.known.get("patient_state") or None
        self.condition = self.known.get("condition")
        self.listed: list[Physician] | None = None
        self.clinics = {location.name for location in self.known.get("locations", [])}
        if self.for_someone_else:
            self.fields["doctor"].label = _("Which doctor should the patient see?")
        self.fields["doctor"].widget.choices = self._choices  # called when the page is shown

    @cached_property
    def wish(self) -> str:
        """Return the slug of the doctor that the patient chose or came with; "" for no particular doctor."""
        slug = (self.data.get("doctor") if self.is_bound else self.initial.get("doctor")) or ""
        return slug if slug != FIRST_AVAILABLE and is_storable(slug) else ""

    @cached_property
    def wished(self) -> Physician | None:
        """Return the chosen doctor, if there is one."""
        if self.listed is not None:
            return next((physician for physician in self.listed if physician.slug == self.wish), None)
        return Physician.objects.live().filter(slug=self.wish).first() if self.wish else None

    @cached_property
    def wish_refused(self) -> str | None:
        """Return in a sentence why the chosen doctor can't take this visit."""
        return self.wished.why_not(virtual=self.virtual, state=self.state) if self.wished else None

    @property
    def able(self) -> PhysicianQuerySet:
        """Return the doctors who can take this visit."""
        return Physician.objects.able_to_take(virtual=self.virtual, state=self.state, condition=self.condition)

    def prepare(self) -> None:
        """Read the chosen doctor and those who can take this visit, the most similar first, in one query."""
        if self.wish:
            found = (self.able | Physician.objects.live().filter(slug=self.wish)).nearest_to(self.wish)
        else:
            found = self.able.preferring(self.known.get("locations", []))
        self.listed = list(found.with_choice())

    @cached_property
    def nobody_can(self) -> str:
        """Return in a sentence why nobody can take a virtual visit in that state, or ""."""
        if not self.virtual or (self.wished and not self.wish_refused):
            return ""
        someone = self.able.exists() if self.listed is None else any(who != self.wished for who in self.listed)
        if someone:
            return ""
        return gettext(
            "None of our doctors for this can see you by video while you are in %(state)s. "
            "Choose a visit in person, or a state where you can be during the visit."
        ) % {"state": state_name(self.state or "")}

    def _choices(self) -> list[tuple[str, str]]:
        """Return the radio buttons: first available, then the chosen doctor, then the others."""
        able = [physician for physician in self.listed or [] if not (self.wish_refused and physician == self.wished)]
        able.sort(key=lambda physician: physician.slug != self.wish)
        choices = [(physician.slug, self._choice_label(physician)) for physician in able]
        return choices if self.nobody_can else [(FIRST_AVAILABLE, gettext("First available doctor")), *choices]

    def _choice_label(self, physician: Physician) -> str:
        """Return name, specialty and clinics, and a note if “whichever is sooner” can only mean in person."""
        label = physician.display_name
        if fields := ", ".join(getattr(physician, "specialty_names", [])):
            label = f"{label} ({fields})"
        if not self.virtual and (clinics := ", ".join(getattr(physician, "location_names", []))):
            label = gettext("%(doctor)s: %(clinics)s") % {"doctor": label, "clinics": clinics}
        if not self.virtual and self.clinics and not self.clinics & set(getattr(physician, "location_names", [])):
            label = gettext("%(doctor)s. Not at the clinics you chose") % {"doctor": label}
        if self.visit_type == VisitType.EITHER and physician.why_not(virtual=True, state=self.state):
            label = gettext("%(doctor)s. In person only: no video visits in %(state)s") % {
                "doctor": label,
                "state": state_name(self.state or ""),
            }
        return label

    def clean_doctor(self) -> Physician | None:
        """Return the physician, or None for the first available; raises ValidationError with the reason if unable."""
        slug = self.cleaned_data["doctor"]
        if slug == FIRST_AVAILABLE:
            if self.nobody_can:
                raise forms.ValidationError(self.nobody_can)
            return None
        if self.wish_refused:
            raise forms.ValidationError(self.wish_refused)
        if self.wished is None:
            if gone := Physician.objects.filter(slug=slug, live=False, departures__isnull=False).first():
                raise forms.ValidationError(
                    _("%(why)s Choose another doctor, or “First available doctor”."),
                    params={"why": gone.why_not(virtual=self.virtual)},
                )
            raise forms.ValidationError(_("Choose a doctor from the list, or “First available doctor”."))
        return self.wished

    def answers(self) -> dict[str, Any]:
        """Return the doctor by the name of the request's column."""
        return {"physician": self.cleaned_data["doctor"]}

    @classmethod
    def initial_from(cls, known: Known) -> dict[str, Any]:
        """Return the doctor's slug."""
        return {"doctor": known["physician"].slug if known["physician"] else FIRST_AVAILABLE}
