"""Requests that may be about the same patient: a hint for staff, never a decision."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from appointments.models import AppointmentRequest
from appointments.workflow import Status

MOST_SHOWN = 5


def possible_duplicates(request: AppointmentRequest) -> list[AppointmentRequest]:
    """Return up to five other requests that may be by the same patient, newest first, in one query.

    Either the date of birth is the same and the name similar, or the phone number or e-mail address is the same and so
    is one of those two: families share a phone.
    """
    alike = Q(legal_name__trigram_similar=request.legal_name)
    same_contact = Q(phone=request.phone) | (Q(email__iexact=request.email) if request.email else Q(pk=None))
    born = Q(date_of_birth=request.date_of_birth)
    found = AppointmentRequest.objects.filter((born & alike) | (same_contact & (born | alike))).exclude(pk=request.pk)
    return list(found.select_related("condition", "physician").order_by("-submitted_at", "-id")[:MOST_SHOWN])


def maybe_duplicates(request_keys: Collection[int]) -> set[int]:
    """Return the keys of those requests that another open request may repeat, in one query.

    The date of birth is the same, and the name is similar or the phone number or e-mail address is the same.
    """
    same_contact = Q(phone=OuterRef("phone")) | (Q(email__iexact=OuterRef("email")) & ~Q(email=""))
    alike = Q(legal_name__trigram_similar=OuterRef("legal_name"))
    others = AppointmentRequest.objects.filter(alike | same_contact, date_of_birth=OuterRef("date_of_birth"))
    others = others.exclude(pk=OuterRef("pk")).exclude(status=Status.CLOSED)
    found = AppointmentRequest.objects.filter(Exists(others), pk__in=request_keys)
    return set(found.order_by().values_list("pk", flat=True))
