"""Changes of a request that was sent: seen side by side, then sent or dropped."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from appointments.answers import FIELDS, RequestAnswers, differences, in_words
from appointments.client_address import client_address
from appointments.limited import too_many
from appointments.models import RequestDraft
from appointments.services.amendments import amend_request, forget_changes, may_change
from appointments.services.refusals import Refused, TooMany
from appointments.services.submission import AnswersChanged

from .flow import FlowView


class AmendView(FlowView):
    """What was sent, what would change, and every answer that can still be changed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show it; a draft that was not sent goes to its check page."""
        return self.show_changes() if self.is_sent else redirect("appointments:check")

    def show_changes(self, status: int = 200, **context: Any) -> HttpResponse:
        """Render the page, or go to a page that a change has made necessary."""
        sent = self.draft.request
        assert sent is not None  # noqa: S101 (both callers have looked)
        if not self.progress.is_complete:
            return self.to_missing()
        answers = self.progress.request_answers()
        changes = differences(RequestAnswers(**{name: self.progress.sent[name] for name in FIELDS}), answers)
        rows = [(row, may_change(step=row.step, status=sent.status)) for row in in_words(answers)]
        return self.show(
            "appointments/intake/amend.html",
            status=status,
            step="amend",
            sent=sent,
            changes=changes,
            rows=rows,
            back=reverse("appointments:done"),
            **context,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send the changes, or drop them."""
        if not self.is_sent:
            return redirect("appointments:check")
        if "drop" in request.POST:
            forget_changes(draft_id=self.draft.pk)
            return redirect("appointments:done")
        return self.send(request) if self.progress.is_complete else self.to_missing()

    def send(self, request: HttpRequest) -> HttpResponse:
        """Ask the service, and say what kept it from writing."""
        try:
            amend_request(
                draft_id=self.draft.pk,
                seen=self.draft.answers,
                answers=self.progress.request_answers(),
                network_address=client_address(request),
            )
        except RequestDraft.DoesNotExist:
            return self.without_draft(request)
        except AnswersChanged:
            return redirect("appointments:amend")
        except TooMany as refusal:
            return too_many(request, refusal.again_at, kept_until=self.draft.expires_at)
        except Refused as refusal:
            return self.show_changes(status=409, problem=str(refusal))
        return redirect(reverse("appointments:done") + "?changed=1")
