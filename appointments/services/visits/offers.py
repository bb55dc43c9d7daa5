"""Offer times to a patient; accept, refuse or withdraw an offer."""

import datetime
from collections.abc import Sequence

from django.contrib.auth.models import AbstractUser
from django.contrib.humanize.templatetags.humanize import apnumber
from django.utils import timezone
from django.utils.translation import gettext as _

from appointments.calendar.hold_end import SHORTEST, hold_end
from appointments.guards.locks import lock_physicians, lock_request, locking
from appointments.guards.refusals import IllegalMove, OfferEnded, Refused, RequestIsClosed
from appointments.mail.kinds.offer_mail import OFFER_ENDED, OFFERED
from appointments.mail.kinds.visit_mail import BOOKED, MOVED
from appointments.mail.outbox import notify, notify_visit
from appointments.models import Appointment, AppointmentChange, AppointmentRequest, Message, Offer
from appointments.models.contact import LONGEST_MESSAGE
from appointments.services.alarming_words import read_message
from appointments.services.status_moves import check_seen, record_move, take_up
from appointments.workflow import AppointmentStatus, Status

from .held_times import end_offer, open_offer
from .lapsing import lapse_in_the_way
from .reservations import Reserved, Wanted, check_still_possible, refuse_overlaps, reserve
from .visit_records import active_visit, create_visit, move_visit, refuse_after_check_in, set_status

MOST_TIMES = 3
Kind = AppointmentChange.Kind


def offer_times(
    *,
    request_id: int,
    seen_version: int,
    times: Sequence[Wanted],
    actor: AbstractUser,
    off_rules_reason: str = "",
) -> Offer:
    """Hold one to three times for the patient, as long as `hold_end` says, mail them, and return the offer.

    Lapsed offers to other patients are ended first if they are in the way. A booked visit stays booked until the
    patient accepts another time.

    Raises StalePage for a stale page, IllegalMove for a request that can't be offered times, Refused for a time that
    is too soon to wait for an answer, and what `reserve` raises for a time.
    """
    if not 1 <= len(times) <= MOST_TIMES:
        raise Refused(_("Choose one to three times."))
    lapse_in_the_way(times)
    return _offer_times(request_id, seen_version, times, actor, off_rules_reason)


@locking()
def _offer_times(
    request_id: int, seen_version: int, times: Sequence[Wanted], actor: AbstractUser, off_rules_reason: str
) -> Offer:
    request = lock_request(request_id)
    check_seen(request, seen_version)
    if request.status == Status.OFFERED:
        raise IllegalMove(_("Times have already been offered. Withdraw them first."))
    if request.status == Status.CLOSED:
        raise RequestIsClosed
    refuse_after_check_in(active_visit(request))
    physicians = lock_physicians({time.physician_id for time in times})
    reserved = [reserve(request, time, physicians=physicians, off_rules_reason=off_rules_reason) for time in times]
    refuse_overlaps(reserved)
    held_until = _held_until(reserved)
    take_up(request, actor=actor)
    if request.status == Status.BOOKED:
        record_move(request, to=Status.IN_REVIEW, actor=actor, reason=_("The visit will be moved."))
    offer = Offer.objects.create(request=request, made_by_id=actor.pk, held_until=held_until)
    for one in reserved:
        create_visit(request, one, status=AppointmentStatus.PENDING, kind=Kind.OFFERED, actor=actor, offer=offer)
    record_move(request, to=Status.OFFERED, actor=actor)
    notify(request, OFFERED, f"offered:{offer.pk}", offer=offer)
    return offer


