"""What becomes of a booked visit."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.forms import CancelForm, JoinLinkForm, NumbersForm
from appointments.admin.request_state import RecordState
from appointments.services.visits.bookings import cancel_visit, keep_visit
from appointments.services.visits.visit_day import (
    check_in,
    complete_visit,
    mark_no_show,
    record_numbers,
    set_join_link,
    undo_check_in,
)
from appointments.workflow import Status

from .action import Deed, RecordAction


class CheckIn(RecordAction):
    """The patient is here."""

    name = "check_in"
    button = _("Check in")

    def is_allowed(self, state: RecordState) -> bool:
        """The visit is today."""
        return state.visit_is_booked and state.visit_is_today

    def run(self, deed: Deed) -> str:
        """Check in."""
        check_in(**deed.seen)
        return _now("The patient is checked in.")


class UndoCheckIn(RecordAction):
    """The patient is not here after all."""

    name = "undo_check_in"
    button = _("Undo check-in")

    def is_allowed(self, state: RecordState) -> bool:
        """The patient is checked in."""
        return state.has_arrived

    def run(self, deed: Deed) -> str:
        """Undo."""
        undo_check_in(**deed.seen)
        return _now("The check-in is taken back.")


class Complete(RecordAction):
    """The visit took place."""

    name = "complete"
    button = _("Visit took place")

    def is_allowed(self, state: RecordState) -> bool:
        """It has begun."""
        return state.has_arrived or state.visit_has_begun

    def run(self, deed: Deed) -> str:
        """Complete."""
        complete_visit(**deed.seen)
        return _now("The visit took place. The request is closed.")


class NoShow(RecordAction):
    """The patient did not come."""

    name = "no_show"
    button = _("Did not come")

    def is_allowed(self, state: RecordState) -> bool:
        """It has begun without the patient."""
        return state.visit_is_booked and state.visit_has_begun

    def run(self, deed: Deed) -> str:
        """Mark."""
        mark_no_show(**deed.seen)
        return _now("The patient did not come. The request is closed.")


class CancelVisit(RecordAction):
    """Cancel the visit."""

    name = "cancel"
    title = _("Cancel the visit")
    button = _("Cancel the visit")
    form_class = CancelForm

    def is_allowed(self, state: RecordState) -> bool:
        """A visit stands."""
        return state.visit is not None

    def run(self, deed: Deed) -> str:
        """Cancel."""
        request = cancel_visit(
            **deed.seen, **{name: deed.values[name] for name in ("reason", "by_patient", "still_wanted")}
        )
        if request.status == Status.CLOSED:
            return _now("The visit is canceled and the request closed.")
        return _now("The visit is canceled. The request is in review again.")


class KeepVisit(RecordAction):
    """The visit is not moved after all."""

    name = "keep"
    button = _("Keep the visit as it is")
    not_now = _("The visit stands as it is already.")

    def is_allowed(self, state: RecordState) -> bool:
        """A visit stands that was to be moved."""
        return state.visit is not None and state.record.status != Status.BOOKED

    def run(self, deed: Deed) -> str:
        """Keep."""
        keep_visit(**deed.seen)
        return _now("The visit stays as it was.")


class RecordNumbers(RecordAction):
    """What the health record calls patient and visit."""

    name = "numbers"
    title = _("Health record numbers")
    button = _("Save numbers")
    form_class = NumbersForm

    def is_allowed(self, state: RecordState) -> bool:
        """Always."""
        return True

    def run(self, deed: Deed) -> str:
        """Record."""
        record_numbers(
            **deed.unseen,
            medical_record_number=deed.values["medical_record_number"],
            visit_number=deed.values.get("visit_number", ""),
        )
        return _now("The numbers are saved.")


class SetJoinLink(RecordAction):
    """A link of its own for a virtual visit."""

    name = "join_link"
    title = _("Link of the virtual visit")
    button = _("Save link")
    form_class = JoinLinkForm

    def is_allowed(self, state: RecordState) -> bool:
        """A virtual visit stands."""
        return state.visit is not None and state.visit.is_virtual

    def run(self, deed: Deed) -> str:
        """Set."""
        visit = set_join_link(**deed.unseen, address=deed.values["address"])
        return _now("The link is saved.") if visit.join_link else _now("The visit uses the physician's own room.")
