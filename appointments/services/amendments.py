"""Changes that a patient makes to a request that was sent."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from appointments.answers import Difference, RequestAnswers, differences
from appointments.models import AnswerChange, AppointmentRequest, Notification, Priority, RequestDraft
from appointments.workflow import Status

from .limits import SENDS, use
from .moves import lock_request
from .refusals import IllegalMove, TooMany
from .submission import AnswersChanged, write_locations, write_times

ALWAYS = frozenset({"contact", "needs"})  # slugs of the pages whose answers never depend on a time that was offered


def may_change(*, step: str, status: str) -> bool:
    """Tell whether an answer of this page can still be changed in place.

    Until times are offered: everything. After that what to prepare and how to get in touch; the rest is settled on
    the phone, because it may cost the time. A closed request stays as it is.
    """
    if status == Status.CLOSED:
        return False
    return step in ALWAYS or status not in (Status.OFFERED, Status.BOOKED)


@transaction.atomic
def amend_request(
    *, draft_id: uuid.UUID, seen: Mapping[str, Any], answers: RequestAnswers, network_address: str
) -> list[Difference]:
    """Write the changed answers of a sent request, one history row each, and return what changed.

    `answers` were worked out from the request and from `seen`, the draft's changed answers; the draft's changes are
    then erased. A new e-mail address gets a mail with the link. A yes in the safety check raises the priority; a no
    does not lower it: only staff do.

    Raises RequestDraft.DoesNotExist for an erased draft, AnswersChanged when another tab has changed it since,
    IllegalMove when such a change is not possible any more, and TooMany.
    """
    draft = RequestDraft.objects.select_for_update(of=("self",)).get(pk=draft_id, request__isnull=False)
    if draft.answers != seen:
        raise AnswersChanged
    request = lock_request(draft.request_id)  # type: ignore[arg-type]
    before = RequestAnswers.of(request)
    changed = differences(before, answers)
    if not all(may_change(step=change.step, status=request.status) for change in changed):
        raise IllegalMove(_("This can no longer be changed here. Please call us."))
    if changed:
        if again_at := use((SENDS, network_address)):
            raise TooMany(again_at)
        _write(request, before, answers, changed)
    draft.answers, draft.unfinished = {}, {}
    draft.save(update_fields=["answers", "unfinished"])
    return changed


def _write(
    request: AppointmentRequest, before: RequestAnswers, answers: RequestAnswers, changed: list[Difference]
) -> None:
    columns = answers.columns()
    if request.priority == Priority.URGENT:
        columns["priority"] = Priority.URGENT
    for name, value in columns.items():
        setattr(request, name, value)
    request.save(update_fields=[*columns])
    if before.times != answers.times:
        request.preferred_times.all().delete()
        write_times(request, answers)
    if before.locations != answers.locations:
        request.preferred_locations.clear()
        write_locations(request, answers)
    rows = AnswerChange.objects.bulk_create(
        AnswerChange(request=request, question=change.question, before=change.before, after=change.after)
        for change in changed
    )
    if answers.email and answers.email != before.email:
        Notification.objects.create(request=request, kind=Notification.Kind.LINK, cause=f"email-changed:{rows[0].pk}")


def forget_changes(*, draft_id: uuid.UUID) -> None:
    """Drop the changes of a sent request that were not sent."""
    RequestDraft.objects.filter(pk=draft_id, request__isnull=False).update(answers={}, unfinished={})
