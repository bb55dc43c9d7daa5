"""Requests that may be about the same patient: a hint for staff, never a decision."""

from django.db.models import Q

from appointments.models import AppointmentRequest

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
