"""A request that staff enter for a caller, from a fax, or at the counter."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.answers import FIELDS, RequestAnswers
from appointments.models import Source
from appointments.models.request import ReachBy
from appointments.request_form.fields.patient_details import is_minor

from .background_fields import BackgroundFields
from .caller_fields import CallerFields
from .desk_form import DeskForm
from .patient_fields import PatientFields
from .visit_fields import NeedsFields, VisitFields, WishFields


class KeyField(forms.UUIDField):
    """A new key for each page. Anything that isn't a key counts as a new one."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(initial=uuid.uuid4, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Return the key."""
        try:
            return super().to_python(value) or uuid.uuid4()
        except forms.ValidationError:
            return uuid.uuid4()


class EntryForm(CallerFields, PatientFields, BackgroundFields, VisitFields, WishFields, NeedsFields, DeskForm):
    """One page, in the order of a phone call."""

    source = forms.ChoiceField(
        label=_("How did it reach us?"),
        choices=[choice for choice in Source.choices if choice[0] != Source.WEB],
        initial=Source.PHONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the request reached us.")},
    )
    # A double click sends the same key twice and makes one request.
    idempotency_key = KeyField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"reach_by": ReachBy.PHONE, **self.initial}
        self.fields["postal_code"].required = False
        self.fields["postal_code"].label = _("ZIP code (optional)")

    def clean(self) -> dict[str, Any]:
        """Check what no field can check alone."""
        values = super().clean() or {}
        born = values.get("date_of_birth")
        if born and is_minor(born) and not values.get("caregiver_name") and "caregiver_name" not in self.errors:
            self.add_error(
                "caregiver_name", _now("A patient under 18 needs a parent or guardian. Enter the caregiver's name.")
            )
        return values

    def sections(self) -> list[dict[str, Any]]:
        """Return the page's parts in order. A folded one opens if something in it is filled in or wrong."""
        return [
            self._section(_now("The call"), ["source"]),
            self._section(_now("Patient"), list(PatientFields.base_fields)),
            self._section(_now("The caller isn't the patient"), list(CallerFields.base_fields), folded=True),
            self._section(_now("Reason for the visit"), ["urgent_symptoms", "condition", "reason"]),
            self._section(_now("How, where, and with which doctor"), list(VisitFields.base_fields)),
            self._section(
                _now("When (optional)"), [f"{part}_{rank}" for rank in (1, 2, 3) for part in ("day", "half")]
            ),
            self._section(
                _now("Referral and background (optional)"),
                [
                    name
                    for name in BackgroundFields.base_fields
                    if name not in ("urgent_symptoms", "condition", "reason")
                ],
                folded=True,
            ),
            self._section(_now("Access needs (optional)"), list(NeedsFields.base_fields), folded=True),
        ]

    def _section(self, title: str, names: list[str], *, folded: bool = False) -> dict[str, Any]:
        filled = any(name in self.errors or self[name].value() not in (None, "", [], False) for name in names)
        return {"title": title, "fields": [self[name] for name in names], "folded": folded, "open": filled}

    @property
    def answers(self) -> RequestAnswers:
        """Return the answers; needs a valid form."""
        values = {name: value for name, value in self.cleaned_data.items() if name in FIELDS}
        return RequestAnswers(**values)
