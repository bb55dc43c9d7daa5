"""What can be done on the patient's own page: change an answer, cancel, take the cancellation back."""

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

from .booked_visit import standing_visit_of
from .opened_request import OpenRequestView
from .patient_forms import CancelForm


class ChangeView(OpenRequestView):
    """Opens the question pages over the request that was sent: its draft holds what will differ."""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Begin, at the page that was chosen or at the list of all answers.

        A device has one draft: what was typed for another request is finished or removed first.
        """
        if holds_unsent(draft_of(request)):
            return redirect(reverse("appointments:start") + "?unsent=1")
        if again_at := use((STARTS, client_address(request))):
            return too_many(request, again_at)
        _draft, secret = start_draft(answers={}, request=self.record)
        step = request.POST.get("step", "")
        known = step in STEP_BY_SLUG
        response = redirect(
            reverse("appointments:step", args=[step]) + "?change=1" if known else reverse("appointments:amend")
        )
        remember(response, secret)
        return response


class CancelView(OpenRequestView):
    """Asks before it cancels: a link in a mail is followed by programs, too."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the question; what cannot be canceled here leads back."""
        return self.ask(CancelForm()) if may_cancel(self.record) else redirect("appointments:manage", token)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Cancel."""
        form = CancelForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            cancel_request(request_id=self.record.pk, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, str(refusal))
            return self.ask(form, status=409)
        return redirect("appointments:manage", token)

    def ask(self, form: CancelForm, status: int = 200) -> HttpResponse:
        """Render the question."""
        back = reverse("appointments:manage", args=[self.token])
        context = {"form": form, "record": self.record, "visit": standing_visit_of(self.record), "back": back}
        return render(self.request, "appointments/patient_page/cancel.html", context, status=status)


class TakeBackView(OpenRequestView):
    """Undoes the cancellation."""

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Open the request again; one that cannot be is shown as it is, with the phone number."""
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        with contextlib.suppress(Refused):
            take_back_cancellation(request_id=self.record.pk)
        return redirect("appointments:manage", token)
