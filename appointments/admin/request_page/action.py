"""A button of a request's page: when it is offered, what staff fill in for it, and what it does.

A subclass of RequestAction with a `name`, in a file whose name ends with `_actions`, needs no registration.
"""

import dataclasses
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import DeskForm
from appointments.admin.request_state import RequestState
from appointments.guards.refusals import Refused
from appointments.mail.mail_kinds import MailKind
from appointments.mail.mail_preview import MailPreview, preview_of

WAS_EARLIER = _("The visit was on an earlier day. Record what happened first.")


class ActionForm(DeskForm):
    """What staff fill in for an action. `state` is the request as the page shows it."""

    def __init__(self, *args: Any, state: RequestState | None = None, **kwargs: Any) -> None:
        self.state = state
        super().__init__(*args, **kwargs)


@dataclasses.dataclass(frozen=True, kw_only=True)
class ActionRequest:
    """A pressed button: the request, its version on the page, the member of staff, and the checked values."""

    request_id: int
    seen_version: int
    actor: AbstractUser
    values: dict[str, Any]

    @property
    def unseen(self) -> dict[str, Any]:
        """Return request and actor, for a service that may run even if the page is out of date."""
        return {"request_id": self.request_id, "actor": self.actor}

    @property
    def seen(self) -> dict[str, Any]:
        """Return request, version and actor, as most services take them."""
        return self.unseen | {"seen_version": self.seen_version}


class RequestAction:
    """One thing to do with a request.

    `name` is the last part of its address, `title` the name of its box. An action with `in_box` gets a box under
    “More”, in the order of these numbers; the others have a place of their own on the page.
    """

    declared: ClassVar[dict[str, "RequestAction"]] = {}

    name: ClassVar[str]
    title: ClassVar[Any] = ""
    button: ClassVar[Any] = ""
    form_class: ClassVar[type[ActionForm]] = ActionForm
    in_box: ClassVar[int | None] = None
    not_now: ClassVar[Any] = _("This can't be done with the request in its current state.")
    mail: ClassVar[MailKind | None] = None  # what the patient is told by it
    mail_is_known: ClassVar[bool] = False  # True if the mail depends on nothing that is filled in
    templates_fill: ClassVar[str] = (
        ""  # the field that message templates are put into; TemplateUse has the action's name
    )
    leads_on: ClassVar[bool] = False  # True if staff usually finish with this action: offers “and take next”

    def __init_subclass__(cls) -> None:
        """Add the action to those of the page; raises TypeError for a name that another action has."""
        super().__init_subclass__()
        if "name" in cls.__dict__:
            if cls.name in cls.declared:
                raise TypeError(f"two actions are called {cls.name!r}")
            cls.declared[cls.name] = cls()

    def is_allowed(self, state: RequestState) -> bool:
        """Return True if the page offers it; the service decides again."""
        return not state.is_closed

    def may_run(self, state: RequestState) -> bool:
        """Return True if a press may go to the service: what the page offers, or a harmless second click."""
        return self.is_allowed(state)

    def tells(self, state: RequestState) -> bool:
        """Return True if the patient is told of it."""
        return self.mail is not None

    def previews(self, state: RequestState) -> list[MailPreview]:
        """Return the mails it may send, one for each choice in its form, where they can be known beforehand."""
        return [preview_of(self.mail, state.request)] if self.mail and self.mail_is_known else []

    def form(self, state: RequestState, data: Any = None) -> ActionForm:
        """Return the form, empty or with what was typed."""
        return self.form_class(data, state=state, auto_id=f"{self.name}_%s")

    def run(self, pressed: ActionRequest) -> str:
        """Do it and return the sentence that says so; raises Refused."""
        raise NotImplementedError

    def explain(self, form: ActionForm, refusal: Refused) -> None:
        """Put a refusal where it belongs in the form."""
        form.add_error(None, str(refusal))
