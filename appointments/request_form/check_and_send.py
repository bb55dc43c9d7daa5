"""The last pages: check every answer, send the request, and see what happens next."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from appointments.answers import in_words
from appointments.guards.client_address import client_address
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import TooManyAttempts
from appointments.models import RequestDraft, RequestWording
from appointments.services.requests.submission import AnswersChanged, send_draft
from appointments.status_words import status_in_words
from appointments.workflow import Status

from .bot_check import why_it_looks_like_a_program
from .flow import FlowView
from .steps import CHAPTER_COUNT, STEPS

SHOWN_AGAIN = ("visit", "doctor", "times")  # pages whose answers are repeated on the confirmation


class CheckView(FlowView):
    """Shows every answer with a “Change” link, and sends the request."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the answers, or the confirmation if the request was sent."""
        return redirect("appointments:done") if self.is_sent else self.show_answers()

    def show_answers(self, status: int = 200, **context: Any) -> HttpResponse:
        """Render the page, or go to a page that still has to be answered."""
        if not self.progress.is_complete:
            return self.to_missing()
        return self.show(
            "appointments/request_form/check.html",
            status=status,
            rows=in_words(self.progress.request_answers()),
            step="check",
            number=CHAPTER_COUNT,
            count=CHAPTER_COUNT,
            back=reverse("appointments:step", args=[STEPS[-1].slug]),
            **context,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send the request. Sending twice sends it once."""
        if self.is_sent:
            return redirect("appointments:done")
        if not self.progress.is_complete:
            return self.to_missing()
        if problem := why_it_looks_like_a_program(request.POST, self.draft):
            return self.show_answers(status=422, problem=problem)
        return self.send(request)

    def send(self, request: HttpRequest) -> HttpResponse:
        """Create the request, or say why that isn't possible."""
        try:
            send_draft(
                draft_id=self.draft.id,
                seen=self.draft.answers,
                answers=self.progress.request_answers(),
                network_address=client_address(request),
            )
        except RequestDraft.DoesNotExist:
            return self.without_draft(request)
        except AnswersChanged:
            return redirect("appointments:check")
        except TooManyAttempts as refusal:
            return too_many(request, refusal.again_at, kept_until=self.draft.expires_at)
        return redirect("appointments:done")


class DoneView(FlowView):
    """Shows the reference and what happens next, until the draft expires."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the confirmation, or go to the check page if the draft hasn't been sent."""
        sent_answers = self.progress.sent_answers
        if self.draft.request is None or sent_answers is None:
            return redirect("appointments:check")
        return self.show(
            "appointments/request_form/done.html",
            seconds_left=0,  # nothing is lost when this page expires
            sent=self.draft.request,
            wording=RequestWording.current(),
            closed_words=status_in_words(self.draft.request) if self.draft.request.status == Status.CLOSED else None,
            asked_for=[row for row in in_words(sent_answers) if row.step in SHOWN_AGAIN],
            changed="changed" in request.GET,
            has_changes=bool(self.draft.answers or self.draft.unfinished),
            can_change=self.may_change("contact"),
            danger=self.draft.request.danger,
        )