def _held_until(reserved: Sequence[Reserved]) -> datetime.datetime:
    """Return when the offer lapses; raises Refused if the patient would have no time to answer."""
    held_until = hold_end(timezone.now(), min(one.period.lower for one in reserved))
    if held_until is None:
        hours = apnumber(SHORTEST // datetime.timedelta(hours=1))
        sentence = _("A time within the next %(hours)s hours can't be offered. Call the patient, and book it.")
        raise Refused(sentence % {"hours": hours})
    return held_until


@locking()
def accept_offer(*, request_id: int, appointment_id: int, actor: AbstractUser | None) -> Appointment:
    """Book the offered time that the patient chose and return the visit. Accepting it twice changes nothing.

    A visit that was going to be moved keeps its row and gets the new time. `actor` is the member of staff who took the
    answer on the phone, or None for the patient online.

    Raises OfferEnded if the time is no longer held or has passed, and what `check_still_possible` raises.
    """
    request = lock_request(request_id)
    chosen = request.appointments.select_related("physician", "location", "offer").filter(pk=appointment_id).first()
    if chosen is None or chosen.offer is None:
        raise OfferEnded(_("This isn't one of the times that were offered."))
    if chosen.offer.outcome == Offer.Outcome.ACCEPTED:
        visit = active_visit(request)
        if visit and visit.period == chosen.period:
            return visit
    offer = open_offer(request)
    if offer is None or offer.pk != chosen.offer_id or offer.held_until <= timezone.now():
        raise OfferEnded(_("These times are no longer held. Nothing was booked."))
    if chosen.start <= timezone.now():
        raise OfferEnded(_("This time has passed. Choose another one."))
    active = active_visit(request)
    physicians = lock_physicians({chosen.physician_id} | ({active.physician_id} if active else set()))
    chosen.physician = physicians[chosen.physician_id]  # read again: the profile may have been unpublished
    refuse_after_check_in(active)
    check_still_possible(request, chosen, active)
    end_offer(
        request, offer, outcome=Offer.Outcome.ACCEPTED, kind=Kind.NOT_CHOSEN, actor=actor,
        but=None if active else chosen,
    )  # fmt: skip
    if active:
        move_visit(active, _as_offered(chosen), actor=actor)
        visit, told = active, MOVED
    else:
        set_status(chosen, AppointmentStatus.BOOKED, kind=Kind.ACCEPTED, actor=actor)
        visit, told = chosen, BOOKED
    record_move(request, to=Status.BOOKED, actor=actor)
    notify_visit(request, told, visit)
    return visit


def _as_offered(appointment: Appointment) -> Reserved:
    offered = appointment.changes.get(kind=Kind.OFFERED)
    return Reserved(
        physician=appointment.physician,
        location=appointment.location,
        period=appointment.period,
        buffer_minutes=appointment.buffer_minutes,
        time_zone=appointment.time_zone,
        off_rules_reason=appointment.off_rules_reason,
        despite=offered.despite,
        outside_hours=offered.outside_hours,
    )


@locking()
def refuse_offer(*, request_id: int, offer_id: int, text: str, actor: AbstractUser | None) -> AppointmentRequest:
    """Give all offered times back because none works, and return the request, back in review.

    `text` is what the patient says would work: cut to 1,000 characters, may be empty. Refusing twice changes nothing.
    Raises OfferEnded if the offer ended in another way.
    """
    request = lock_request(request_id)
    offer = open_offer(request)
    if offer is None or offer.pk != offer_id:
        if request.offers.filter(pk=offer_id, outcome=Offer.Outcome.REFUSED).exists():
            return request
        raise OfferEnded(_("These times are no longer held. There's nothing to decline."))
    end_offer(request, offer, outcome=Offer.Outcome.REFUSED, kind=Kind.REFUSED, actor=actor)
    if text.strip():
        Message.objects.create(request=request, text=text.strip()[:LONGEST_MESSAGE], author=None)
        read_message(request, text.strip()[:LONGEST_MESSAGE])
    record_move(request, to=Status.IN_REVIEW, actor=actor, reason=_("None of the offered times works."))
    return request


@locking()
def withdraw_offer(*, request_id: int, seen_version: int, actor: AbstractUser) -> AppointmentRequest:
    """Withdraw the offered times and return the request, back in review. Raises IllegalMove if there are none."""
    request = lock_request(request_id)
    check_seen(request, seen_version)
    offer = open_offer(request)
    if offer is None:
        raise IllegalMove(_("No times are offered."))
    end_offer(request, offer, outcome=Offer.Outcome.WITHDRAWN, kind=Kind.WITHDRAWN, actor=actor)
    record_move(request, to=Status.IN_REVIEW, actor=actor, reason=_("The offered times were withdrawn."))
    notify(request, OFFER_ENDED, f"offer_ended:{offer.pk}", offer=offer)
    return request
