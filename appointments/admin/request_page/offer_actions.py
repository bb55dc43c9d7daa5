"""Times are offered, answered for the patient, withdrawn, or booked as agreed."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from appointments.admin.forms import AcceptForm, BookForm, DeskForm, OfferForm, RefuseForm
from appointments.admin.request_state import RecordState
from appointments.guards.refusals import OffRules, Refused
from appointments.services.visits.bookings import book_visit
from appointments.services.visits.offers import accept_offer, offer_times, refuse_offer, withdraw_offer
from appointments.workflow import Status

from .action import Deed, RecordAction


class ChoosesTimes(RecordAction):
    """Takes times from the panel of free times."""

    def explain(self, form: DeskForm, refusal: Refused) -> None:
        """Ask for the reason at its own field."""
        form.add_error("off_rules_reason" if isinstance(refusal, OffRules) else None, str(refusal))


class OfferTimes(ChoosesTimes):
    """Hold times and tell the patient."""

    name = "offer"
    button = _("Offer these times")
    form_class = OfferForm
    leads_on = True

    def is_allowed(self, state: RecordState) -> bool:
        """Nothing is offered and the patient is not here yet."""
        return state.record.status not in (Status.OFFERED, Status.CLOSED) and not state.has_arrived

    def run(self, deed: Deed) -> str:
        """Offer."""
        offer = offer_times(**deed.seen, times=deed.values["wanted"], off_rules_reason=deed.values["off_rules_reason"])
        number = len(deed.values["wanted"])
        done = ngettext("%(number)d time is held.", "%(number)d times are held.", number) % {"number": number}
        if offer.request.email:
            return _now("%(done)s The patient gets a mail.") % {"done": done}
        return _now("%(done)s The patient has no e-mail address: call with the times.") % {"done": done}


class BookVisit(ChoosesTimes):
    """Book the time that was agreed; a visit that stands is moved to it."""

    name = "book"
    button = _("Book: agreed on the phone")
    form_class = BookForm
    leads_on = True

    def is_allowed(self, state: RecordState) -> bool:
        """It is open and the patient is not here yet."""
        return not state.is_closed and not state.has_arrived

    def run(self, deed: Deed) -> str:
        """Book or move."""
        (wanted,) = deed.values["wanted"]
        visit = book_visit(**deed.seen, wanted=wanted, off_rules_reason=deed.values["off_rules_reason"])
        return _now("Booked: %(when)s, %(name)s.") % {"when": visit.when, "name": visit.physician.display_name}


class Accept(RecordAction):
    """Book the offered time that the patient has chosen on the phone."""

    name = "accept"
    button = _("Patient takes this")
    form_class = AcceptForm

    def is_allowed(self, state: RecordState) -> bool:
        """The times are still held."""
        return state.offer_is_held

    def run(self, deed: Deed) -> str:
        """Accept."""
        visit = accept_offer(**deed.unseen, appointment_id=deed.values["appointment"])
        return _now("Booked: %(when)s, %(name)s.") % {"when": visit.when, "name": visit.physician.display_name}


class Refuse(RecordAction):
    """None of the offered times suits, the patient says on the phone."""

    name = "refuse"
    title = _("None of them suits")
    button = _("Give the times back")
    form_class = RefuseForm

    def is_allowed(self, state: RecordState) -> bool:
        """Times are offered."""
        return state.offer is not None

    def run(self, deed: Deed) -> str:
        """Refuse."""
        refuse_offer(**deed.unseen, offer_id=deed.values["offer"], text=deed.values["text"])
        return _now("The times are given back. The request is in review again.")


class Withdraw(RecordAction):
    """Take the offered times back."""

    name = "withdraw"
    button = _("Withdraw the times")

    def is_allowed(self, state: RecordState) -> bool:
        """Times are offered."""
        return state.offer is not None

    def run(self, deed: Deed) -> str:
        """Withdraw."""
        withdraw_offer(**deed.seen)
        return _now("The times are withdrawn. The request is in review again.")
