"""How an offer ends: the patient says on the phone which time suits, or none, or staff withdraw it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import text_area
from appointments.admin.request_state import RequestState
from appointments.mail.kinds.offer_mail import OFFER_ENDED
from appointments.models.contact import LONGEST_MESSAGE
from appointments.services.visits.offers import accept_offer, refuse_offer, withdraw_offer

from .action import ActionForm, ActionRequest, RequestAction
from .offer_actions import booked_in_words

LARGEST_KEY = 2**63 - 1


def offered_key(**kwargs: Any) -> forms.IntegerField:
    """Return a field for the key of an offer or an offered time, which the page fills in."""
    sentence = _("Choose one of the offered times.")
    return forms.IntegerField(
        min_value=1,
        max_value=LARGEST_KEY,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), sentence),
        **kwargs,
    )


class AcceptForm(ActionForm):
    """Which of the offered times the patient takes."""

    appointment = offered_key(widget=forms.HiddenInput)


class Accept(RequestAction):
    """Book the offered time that the patient has chosen on the phone."""

    name = "accept"
    button = _("Accept for the patient")
    form_class = AcceptForm

    def is_allowed(self, state: RequestState) -> bool:
        return state.offer_is_held

    def run(self, pressed: ActionRequest) -> str:
        visit = accept_offer(**pressed.unseen, appointment_id=pressed.values["appointment"])
        return booked_in_words(visit)


class RefuseForm(ActionForm):
    """What would suit the patient instead."""

    offer = offered_key(widget=forms.HiddenInput)
    text = text_area(_("What would suit (optional)"), max_length=LONGEST_MESSAGE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.state and self.state.offer:
            self.initial = {"offer": self.state.offer.pk}


class Refuse(RequestAction):
    """The patient says on the phone that none of the offered times suits."""

    name = "refuse"
    title = _("None of these work")
    button = _("Release the times")
    form_class = RefuseForm

    def is_allowed(self, state: RequestState) -> bool:
        return state.offer is not None

    def run(self, pressed: ActionRequest) -> str:
        refuse_offer(**pressed.unseen, offer_id=pressed.values["offer"], text=pressed.values["text"])
        return _now("The times are released. The request is back in review.")


class Withdraw(RequestAction):
    """Take the offered times back."""

    name = "withdraw"
    button = _("Withdraw the times")
    mail = OFFER_ENDED

    def is_allowed(self, state: RequestState) -> bool:
        return state.offer is not None

    def tells(self, state: RequestState) -> bool:
        """Return True if the patient knows of the times."""
        its_mail = [mail for mail in state.mail if state.offer and mail.offer_id == state.offer.pk]
        return any(mail.was_told for mail in its_mail)

    def run(self, pressed: ActionRequest) -> str:
        withdraw_offer(**pressed.seen)
        return _now("The times are withdrawn. The request is back in review.")
