"""End offers that nobody answered in time, and give their times back."""

import datetime
import logging
from collections.abc import Iterable

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q
from django.utils.translation import gettext as _

from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused
from appointments.mail.kinds.offer_mail import OFFER_ENDED
from appointments.mail.outbox import notify
from appointments.models import AppointmentChange, Offer
from appointments.services.status_moves import record_move
from appointments.workflow import Status

from .held_times import end_offer, open_offer
from .reservations import LONGEST, Wanted, check_moment

logger = logging.getLogger(__name__)


def lapse_due_offers() -> None:
    """End every offer whose time is up. One that someone is answering right now is left for the next run."""
    for offer_id in Offer.objects.lapsed().order_by("held_until").values_list("pk", flat=True):
        _try_to_lapse(offer_id)


def lapse_in_the_way(times: Iterable[Wanted]) -> None:
    """End lapsed offers that hold one of these times. Call this before locking a physician.

    Each ends in a transaction of its own that locks the offer's request first; doing it under the physician's lock
    would reverse the lock order. Raises Refused for a time in the past or too far ahead.
    """
    overlapping = Q()
    for time in times:
        check_moment(time.start)
        end = time.start + datetime.timedelta(minutes=time.minutes or LONGEST)
        overlapping |= Q(
            appointments__physician_id=time.physician_id,
            appointments__period__overlap=DateTimeTZRange(time.start, end),
        )
    for offer_id in Offer.objects.lapsed().filter(overlapping).distinct().values_list("pk", flat=True):
        _try_to_lapse(offer_id)


def _try_to_lapse(offer_id: int) -> None:
    try:
        _lapse(offer_id)
    except Refused:
        logger.info("offer %s is being answered; it lapses later", offer_id)


@locking()
def _lapse(offer_id: int) -> None:
    request = lock_request(Offer.objects.values_list("request_id", flat=True).get(pk=offer_id))
    offer = open_offer(request)
    if offer is None or offer.pk != offer_id:
        return
    end_offer(
        request, offer, outcome=Offer.Outcome.LAPSED, kind=AppointmentChange.Kind.LAPSED, actor=None, by_system=True
    )
    record_move(
        request, to=Status.IN_REVIEW, actor=None, reason=_("The offered times were not answered."), by_system=True
    )
    notify(request, OFFER_ENDED, f"offer_ended:{offer.pk}", offer=offer)
