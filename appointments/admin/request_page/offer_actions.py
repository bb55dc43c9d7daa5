"""Times are offered to the patient, or booked as agreed on the phone."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from appointments.admin.request_state import RequestState
from appointments.guards.refusals import OffRules, Refused
from appointments.mail.kinds.offer_mail import OFFERED
from appointments.mail.kinds.visit_mail import BOOKED
from appointments.models import Appointment
from appointments.services.visits.bookings import book_visit
from appointments.services.visits.offers import offer_times
from appointments.workflow import Status

from .action import ActionForm, ActionRequest, RequestAction
from .times_form import TimesForm


def booked_in_words(visit: Appointment) -> str:
    """Return the sentences that say what is booked, or where it was moved to, and that the patient gets an email."""
    place = _now("at %(place)s") % {"place": visit.location.name} if visit.location else _now("by video")
    words = {"when": visit.when, "name": visit.physician.display_name, "place": place}
    was_moved = visit.sequence > 0
    said = (
        _now("Moved to %(when)s, %(name)s, %(place)s.")
        if was_moved
        else _now("Booked: %(when)s, %(name)s, %(place)s.")
    ) % words
    return _now("%(said)s We're emailing the patient.") % {"said": said} if visit.request.email else said


class ChoosesTimes(RequestAction):
    """Takes times from the panel of free times."""

    form_class = TimesForm

    def is_allowed(self, state: RequestState) -> bool:
        """Return True unless the visit has begun to take place, or was on an earlier day: then it has an outcome."""
        return not state.is_closed and not state.has_arrived and not state.visit_was_earlier

    def explain(self, form: ActionForm, refusal: Refused) -> None:
        """Ask for the reason at its own field."""
        form.add_error("off_rules_reason" if isinstance(refusal, OffRules) else None, str(refusal))


class OfferTimes(ChoosesTimes):
    """Hold one to three times and tell the patient."""

    name = "offer"
    button = _("Offer these times")
    mail = OFFERED
    leads_on = True

    def is_allowed(self, state: RequestState) -> bool:
        return super().is_allowed(state) and state.request.status != Status.OFFERED

    def run(self, pressed: ActionRequest) -> str:
        times, reason = pressed.values["wanted"], pressed.values["off_rules_reason"]
        offer = offer_times(**pressed.seen, times=times, off_rules_reason=reason)
        done = ngettext("%(number)d time is held.", "%(number)d times are held.", len(times)) % {"number": len(times)}
        if offer.request.email:
            return _now("%(done)s We're emailing the patient.") % {"done": done}
        return _now("%(done)s The patient has no email address. Call with the times.") % {"done": done}


class BookForm(TimesForm):
    """The one time that was agreed with the patient."""

    most = 1
    nothing_chosen = _("Check the time that was agreed with the patient, or enter another time.")
    too_many = _("To book, choose exactly one time.")


class BookVisit(ChoosesTimes):
    """Book the time that was agreed, or move the booked visit to it."""

    name = "book"
    button = _("Book: agreed with the patient")
    mail = BOOKED
    form_class = BookForm
    leads_on = True

    def run(self, pressed: ActionRequest) -> str:
        (wanted,) = pressed.values["wanted"]
        visit = book_visit(**pressed.seen, wanted=wanted, off_rules_reason=pressed.values["off_rules_reason"])
        return booked_in_words(visit)
