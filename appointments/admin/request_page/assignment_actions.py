"""Who works on the request, and the nurse's look at it."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.forms import AssignForm, NurseReviewForm
from appointments.admin.request_state import RecordState
from appointments.models import NurseReview
from appointments.services.requests.claims import assign_request, claim_request, release_request
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review

from .action import Deed, RecordAction


class Claim(RecordAction):
    """Make it mine."""

    name = "claim"
    button = _("Claim")

    def is_allowed(self, state: RecordState) -> bool:
        """Nobody has it."""
        return not state.is_closed and state.record.claimed_by_id is None

    def may_run(self, state: RecordState) -> bool:
        """Nobody has it, or a double click has made it mine already."""
        return self.is_allowed(state) or (not state.is_closed and state.is_mine)

    def run(self, deed: Deed) -> str:
        """Claim."""
        claim_request(**deed.unseen)
        return _now("The request is yours.")


class Release(RecordAction):
    """Give it back."""

    name = "release"
    button = _("Release")
    not_now = _("The request is closed, or it is not yours.")

    def is_allowed(self, state: RecordState) -> bool:
        """It is mine."""
        return not state.is_closed and state.is_mine

    def run(self, deed: Deed) -> str:
        """Release."""
        release_request(**deed.unseen)
        return _now("The request is back in the queue.")


class Assign(RecordAction):
    """Hand it to a colleague."""

    name = "assign"
    title = _("Hand to a colleague")
    button = _("Hand over")
    form_class = AssignForm

    def run(self, deed: Deed) -> str:
        """Assign."""
        assign_request(**deed.unseen, to=deed.values["to"])
        return _now("The request is now with %(name)s.") % {"name": deed.values["to"]}


class AskNurse(RecordAction):
    """Ask for a nurse's review."""

    name = "ask_nurse"
    button = _("Ask for a nurse review")
    not_now = _("A nurse review is asked for already.")

    def is_allowed(self, state: RecordState) -> bool:
        """None is asked for yet."""
        return not state.is_closed and state.record.nurse_review != NurseReview.NEEDED

    def run(self, deed: Deed) -> str:
        """Ask."""
        ask_for_nurse_review(**deed.unseen)
        return _now("The request is in the nurses' tab.")


class FinishNurseReview(RecordAction):
    """Write down what the nurse found."""

    name = "nurse_review"
    title = _("Nurse review")
    button = _("Review done")
    form_class = NurseReviewForm

    def is_allowed(self, state: RecordState) -> bool:
        """One is asked for."""
        return state.record.nurse_review == NurseReview.NEEDED

    def run(self, deed: Deed) -> str:
        """Finish."""
        finish_nurse_review(**deed.unseen, priority=deed.values["priority"], text=deed.values["text"])
        return _now("The nurse review is done.")
