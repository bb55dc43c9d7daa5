"""What the health record calls patient and visit, and the link of a virtual visit."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.request_state import RequestState
from appointments.models.secure_link import SECURE_LINK_WANTED, validate_secure_link
from appointments.request_form.fields import PlainTextField
from appointments.services.visits.visit_day import record_numbers, set_join_link

from .action import ActionForm, ActionRequest, RequestAction


class NumbersForm(ActionForm):
    """The health record's numbers. Without a visit there is no visit number to enter."""

    medical_record_number = PlainTextField(label=_("Medical record number"), max_length=40, required=False)
    visit_number = PlainTextField(
        label=_("Visit number"),
        max_length=40,
        required=False,
        help_text=_("After a move, save it again once the health record has the new time."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state is None:
            return
        visit = self.state.visit
        self.initial = {
            "medical_record_number": self.state.request.medical_record_number,
            "visit_number": visit.visit_number if visit else "",
        }
        if visit is None and not self.is_bound:
            del self.fields["visit_number"]


class RecordNumbers(RequestAction):
    """Write down the health record's numbers, also on a closed request."""

    name = "numbers"
    title = _("Enter health record numbers")
    button = _("Save numbers")
    form_class = NumbersForm
    in_box = 70

    def is_allowed(self, state: RequestState) -> bool:
        return True

    def run(self, pressed: ActionRequest) -> str:
        record_numbers(
            **pressed.unseen,
            medical_record_number=pressed.values["medical_record_number"],
            visit_number=pressed.values.get("visit_number", ""),
        )
        return _now("The numbers are saved.")


class JoinLinkForm(ActionForm):
    """The link by which the patient joins."""

    address = forms.URLField(
        label=_("Link to join, for this visit only"),
        assume_scheme="https",
        max_length=200,
        required=False,
        validators=[validate_secure_link],
        help_text=_("Leave empty to use the physician's own room."),
        error_messages={"invalid": SECURE_LINK_WANTED},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state and self.state.visit:
            self.initial = {"address": self.state.visit.join_link}


class SetJoinLink(RequestAction):
    """Give a virtual visit its own link."""

    name = "join_link"
    title = _("Change the link of the virtual visit")
    button = _("Save link")
    form_class = JoinLinkForm
    in_box = 80

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit is not None and state.visit.is_virtual

    def run(self, pressed: ActionRequest) -> str:
        visit = set_join_link(**pressed.unseen, address=pressed.values["address"])
        return _now("The link is saved.") if visit.join_link else _now("The visit uses the physician's own room.")
