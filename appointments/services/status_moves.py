"""Move a request from one status to the next, and its response clock with it."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.calendar.clinic_days import business_days_after, business_days_between, business_time
from appointments.calendar.promises import promised_day
from appointments.guards.refusals import IllegalMove, StalePage
from appointments.models import AppointmentRequest, Priority, StatusChange
from appointments.workflow import CLOCK_RUNS, Status, next_statuses


def check_seen(request: AppointmentRequest, seen_version: int | None) -> None:
    """Raise StalePage if a locked request has changed since the person saw it; None skips the check."""
    if seen_version is not None and request.version != seen_version:
        raise StalePage(
            _("Someone changed this request while you had it open. It is now “%(now)s”. Look again before you decide.")
            % {"now": request.get_status_display()}
        )


def record_move(
    request: AppointmentRequest,
    *,
    to: Status,
    actor: AbstractUser | None,
    reason: str = "",
    closed_reason: str = "",
    by_system: bool = False,
) -> StatusChange:
    """Write a locked request's new status, its clock and its history row, and return the row; raises IllegalMove."""
    if to not in next_statuses(request.status):
        raise IllegalMove(
            _("A request that is “%(now)s” can't become “%(then)s”.")
            % {"now": request.get_status_display(), "then": to.label}
        )
    now = timezone.now()
    _settle_clock(request, to, now)
    move = StatusChange.objects.create(
        request=request,
        from_status=request.status,
        to_status=to,
        closed_reason=closed_reason,
        reason=reason,
        actor_id=actor.pk if actor else None,
        by_system=by_system,
        at=now,
    )
    request.status = to
    request.closed_reason = closed_reason
    if to != Status.CLOSED:
        request.duplicate_of = None
    request.save(update_fields=["status", "closed_reason", "duplicate_of", "answer_by", "clock_used", "clock_since"])
    return move


def _settle_clock(request: AppointmentRequest, to: Status, now: datetime.datetime) -> None:
    """Stop the response clock, or start it.

    After waiting for the patient it goes on from where it stopped, and the promised day moves by as many business days
    as the patient took; something urgent has its own promise at most. After an answer from us (times offered, a visit
    booked, a closing) a new promise begins.
    """
    if request.clock_since is not None:
        if to not in CLOCK_RUNS:
            request.clock_used += business_time(request.clock_since, now)
            request.clock_since = None
        return
    if to not in CLOCK_RUNS:
        return
    request.clock_since = now
    if request.status == Status.WAITING_ON_PATIENT:
        asked = request.status_changes.filter(to_status=Status.WAITING_ON_PATIENT).latest("id").at
        rested = business_days_between(timezone.localdate(asked), timezone.localdate(now))
        request.answer_by = business_days_after(request.answer_by, rested)
        if request.priority == Priority.URGENT:
            request.answer_by = min(request.answer_by, promised_day(request.priority, now))
    else:
        request.clock_used = datetime.timedelta()
        request.answer_by = promised_day(request.priority, now)


def take_up(request: AppointmentRequest, *, actor: AbstractUser) -> None:
    """Move a new request into review, and claim it for `actor` unless someone has claimed it. It must be locked."""
    if request.status == Status.SUBMITTED:
        record_move(request, to=Status.IN_REVIEW, actor=actor)
    if request.claimed_by_id is None:
        request.claimed_by_id = actor.pk
        request.save(update_fields=["claimed_by"])
