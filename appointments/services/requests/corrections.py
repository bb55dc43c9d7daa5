"""Staff correct a patient's details."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.answers import Difference, RequestAnswers, differences
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused
from appointments.mail.kinds.request_mail import LINK
from appointments.mail.lost_links import mail_is_waiting
from appointments.mail.outbox import notify
from appointments.models import AnswerChange, Notification
from appointments.services.status_moves import check_seen
from appointments.services.visits.reservations import check_license
from physicians.states import state_name

NO_ADDRESS = gettext_lazy("Without an e-mail address the patient cannot be reached by e-mail.")

CORRECTABLE = (
    *("legal_name", "preferred_name", "date_of_birth", "phone", "email", "reach_by", "may_leave_message"),
    *("postal_code", "insurance_carrier", "patient_state", "language"),
)


def _changes(before: RequestAnswers, after: RequestAnswers) -> list[Difference]:
    """Return what reads differently, including the state of an in-person visit, which no page shows."""
    changed = differences(before, after)
    if before.patient_state != after.patient_state and not any(change.step == "state" for change in changed):
        states = (state_name(before.patient_state), state_name(after.patient_state))
        changed.append(Difference("state", _("State during a virtual visit"), *states))
    return changed


@locking()
def correct_details(
    *, request_id: int, seen_version: int, actor: AbstractUser, values: Mapping[str, Any]
) -> list[Difference]:
    """Write the corrected details of a request, one history row each, and return what changed.

    `values` are column values by name, limited to CORRECTABLE. A new e-mail address gets a mail with the link. If it's
    the first, what was to be told by phone is mailed. Raises StalePage, Refused if the patient prefers e-mail but has
    no address, and NotLicensed if a virtual visit that is offered or booked can't take place in the new state.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    before = RequestAnswers.of(request)
    after = dataclasses.replace(before, **{name: values[name] for name in CORRECTABLE if name in values})
    if after.reach_by == "email" and not after.email:
        raise Refused(NO_ADDRESS)
    changed = _changes(before, after)
    if not changed:
        return []
    if after.patient_state != before.patient_state:
        for visit in request.appointments.taking_time().filter(location=None).select_related("physician"):
            check_license(visit.physician, after.patient_state)
    for name in CORRECTABLE:
        setattr(request, name, getattr(after, name))
    request.save(update_fields=[*CORRECTABLE])
    rows = AnswerChange.objects.bulk_create(
        AnswerChange(
            request=request,
            question=change.question,
            before=change.before,
            after=change.after,
            actor_id=actor.pk,
        )
        for change in changed
    )
    if after.email and not before.email:
        request.notifications.filter(state=Notification.State.TO_CALL, told_in=None).update(
            state=Notification.State.QUEUED
        )
    if after.email and after.email != before.email and not mail_is_waiting(after.email):
        notify(request, LINK, f"email-changed:{rows[0].pk}")
    return changed
