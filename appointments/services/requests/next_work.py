"""What “Take next” gives a member of staff: a nurse a review, a scheduler a request."""

from django.contrib.auth.models import AbstractUser

from appointments.models import AppointmentRequest

from .claims import claim_next
from .nurse_reviews import ENDS_REVIEWS, take_next_review

ENTERS_REQUESTS = "appointments.add_appointmentrequest"  # a right of those who schedule


def reviews_alone(actor: AbstractUser) -> bool:
    """Return True for a nurse who doesn't schedule."""
    return actor.has_perm(ENDS_REVIEWS) and not actor.has_perm(ENTERS_REQUESTS)


def take_next(*, actor: AbstractUser, but: int | None = None) -> AppointmentRequest | None:
    """Take the most pressing thing that the person may work on and return its request, or None.

    A review that waits comes before a request. `but` is the key of the request that the person comes from.
    """
    if actor.has_perm(ENDS_REVIEWS) and (review := take_next_review(actor=actor, but=but)):
        return review
    return None if reviews_alone(actor) else claim_next(actor=actor)
