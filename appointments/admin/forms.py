"""What staff fill in on a request's page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from appointments.intake.fields import PlainTextField
from appointments.models import AppointmentRequest
from appointments.models.history import LONGEST_NOTE
from appointments.workflow import ClosedReason, Status, next_statuses


class NoteForm(forms.Form):
    """A note for colleagues."""

    text = PlainTextField(
        label=_("Note"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Patients never see it."),
    )


class MoveForm(forms.Form):
    """A move to one of the states that may follow; `seen_status` tells a stale page."""

    seen_status = forms.ChoiceField(choices=Status, widget=forms.HiddenInput)
    to = forms.TypedChoiceField(label=_("Move to"), choices=Status, coerce=Status, widget=forms.RadioSelect)
    closed_reason = forms.ChoiceField(
        label=_("Kind of closing"), choices=[("", _("—")), *ClosedReason.choices], required=False
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed to close and to reopen."),
    )

    def __init__(self, *args: Any, request: AppointmentRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_status"] = request.status
        if self.is_bound:
            return  # A stale page may ask for any state: the service says what happened meanwhile.
        offered = next_statuses(request.status)
        self.fields["to"].widget.choices = [(status.value, status.label) for status in offered]
        if request.status == Status.CLOSED:
            del self.fields["closed_reason"]
