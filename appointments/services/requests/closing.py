"""Close a request, reopen it, or put it on the waitlist."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.answers import RequestAnswers, differences
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import IllegalMove, Refused
from appointments.mail.kinds.request_mail import CLOSED, REOPENED, WAITLISTED
from appointments.mail.outbox import notify
from appointments.models import AppointmentChange, AppointmentRequest, Note, Offer
from appointments.models.history import LONGEST_NOTE
from appointments.models.request import plain_reference
from appointments.services.status_moves import check_seen, record_move, take_up
from appointments.services.visits.bookings import give_back_all
from appointments.services.visits.held_times import end_offer, open_offer
from appointments.services.visits.visit_records import active_visit
from appointments.workflow import CLOSED_BY_HAND, ClosedReason, Status

CHOOSE_A_KIND = gettext_lazy("Choose what kind of closing this is.")

SAY_WHY = gettext_lazy("Say why: closing and reopening need a reason.")


@locking()
def close_request(
    *, request_id: int, seen_version: int, closed_reason: str, reason: str, actor: AbstractUser
) -> AppointmentRequest:
    """Close a request and return it; held times and a booked visit are released.

    `closed_reason` is one of CLOSED_BY_HAND; `reason` says why in words and is required. Raises StalePage,
    IllegalMove for a closed request, and Refused without a reason.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if closed_reason not in CLOSED_BY_HAND:
        raise Refused(CHOOSE_A_KIND)
    if not reason.strip():
        raise Refused(SAY_WHY)
    _close(request, closed_reason=closed_reason, reason=reason.strip(), actor=actor)
    return request


@locking()
def mark_duplicate(
    *, request_id: int, seen_version: int, of_reference: str, actor: AbstractUser
) -> AppointmentRequest:
    """Close a request as a duplicate of another and return it. Nothing is merged.

    `of_reference` is the other request's reference, with or without its dash. A note on the other says what this one
    asked for. Requests that were closed as duplicates
    of this one become duplicates of the other. Raises StalePage, and Refused if the reference is unknown, the
    request's own, or that of a closed request: then no one would work on either.
    """
    reference = plain_reference(of_reference)
    other_id = AppointmentRequest.objects.filter(reference=reference).values_list("pk", flat=True).first()
    if other_id is None:
        raise Refused(_("There is no request with this reference."))
    if other_id == request_id:
        raise Refused(_("A request can't be a duplicate of itself."))
    locked = {pk: lock_request(pk) for pk in sorted((request_id, other_id))}
    request, other = locked[request_id], locked[other_id]
    check_seen(request, seen_version)
    _refuse_closed(other)
    reason = _("Duplicate of %(reference)s.") % {"reference": other.spoken_reference}
    _close(request, closed_reason=ClosedReason.DUPLICATE, reason=reason, actor=actor)
    request.duplicate_of = other
    request.save(update_fields=["duplicate_of"])
    Note.objects.create(request=other, author_id=actor.pk, text=_what_it_asked_for(request, other))
    for repeated in request.duplicates.select_for_update(of=("self",)).order_by("pk"):
        repeated.duplicate_of = other
        repeated.save(update_fields=["duplicate_of"])
    return request


def _what_it_asked_for(request: AppointmentRequest, other: AppointmentRequest) -> str:
    """Return a note for the request that stays open: the answers of its duplicate that read differently."""
    different = differences(RequestAnswers.of(other), RequestAnswers.of(request))
    answers = [f"{one.question}: {one.after}" for one in different if one.after]
    words = {"reference": request.spoken_reference, "answers": "\n".join(answers)}
    if not answers:
        return _("%(reference)s was closed as a duplicate of this request. It asked for the same.") % words
    return (_("%(reference)s was closed as a duplicate of this request. It said:\n%(answers)s") % words)[:LONGEST_NOTE]


def _refuse_closed(other: AppointmentRequest) -> None:
    """Raise Refused, with what to do instead, if a request is closed."""
    if other.status != Status.CLOSED:
        return
    words = {"reference": other.spoken_reference, "why": other.get_closed_reason_display()}
    if other.duplicate_of is not None:
        words["open"] = other.duplicate_of.spoken_reference
        raise Refused(_("%(reference)s was closed as a duplicate of %(open)s. Enter %(open)s instead.") % words)
    raise Refused(
        _(
            "%(reference)s is closed (%(why)s), so no one would work on either request. "
            "Reopen %(reference)s first, or keep this request open."
        )
        % words
    )


def _close(request: AppointmentRequest, *, closed_reason: str, reason: str, actor: AbstractUser) -> None:
    if request.status == Status.CLOSED:
        raise IllegalMove(_("This request is already closed."))
    patient_knows = closed_reason in (ClosedReason.CANCELLED_BY_PATIENT, ClosedReason.SENT_TO_EMERGENCY)
    canceled = give_back_all(request, actor=actor, reason=reason, patient_knows=patient_knows)
    request.next_contact_on = None
    request.save(update_fields=["next_contact_on"])
    move = record_move(request, to=Status.CLOSED, actor=actor, reason=reason, closed_reason=closed_reason)
    if canceled is None or closed_reason == ClosedReason.DUPLICATE:  # the mail about the visit says it as well
        notify(request, CLOSED, f"closed:{move.pk}", patient_knows=patient_knows)


@locking()
def reopen_request(*, request_id: int, seen_version: int, reason: str, actor: AbstractUser) -> AppointmentRequest:
    """Reopen a closed request and return it, in review. `reason` is required. Raises what closing raises.

    After a no-show no mail says so: the patient was asked to call, and hears of the new time.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status != Status.CLOSED:
        raise IllegalMove(_("This request is not closed."))
    if not reason.strip():
        raise Refused(SAY_WHY)
    after_no_show = request.closed_reason == ClosedReason.NO_SHOW
    move = record_move(request, to=Status.IN_REVIEW, actor=actor, reason=reason.strip())
    if not after_no_show:
        notify(request, REOPENED, f"reopened:{move.pk}")
    return request


@locking()
def waitlist_request(
    *, request_id: int, seen_version: int, actor: AbstractUser, reason: str = ""
) -> AppointmentRequest:
    """Put a request on the waitlist, give back held times, and return it. Raises IllegalMove if a visit is booked."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if active_visit(request) is not None:
        raise IllegalMove(_("A visit is booked. Cancel it first, or keep it."))
    take_up(request, actor=actor)
    if offer := open_offer(request):
        end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=AppointmentChange.Kind.WITHDRAWN, actor=actor)
    move = record_move(request, to=Status.WAITLISTED, actor=actor, reason=reason.strip())
    notify(request, WAITLISTED, f"waitlisted:{move.pk}")
    return request


@locking()
def resume_request(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Move a request back into review from the waitlist or from waiting on the patient; raises IllegalMove."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status not in (Status.WAITING_ON_PATIENT, Status.WAITLISTED):
        raise IllegalMove(_("This request is not waiting."))
    record_move(request, to=Status.IN_REVIEW, actor=actor)
    return request
