"""A visit takes place although its doctor is away, busy or gone: staff have asked."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.calendar.doctor_away import absences, without_doctor
from appointments.guards.locks import lock_physicians, lock_request, locking
from appointments.guards.refusals import IllegalMove, NoBookedVisit, Refused
from appointments.models import Appointment, AppointmentChange
from appointments.services.status_moves import check_seen

from .visit_records import active_visit, record_change

SAY_WHO_SEES_THEM = gettext_lazy("Say why the visit takes place anyway, for example who agreed to it.")


@locking()
def keep_despite_absence(*, request_id: int, seen_version: int, actor: AbstractUser, reason: str) -> Appointment:
    """Note that the patient will be seen although the doctor is away, and return the visit.

    It covers the absences that are known now; another one brings the visit back to the desk. Raises StalePage, Refused
    without a reason, and IllegalMove if there is no visit or its doctor is there.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    visit = active_visit(request)
    if visit is None:
        raise NoBookedVisit
    lock_physicians([visit.physician_id])
    if not reason.strip():
        raise Refused(SAY_WHO_SEES_THEM)
    away = without_doctor(Appointment.objects.filter(pk=visit.pk)).first()
    if away is None:
        raise IllegalMove(_("The doctor isn't away at the time of this visit."))
    record_change(
        visit,
        kind=AppointmentChange.Kind.STAYS,
        actor=actor,
        reason=reason.strip(),
        despite=absences(visit.physician_id, visit.period, visit.time_zone, visit.location_id),
        outside_hours=away.has_no_hours,
    )
    request.save(update_fields=["status"])
    return visit
