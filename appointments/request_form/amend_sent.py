"""Changes to a request after it was sent: shown side by side, then sent or dropped."""

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from appointments.answers import Difference, differences, in_words
from appointments.guards.client_address import client_address
from appointments.guards.rate_limited import too_many
from appointments.guards.refusals import Refused, TooManyAttempts
from appointments.models import RequestDraft
from appointments.services.requests.amendments import amend_request, forget_changes
from appointments.services.requests.submission import AnswersChanged
from appointments.workflow import Status

from .draft_cookie import draft_of
from .flow import FlowView

CHANGED_SINCE = _("Something has changed since you opened this page. Look at the changes again before you send them.")


def fingerprint(changes: list[Difference]) -> str:
    """Return a digest of a list of changes, so that only the changes that were shown are sent."""
    return hashlib.sha256(repr(changes).encode()).hexdigest()


class AmendView(FlowView):
    """Shows what was sent, what would change, and which answers can still be changed."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Go to the check page if nothing was sent yet, and to the confirmation if the request is closed."""
        draft = draft_of(request)
        if draft is not None and draft.request is None:
            return redirect("appointments:check")
        if draft is not None and draft.request is not None and draft.request.status == Status.CLOSED:
            return redirect("appointments:done")
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the changes, or go to a page that a change has made necessary."""
        return self.show_changes() if self.progress.is_complete else self.to_missing()

    @property
    def changes(self) -> list[Difference]:
        """Return what would change."""
        before = self.progress.sent_answers
        return differences(before, self.progress.request_answers()) if before else []

    def show_changes(self, status: int = 200, **context: Any) -> HttpResponse:
        """Render the template."""
        changes, rows = self.changes, in_words(self.progress.request_answers())
        return self.show(
            "appointments/request_form/amend.html",
            status=status,
            step="amend",
            is_amendment=True,
            sent=self.draft.request,
            changes=changes,
            shown=fingerprint(changes),
            rows=[(row, self.may_change(row.step)) for row in rows],
            back=reverse("appointments:done"),
            **context,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send the changes that were shown, or drop all of them."""
        if "drop" in request.POST:
            forget_changes(draft_id=self.draft.pk)
            return redirect("appointments:done")
        if not self.progress.is_complete:
            return self.to_missing()
        if request.POST.get("shown") != fingerprint(self.changes):
            return self.show_changes(status=409, problem=CHANGED_SINCE)
        return self.send(request)

    def send(self, request: HttpRequest) -> HttpResponse:
        """Write the changes, or say why that isn't possible."""
        assert self.progress.sent_answers is not None  # noqa: S101 (checked in `dispatch`)
        try:
            amend_request(
                draft_id=self.draft.pk,
                seen=self.draft.answers,
                before=self.progress.sent_answers,
                answers=self.progress.request_answers(),
                network_address=client_address(request),
            )
        except RequestDraft.DoesNotExist:
            return self.without_draft(request)
        except AnswersChanged:
            return redirect("appointments:amend")
        except TooManyAttempts as refusal:
            return too_many(request, refusal.again_at, kept_until=self.draft.expires_at)
        except Refused as refusal:
            return self.show_changes(status=409, problem=str(refusal))
        return redirect(reverse("appointments:done") + "?changed=1")
