"""Requests that may be about the same patient: a hint for staff, never a decision."""

from django.db.models import Q

from appointments.models import AppointmentRequest

MOST_SHOWN = 5


def possible_duplicates(request: AppointmentRequest) -> list[AppointmentRequest]:
    """Return the newest other requests of what may be the same patient, at most five, in one query.

    The same date of birth and a similar name; or the same phone number or e-mail address with the same date of birth
    or a similar name: a family shares a phone.
    """
    alike = Q(legal_name__trigram_similar=request.legal_name)
    same_contact = Q(phone=request.phone) | (Q(email__iexact=request.email) if request.email else Q(pk=None))
    born = Q(date_of_birth=request.date_of_birth)
    found = AppointmentRequest.objects.filter((born & alike) | (same_contact & (born | alike))).exclude(pk=request.pk)
    return list(found.select_related("condition", "physician").order_by("-submitted_at", "-id")[:MOST_SHOWN])
