"""The outbox: mail is queued in the transaction of its cause, and sent after it."""

import datetime
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Model, QuerySet
from django.utils import timezone

from appointments.models import Appointment, AppointmentRequest, Notification, Offer

from .mail_kinds import MailKind

NO_DELAY = datetime.timedelta()
SCHEDULING_STAFF = ("Schedulers", "Scheduling managers")  # the groups' names


def notify(
    request: AppointmentRequest,
    kind: MailKind,
    cause: str,
    *,
    offer: Offer | None = None,
    appointment: Appointment | None = None,
    patient_knows: bool = False,
    delay: datetime.timedelta = NO_DELAY,
) -> None:
    """Queue one mail to the patient. Without an e-mail address it's a call for the desk, if the kind has words.

    `cause` is unique, and the same one twice raises IntegrityError. For something that can happen again, include what
    tells the times apart, such as the key of the row that it wrote. A mail about a visit describes the visit as of
    now, and isn't sent once the visit has changed again. No one has to call a patient who knows it already, such as
    from the call in which they asked for it. A `delay` leaves time to undo what causes the mail.

    Raises ValueError for a mail with a calendar file that is about no visit.
    """
    if kind.calendar_method and appointment is None:
        raise ValueError(f"The mail “{kind.name}” carries a visit's calendar file: pass appointment=…")
    state = first_state(request, kind)
    if state == Notification.State.NOT_NEEDED or (state == Notification.State.TO_CALL and patient_knows):
        return
    Notification.objects.create(
        request=request,
        kind=kind.name,
        cause=cause,
        state=state,
        next_attempt_at=timezone.now() + delay,
        offer=offer,
        appointment=appointment,
        sequence=appointment.sequence if appointment else None,
    )


def first_state(request: AppointmentRequest, kind: MailKind) -> Notification.State:
    """Return whether a mail is queued or a call has to be made, or neither is needed."""
    if request.email:
        return Notification.State.QUEUED
    return Notification.State.TO_CALL if kind.call else Notification.State.NOT_NEEDED


def notify_visit(
    request: AppointmentRequest, kind: MailKind, appointment: Appointment, *, patient_knows: bool = False
) -> None:
    """Queue the mail about a visit's new state."""
    cause = f"{kind.name}:{appointment.pk}:{appointment.sequence}"
    notify(request, kind, cause, appointment=appointment, patient_knows=patient_knows)


def notify_staff(readers: Iterable[AbstractUser], kind: MailKind, cause: str, *, about: Iterable[Model] = ()) -> None:
    """Queue one mail to each reader; nothing for those who have the mail of this cause already.

    `about`: saved rows of one model, which the functions of the kind find again by `about_ids`.
    """
    about_ids = [row.pk for row in about]
    Notification.objects.bulk_create(
        (
            Notification(staff_id=reader.pk, kind=kind.name, cause=f"{cause}:{reader.pk}", about_ids=about_ids)
            for reader in readers
        ),
        ignore_conflicts=True,
    )


def scheduling_staff() -> QuerySet[AbstractUser]:
    """Return the schedulers and their managers who can be mailed."""
    staff = get_user_model().objects.filter(groups__name__in=SCHEDULING_STAFF, is_active=True)
    return staff.exclude(email="").distinct()
