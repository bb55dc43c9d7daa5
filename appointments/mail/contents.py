"""What each kind of mail is told about its request, its offer, its visit or the desk, at the time of sending."""

import dataclasses
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils import timezone

from appointments.guards.links import link_for_mail
from appointments.mail.lost_links import requests_to_list
from appointments.models import Appointment, AppointmentRequest, Notification, RequestWording
from appointments.models.appointment import time_in_words
from appointments.workflow import Status

from .desk_numbers import desk_numbers, desk_tab, digest_lines

Kind = Notification.Kind
Content = dict[str, Any]


@dataclasses.dataclass(frozen=True)
class Linked:
    """A request and the address of its own page, as a mail lists them."""

    request: AppointmentRequest
    link: str


def request_of(notification: Notification) -> AppointmentRequest:
    """Return the request that a mail to a patient is about."""
    if notification.request is None:
        raise ValueError("this mail is not about a request")
    return notification.request


def visit_of(notification: Notification) -> Appointment:
    """Return the visit that a mail is about."""
    if notification.appointment is None:
        raise ValueError("this mail is not about a visit")
    return notification.appointment


def own_page(notification: Notification) -> Content:
    """Return the address of the request's own page."""
    return {"link": link_for_mail(request_of(notification))}


def lost_link(notification: Notification) -> Content:
    """Return the pages of all requests of the address: somebody has lost their link."""
    request = request_of(notification)
    requests = list(requests_to_list(request.email)) or [request]
    return {"linked": [Linked(one, link_for_mail(one)) for one in requests]}


def offer(notification: Notification) -> Content:
    """Return the times that are still held and until when, and the visit that stands meanwhile."""
    request = request_of(notification)
    if notification.offer is None:
        raise ValueError("this mail is not about an offer")
    times = (
        notification.offer.appointments.to_choose_from(timezone.now())
        .select_related("physician", "location")
        .in_order()
    )
    return own_page(notification) | {
        "times": times,
        "held_until": time_in_words(timezone.localtime(notification.offer.held_until)),
        "standing": request.appointments.standing().first(),
    }


def visit(notification: Notification) -> Content:
    """Return the visit, what to bring, and until when it can be changed without a call."""
    appointment = visit_of(notification)
    return own_page(notification) | {
        "visit": appointment,
        "prepare": RequestWording.current().lines_to_prepare(virtual=appointment.is_virtual),
        "change_hours": settings.APPOINTMENTS_CHANGE_HOURS,
    }


def cancelled_visit(notification: Notification) -> Content:
    """Return the visit that will not take place, and whether we look for another time."""
    request = request_of(notification)
    return own_page(notification) | {
        "visit": visit_of(notification),
        "is_closed": request.status == Status.CLOSED,
        "is_still_wanted": request.status not in (Status.CLOSED, Status.BOOKED),
    }


def digest(notification: Notification) -> Content:
    """Return the numbers of the desk."""
    return {"lines": digest_lines(desk_numbers()), "link": desk_tab("new")}


CONTENTS: dict[Notification.Kind, Callable[[Notification], Content]] = {
    Kind.RECEIVED: own_page,
    Kind.LINK: lost_link,
    Kind.QUESTION: own_page,
    Kind.OFFERED: offer,
    Kind.LAPSING: offer,
    Kind.BOOKED: visit,
    Kind.MOVED: visit,
    Kind.CANCELLED: cancelled_visit,
    Kind.REMINDER: visit,
    Kind.DIGEST: digest,
}
