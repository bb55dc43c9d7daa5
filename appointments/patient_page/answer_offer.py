"""The patient accepts an offered time, or says that none of them works."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from appointments.guards.client_address import client_address
from appointments.guards.limits import SENDS, use
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import OfferEnded, Refused
from appointments.services.visits.offers import accept_offer, refuse_offer
from appointments.workflow import Status

from .opened_request import OpenRequestView
from .own_page import done, show_own_page
from .patient_forms import ChooseTimeForm, NoneSuitsForm


class AcceptView(OpenRequestView):
    """Books the chosen time."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Go to the patient's page, which shows the times."""
        return redirect("appointments:manage", token)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Book the time, or say on the same page why that didn't work."""
        form = ChooseTimeForm(request.POST)
        if not form.is_valid():
            return show_own_page(request, self.appointment_request, token, form=form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            visit = accept_offer(
                request_id=self.appointment_request.pk, appointment_id=form.cleaned_data["time"], actor=None
            )
        except Refused as refusal:
            self.appointment_request.refresh_from_db(fields=["status", "closed_reason", "answer_by"])
            form.add_error(None, self._why_not(refusal))
            return show_own_page(request, self.appointment_request, token, form=form, status=409)
        # If a visit was booked before, it was given the chosen time. Otherwise the chosen time became the visit.
        return done(token, "booked" if visit.pk == form.cleaned_data["time"] else "moved")

    def _why_not(self, refusal: Refused) -> str:
        """Return the refusal in words. “Nothing was booked” would be wrong if a time was accepted earlier."""
        if isinstance(refusal, OfferEnded) and self.appointment_request.status == Status.BOOKED:
            return _("You already have a booked visit. It's shown below, and nothing about it has changed.")
        return str(refusal)


class RefuseView(OpenRequestView):
    """Asks what would work instead, and gives all offered times back."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the question, or go to the patient's page if no times are offered."""
        offer = self.appointment_request.offers.open().first()
        if offer is None:
            return redirect("appointments:manage", token)
        return self.ask(NoneSuitsForm(initial={"offer": offer.pk}))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Give the times back."""
        form = NoneSuitsForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        asked = form.cleaned_data
        try:
            refuse_offer(
                request_id=self.appointment_request.pk, offer_id=asked["offer"], text=asked["suits"], actor=None
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.ask(form, status=409)
        return done(token, "refused")

    def ask(self, form: NoneSuitsForm, status: int = 200) -> HttpResponse:
        """Render the form."""
        back = reverse("appointments:manage", args=[self.token])
        context = {"form": form, "appointment_request": self.appointment_request, "back": back}
        return render(self.request, "appointments/patient_page/none_suits.html", context, status=status)
