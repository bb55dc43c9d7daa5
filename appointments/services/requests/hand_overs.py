"""Hand requests to a colleague: a few at once, many by the clock; undone if that was a mistake."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused
from appointments.models import AppointmentRequest, HandOver, Note
from appointments.workflow import Status

from .claims import assign_request

MOST_AT_ONCE = 1000  # requests
NO_ONE = 0


def ask_for_hand_over(*, request_ids: Sequence[int], to: AbstractUser, by: AbstractUser) -> HandOver:
    """Note that these requests are to be handed over, and return the note; raises Refused for too many or none."""
    if not 0 < len(request_ids) <= MOST_AT_ONCE:
        raise Refused(_("Choose at most %(most)d requests.") % {"most": MOST_AT_ONCE})
    return HandOver.objects.create(by_id=by.pk, to_id=to.pk, waiting=list(request_ids))


def hand_over_now(
    *, request_ids: Sequence[int], to: AbstractUser, by: AbstractUser
) -> tuple[HandOver, dict[int, str]]:
    """Hand a few requests over. Return the note by which that can be undone, and by key why others stayed."""
    handed: dict[int, int] = {}
    refused: dict[int, str] = {}
    for key in request_ids:
        try:
            handed[key] = _hand(key, to, by)
        except Refused as refusal:
            refused[key] = str(refusal)
    hand_over = HandOver.objects.create(
        by_id=by.pk, to_id=to.pk, waiting=[], handed=list(handed), had_them=list(handed.values()),
        refused=len(refused), finished_at=timezone.now(),
    )  # fmt: skip
    return hand_over, refused


def ask_to_undo(*, hand_over_id: int) -> HandOver:
    """Stop a hand-over, and note that what was handed over goes back; return it. Asking twice changes nothing."""
    with transaction.atomic():
        hand_over = HandOver.objects.select_for_update().get(pk=hand_over_id)
        if not hand_over.is_undo:
            hand_over.undo_asked_at, hand_over.finished_at = timezone.now(), None
            hand_over.save(update_fields=["undo_asked_at", "finished_at"])
    return hand_over


def work_on_hand_overs() -> None:
    """Do what was asked for, the oldest first. One request at a time, so that nobody waits for the others."""
    for key in HandOver.objects.filter(finished_at=None).order_by("asked_at").values_list("pk", flat=True):
        while _next_step(key):
            pass


@transaction.atomic
def _next_step(key: int) -> bool:
    """Hand one request over, or back; return False when there is nothing left to do."""
    hand_over = HandOver.objects.select_for_update(of=("self",)).select_related("by", "to").get(pk=key)
    if hand_over.is_undo and hand_over.returned < len(hand_over.handed):
        place = hand_over.returned
        _give_back(hand_over.handed[place], hand_over.had_them[place], hand_over)
        hand_over.returned += 1
    elif hand_over.waiting and not hand_over.is_undo:
        _hand_over(hand_over)
    else:
        hand_over.finished_at = hand_over.finished_at or timezone.now()
        hand_over.save(update_fields=["finished_at"])
        return False
    hand_over.save(update_fields=["waiting", "handed", "had_them", "refused", "returned"])
    return True


def _hand_over(hand_over: HandOver) -> None:
    request_id = hand_over.waiting.pop()
    try:
        had_it = _hand(request_id, hand_over.to, hand_over.by)
    except Refused:
        hand_over.refused += 1
        return
    hand_over.handed.append(request_id)
    hand_over.had_them.append(had_it)


@transaction.atomic
def _hand(request_id: int, to: AbstractUser, by: AbstractUser) -> int:
    """Hand a request over and return who had it; raises Refused."""
    had_it = AppointmentRequest.objects.values_list("claimed_by", flat=True).get(pk=request_id)
    assign_request(request_id=request_id, to=to, actor=by)
    return had_it or NO_ONE


@locking()
def _give_back(request_id: int, had_it: int, hand_over: HandOver) -> None:
    """Give a request back, unless someone has closed it or passed it on since."""
    request = lock_request(request_id)
    if request.status == Status.CLOSED or request.claimed_by_id != hand_over.to_id:
        return
    request.claimed_by_id = had_it or None
    request.save(update_fields=["claimed_by"])
    Note.objects.create(request=request, author_id=hand_over.by_id, text=_("The hand-over was undone."))
