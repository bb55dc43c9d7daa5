"""Who works on the request."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_staff import choose_among, colleagues
from appointments.admin.request_state import RequestState
from appointments.services.requests.claims import assign_request, claim_request, release_request

from .action import ActionForm, ActionRequest, RequestAction


class Claim(RequestAction):
    """Make it mine."""

    name = "claim"
    button = _("Claim")

    def is_allowed(self, state: RequestState) -> bool:
        return not state.is_closed and state.request.claimed_by_id is None

    def may_run(self, state: RequestState) -> bool:
        """Return True also if a double click has made it mine already."""
        return self.is_allowed(state) or (not state.is_closed and state.is_mine)

    def run(self, pressed: ActionRequest) -> str:
        claim_request(**pressed.unseen)
        return _now("The request is yours.")


class Release(RequestAction):
    """Give it back to the queue."""

    name = "release"
    button = _("Release the request")
    not_now = _("The request is closed, or it isn't yours.")

    def is_allowed(self, state: RequestState) -> bool:
        return not state.is_closed and state.is_mine

    def run(self, pressed: ActionRequest) -> str:
        release_request(**pressed.unseen)
        return _now("The request is back in the queue.")


class AssignForm(ActionForm):
    """Which colleague gets the request."""

    to: "forms.ModelChoiceField[Any]" = forms.ModelChoiceField(
        label=_("Colleague"),
        queryset=None,
        empty_label=_("Choose a colleague"),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose a colleague from the list.")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = colleagues()  # type: ignore[attr-defined]
        if self.state:
            choose_among(self.fields["to"], (each for each in self.state.people if each.works_here))


class Assign(RequestAction):
    """Hand it to a colleague."""

    name = "assign"
    title = _("Hand to a colleague")
    button = _("Hand over")
    form_class = AssignForm
    in_box = 60

    def run(self, pressed: ActionRequest) -> str:
        assign_request(**pressed.unseen, to=pressed.values["to"])
        return _now("The request is now with %(name)s.") % {"name": pressed.values["to"]}
