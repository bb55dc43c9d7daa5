"""Staff correct what a request says: the patient's details and wishes, never the patient's own words."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from appointments.answers import Difference, RequestAnswers, differences
from appointments.guards.locks import lock_request, locking
from appointments.guards.refusals import Refused
from appointments.models import Notification, VisitType
from appointments.services.status_moves import check_seen
from appointments.services.visits.reservations import check_license
from physicians.states import state_name

from .changed_answers import write_changed_answers

NO_STATE = gettext_lazy("Ask which state the patient will be in during a virtual visit.")

NO_ADDRESS = gettext_lazy("Without an e-mail address the patient cannot be reached by e-mail.")

CORRECTABLE = (
    *("legal_name", "preferred_name", "date_of_birth", "phone", "email", "reach_by", "may_leave_message"),
    *("postal_code", "insurance_carrier"),
    *("caregiver_name", "caregiver_relationship", "caregiver_phone", "caregiver_consent"),
    *("condition", "visit_type", "patient_state", "physician", "locations", "times"),
    *("language", "needs"),
)
ROWS_OF_THEIR_OWN = ("locations", "times")


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
    """Write the corrected answers of a request, one history row each, and return what changed.

    `values` are answers by name, limited to CORRECTABLE. A new e-mail address gets a mail with the link. If it's the
    first, what was to be told by phone is mailed. Times that are offered or booked stay as they are.

    Raises StalePage, Refused if the patient prefers e-mail but has no address or a virtual visit lacks its state, and
    NotLicensed if a virtual visit that is offered or booked can't take place in the new state.
    """
    request = lock_request(request_id)
    check_seen(request, seen_version)
    before = RequestAnswers.of(request)
    after = dataclasses.replace(before, **{name: values[name] for name in CORRECTABLE if name in values})
    if after.reach_by == "email" and not after.email:
        raise Refused(NO_ADDRESS)
    if after.visit_type != VisitType.IN_PERSON and not after.patient_state:
        raise Refused(NO_STATE)
    changed = _changes(before, after)
    if not changed:
        return []
    if after.patient_state != before.patient_state:
        for visit in request.appointments.taking_time().filter(location=None).select_related("physician"):
            check_license(visit.physician, after.patient_state)
    if after.email and not before.email:
        request.notifications.filter(state=Notification.State.TO_CALL, told_in=None).update(
            state=Notification.State.QUEUED
        )
    columns = {name: getattr(after, name) for name in CORRECTABLE if name not in ROWS_OF_THEIR_OWN}
    write_changed_answers(request, before=before, after=after, columns=columns, changed=changed, actor_id=actor.pk)
    return changed
