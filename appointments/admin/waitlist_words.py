"""What a request on the waitlist waits for: what staff wrote then, and without that what the patient wished."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from appointments.models import AppointmentRequest, StatusChange
from appointments.workflow import Status


def with_waitlist_reasons(requests: QuerySet[AppointmentRequest]) -> QuerySet[AppointmentRequest]:
    """Add `waitlist_reason`, what staff wrote when the request last went on the waitlist, or None."""
    moves = StatusChange.objects.filter(request=OuterRef("pk"), to_status=Status.WAITLISTED).order_by("-id")
    return requests.annotate(waitlist_reason=Subquery(moves.values("reason")[:1]))


def wished_words(request: AppointmentRequest) -> str:
    """Return the wish that most patients wait for: an earlier time with the doctor they named, or with any."""
    if request.physician:
        return _("An earlier time with %(name)s") % {"name": request.physician.plain_name}
    return _("An earlier time with any doctor")


def waits_for(request: AppointmentRequest) -> str:
    """Return what a request of `with_waitlist_reasons` waits for; nothing unless it's on the waitlist."""
    if request.status != Status.WAITLISTED:
        return ""
    return getattr(request, "waitlist_reason", None) or wished_words(request)
