"""The patient changes an answer, cancels, or undoes the cancellation."""

import contextlib

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from appointments.guards.client_address import client_address
from appointments.guards.limits import SENDS, STARTS, use
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import Refused
from appointments.request_form.draft_cookie import draft_of, holds_unsent, remember
from appointments.request_form.steps import STEP_BY_SLUG
from appointments.services.requests.cancellations import cancel_request, may_cancel, take_back_cancellation
from appointments.services.requests.drafts import start_draft

from .booked_visit import active_visit_of
from .opened_request import OpenRequestView
from .patient_forms import CancelForm


class ChangeView(OpenRequestView):
    """Opens the request form with the answers of a sent request. A new draft holds the changes."""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Start at the chosen page, or at the list of all answers.

        A device has only one draft, so an unsent one must be sent or erased first.
        """
        if holds_unsent(draft_of(request)):
            return redirect(reverse("appointments:start") + "?unsent=1")
        if again_at := use((STARTS, client_address(request))):
            return too_many(request, again_at)
        _draft, secret = start_draft(answers={}, request=self.appointment_request)
        step = request.POST.get("step", "")
        known = step in STEP_BY_SLUG
        response = redirect(
            reverse("appointments:step", args=[step]) + "?change=1" if known else reverse("appointments:amend")
        )
        remember(response, secret)
        return response


class CancelView(OpenRequestView):
    """Asks before canceling, because programs follow links in mails too."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the question, or go back if the request can't be canceled online."""
        return (
            self.ask(CancelForm()) if may_cancel(self.appointment_request) else redirect("appointments:manage", token)
        )

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Cancel the request."""
        form = CancelForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            cancel_request(request_id=self.appointment_request.pk, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.ask(form, status=409)
        return redirect("appointments:manage", token)

    def ask(self, form: CancelForm, status: int = 200) -> HttpResponse:
        """Render the form."""
        back = reverse("appointments:manage", args=[self.token])
        context = {
            "form": form,
            "appointment_request": self.appointment_request,
            "visit": active_visit_of(self.appointment_request),
            "back": back,
        }
        return render(self.request, "appointments/patient_page/cancel.html", context, status=status)


class TakeBackView(OpenRequestView):
    """Undoes the cancellation."""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Reopen the request. If that's no longer possible, the patient's page gives the phone number."""
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        with contextlib.suppress(Refused):
            take_back_cancellation(request_id=self.appointment_request.pk)
        return redirect("appointments:manage", token)
