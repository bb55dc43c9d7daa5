"""The patient answers a question from staff."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from appointments.guards.client_address import client_address
from appointments.guards.limits import SENDS, use
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import Refused
from appointments.services.requests.patient_questions import answer_question

from .opened_request import OpenRequestView
from .own_page import done, show_own_page
from .patient_forms import AnswerForm


class AnswerView(OpenRequestView):
    """Saves the answer."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Go to the patient's page, which shows the question."""
        return redirect("appointments:manage", token)

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Save the answer, or say on the same page what's wrong with it."""
        form = AnswerForm(request.POST)
        if not form.is_valid():
            return show_own_page(request, self.appointment_request, token, form=form, status=422)
        if again_at := use((SENDS, client_address(request))):
            return too_many(request, again_at)
        try:
            answer_question(request_id=self.appointment_request.pk, text=form.cleaned_data["answer"])
        except Refused as refusal:
            if self._is_sent(form.cleaned_data["answer"]):
                return done(token, "answered")
            self.appointment_request.refresh_from_db(fields=["status", "closed_reason", "answer_by"])
            form.add_error(None, str(refusal))
            return show_own_page(request, self.appointment_request, token, form=form, status=409)
        return done(token, "answered")

    def _is_sent(self, text: str) -> bool:
        """Return True if the newest message is this answer: a double click, or Back and Send again."""
        newest = self.appointment_request.messages.order_by("-id").first()
        return newest is not None and newest.author_id is None and newest.text == text
