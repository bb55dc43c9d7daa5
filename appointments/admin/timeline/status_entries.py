"""Moves of a request from one state to the next, as sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.models import AppointmentRequest, Source, StatusChange
from appointments.workflow import ClosedReason, Status

from .entry import Entry, name_of

_MOVED = gettext_lazy("moved it from “%(before)s” to “%(now)s”")


def of_move(request: AppointmentRequest, change: StatusChange) -> Entry:
    """Return the entry of one move."""
    who = name_of(change.actor, by_system=change.by_system)
    return Entry(change.at, who, _what(request, change), change.reason)


def _what(request: AppointmentRequest, change: StatusChange) -> str:
    by_patient = change.actor_id is None and not change.by_system
    if not change.from_status:
        return _beginning(request)
    if change.to_status == Status.CLOSED:
        if by_patient and change.closed_reason == ClosedReason.CANCELLED_BY_PATIENT:
            return _("canceled the request")
        return _("closed the request: %(reason)s") % {"reason": change.get_closed_reason_display()}
    if change.from_status == Status.CLOSED:
        return _("undid the cancellation") if by_patient else _("reopened the request")
    states = {"before": change.get_from_status_display(), "now": change.get_to_status_display()}
    words = _("The request moved from “%(before)s” to “%(now)s”") if change.by_system else _MOVED
    return str(words) % states


def _beginning(request: AppointmentRequest) -> str:
    if request.source == Source.WEB:
        return _("sent the request through the website")
    return _("entered the request (%(source)s)") % {"source": request.get_source_display().lower()}
