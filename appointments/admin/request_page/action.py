"""What can be done on a request's page: one class for each button."""

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext_lazy as _

from appointments.admin.forms import DeskForm
from appointments.admin.request_state import RecordState
from appointments.guards.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


@dataclasses.dataclass(frozen=True, kw_only=True)
class Deed:
    """A button that was pressed: on which request, on a page of which version, by whom, with which checked values."""

    request_id: int
    seen_version: int
    actor: "AbstractUser"
    values: dict[str, Any]

    @property
    def unseen(self) -> dict[str, Any]:
        """Return request and actor, for a service that whatever happened meanwhile does not concern."""
        return {"request_id": self.request_id, "actor": self.actor}

    @property
    def seen(self) -> dict[str, Any]:
        """Return request, version and actor, as most services take them."""
        return self.unseen | {"seen_version": self.seen_version}


class RecordAction:
    """One thing to do. `name` is the last part of its address, `title` what its box is called."""

    name: ClassVar[str]
    title: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    form_class: ClassVar[type[DeskForm]] = DeskForm
    not_now: ClassVar[Any] = _("This cannot be done with the request as it is now.")
    leads_on: ClassVar[bool] = False  # whether it is often the last thing done: offers “and take next”

    def is_allowed(self, state: RecordState) -> bool:
        """Tell whether the page offers it; the service decides again."""
        return not state.is_closed

    def may_run(self, state: RecordState) -> bool:
        """Tell whether a press may go to the service: what the page offers, or a harmless second click."""
        return self.is_allowed(state)

    def form(self, state: RecordState, data: Any = None) -> DeskForm:
        """Return the form, empty or with what was typed."""
        return self.form_class(data, state=state, auto_id=f"{self.name}_%s")

    def run(self, deed: Deed) -> str:
        """Do it and return the sentence that says so; raises Refused."""
        raise NotImplementedError

    def explain(self, form: DeskForm, refusal: Refused) -> None:
        """Put a refusal where it belongs in the form."""
        form.add_error(None, str(refusal))
