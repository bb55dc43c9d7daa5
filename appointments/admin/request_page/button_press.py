"""A pressed button: what was sent is checked, the action runs, and what came of it is returned."""

import contextlib
import datetime

from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from appointments.admin.desk_staff import staff_of
from appointments.admin.request_state import RequestState
from appointments.admin.row_keys import is_a_key
from appointments.guards.refusals import Refused, StalePage
from appointments.models import AppointmentRequest
from appointments.models.message_template import placeholders_in

from .action import ActionForm, ActionRequest, RequestAction
from .failed_action import MISTAKE, REFUSED, Failure


def press(action: RequestAction, request: HttpRequest, state: RequestState) -> str | Failure:
    """Run an action with what the form sent; return the sentence that says what was done, or why it wasn't.

    Raises Http404 if the request is gone.
    """
    form = action.form(state, request.POST)
    if not form.is_valid() or _has_placeholders(action, form):
        return Failure(action, form, status=MISTAKE)
    pressed = ActionRequest(
        request_id=state.request.pk,
        seen_version=_version(request),
        actor=staff_of(request),
        values=form.cleaned_data,
    )
    try:
        return action.run(pressed) if action.may_run(state) else _refused(action, pressed)
    except AppointmentRequest.DoesNotExist:
        raise Http404 from None
    except Refused as refusal:
        action.explain(form, refusal)
        stale = isinstance(refusal, StalePage)
        since = _seen_at(request) if stale else None
        return Failure(action, form, status=REFUSED, since=since, is_stale=stale)


def _refused(action: RequestAction, pressed: ActionRequest) -> str:
    """Refuse what the page doesn't offer now, in the service's own words if it refuses too, or else in the action's.

    Some services allow more than the page offers, for other callers: then what the service did is undone.
    """
    with transaction.atomic():
        action.run(pressed)
        raise Refused(action.not_now)


def _has_placeholders(action: RequestAction, form: ActionForm) -> bool:
    """Return True, with a sentence in the form, if a template's placeholder was left in the text."""
    left = placeholders_in(form.cleaned_data.get(action.templates_fill, ""))
    if left:
        sentence = _("Replace %(names)s with words: the request doesn't say it.") % {"names": ", ".join(left)}
        form.add_error(action.templates_fill, sentence)
    return bool(left)


def _version(request: HttpRequest) -> int:
    """Return the version that the page showed. Anything but a number becomes a version that no request has."""
    typed = request.POST.get("seen_version", "")
    return int(typed) if is_a_key(typed) else -1


def _seen_at(request: HttpRequest) -> datetime.datetime | None:
    with contextlib.suppress(ValueError):
        seen_at = parse_datetime(request.POST.get("seen_at", "")[:40])
        return seen_at if seen_at and seen_at.tzinfo else None
    return None
