"""The day of the visit: the patient arrives, the visit takes place, or the patient doesn't come."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.request_state import RequestState
from appointments.services.visits.visit_day import check_in, complete_visit, mark_no_show, undo_check_in, undo_outcome

from .action import ActionRequest, RequestAction


class CheckIn(RequestAction):
    """The patient is here."""

    name = "check_in"
    button = _("Check in")

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit_is_booked and state.check_in_is_open

    def run(self, pressed: ActionRequest) -> str:
        check_in(**pressed.seen)
        return _now("The patient is checked in.")


class UndoCheckIn(RequestAction):
    """The patient isn't here after all."""

    name = "undo_check_in"
    button = _("Undo check-in")

    def is_allowed(self, state: RequestState) -> bool:
        return state.has_arrived

    def run(self, pressed: ActionRequest) -> str:
        undo_check_in(**pressed.seen)
        return _now("The check-in was undone.")


class Complete(RequestAction):
    """The visit took place. Check-in may have been forgotten."""

    name = "complete"
    button = _("Mark completed")

    def is_allowed(self, state: RequestState) -> bool:
        return state.has_arrived or state.visit_has_begun

    def run(self, pressed: ActionRequest) -> str:
        complete_visit(**pressed.seen)
        return _now("The visit took place. The request is closed.")


class NoShow(RequestAction):
    """The visit has begun without the patient."""

    name = "no_show"
    button = _("Mark no-show")

    def is_allowed(self, state: RequestState) -> bool:
        return state.visit_is_booked and state.visit_has_begun

    def run(self, pressed: ActionRequest) -> str:
        request = mark_no_show(**pressed.seen)
        if request.email:
            return _now(
                "The patient didn't come. The request is closed. In 15 minutes, an email asks them to call us."
            )
        return _now("The patient didn't come. The request is closed. They have no email address: call them.")


class UndoOutcome(RequestAction):
    """The wrong button was pressed: the visit isn't over, or has another outcome."""

    name = "undo_outcome"
    button = _("Undo the outcome")

    def is_allowed(self, state: RequestState) -> bool:
        return state.outcome_can_be_undone

    def run(self, pressed: ActionRequest) -> str:
        undo_outcome(**pressed.seen)
        return _now("Undone. The visit has no outcome yet.")
