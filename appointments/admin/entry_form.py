"""A request that staff enter for a caller, from a fax, or at the counter."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.answers import FIELDS, RequestAnswers
from appointments.models import Source, YesNo
from appointments.models.request_choices import ReachBy

from .background_fields import BackgroundFields
from .caller_fields import CallerFields
from .form_sections import Section, SectionedForm
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


class EntryForm(CallerFields, PatientFields, BackgroundFields, VisitFields, WishFields, NeedsFields, SectionedForm):
    """One page, in the order of a phone call."""

    source = forms.ChoiceField(
        label=_("How did the request reach us?"),
        choices=[choice for choice in Source.choices if choice[0] != Source.WEB],
        initial=Source.PHONE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how the request reached us.")},
    )
    may_leave_message: forms.Field = forms.TypedChoiceField(  # type: ignore[assignment]
        label=_("May we leave a message?"),
        choices=[(answer.value, answer.label) for answer in (YesNo.YES, YesNo.NO)],
        coerce=lambda value: value == YesNo.YES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether we may leave a message. If you can't ask, choose “No”.")},
    )
    # A double click sends the same key twice and makes one request.
    idempotency_key = KeyField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = {"reach_by": ReachBy.PHONE, **self.initial}
        self.sort_fields()
        if not self.is_bound:  # after a mistake the list of mistakes has the focus
            self.fields["legal_name"].widget.attrs["autofocus"] = True

    def parts(self) -> list[Section]:
        """Return the page's parts in order."""
        reason = ["urgent_symptoms", "condition", "reason"]
        return [
            Section(_now("How it came in"), ["source"]),
            Section(_now("Patient"), list(PatientFields.base_fields)),
            Section(_now("The caller isn't the patient"), list(CallerFields.base_fields), folded=True),
            Section(_now("Reason for the visit"), reason),
            Section(_now("How, where, and with which doctor"), list(VisitFields.base_fields)),
            Section(_now("When (optional)"), WishFields.names),
            Section(
                _now("Referral and background (optional)"),
                [name for name in BackgroundFields.base_fields if name not in reason],
                folded=True,
            ),
            Section(_now("Access needs (optional)"), list(NeedsFields.base_fields), folded=True),
        ]

    @property
    def answers(self) -> RequestAnswers:
        """Return the answers; needs a valid form."""
        values = {name: value for name, value in self.cleaned_data.items() if name in FIELDS}
        return RequestAnswers(**values)
