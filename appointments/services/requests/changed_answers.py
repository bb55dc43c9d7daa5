"""Changed answers of a sent request are written, whether the patient or staff changed them."""

from collections.abc import Mapping, Sequence
from typing import Any

from appointments.answers import Difference, RequestAnswers
from appointments.mail.kinds.request_mail import LINK
from appointments.mail.lost_links import mail_is_waiting
from appointments.mail.outbox import notify
from appointments.models import AnswerChange, AppointmentRequest

from .submission import write_locations, write_times


def write_changed_answers(
    request: AppointmentRequest,
    *,
    before: RequestAnswers,
    after: RequestAnswers,
    columns: Mapping[str, Any],
    changed: Sequence[Difference],
    actor_id: int | None,
) -> None:
    """Write what a locked request says now, with one history row for each difference.

    `columns` are the values of the request's own row; wishes for times and clinics have rows of their own. `actor_id`
    is the member of staff, None for the patient. A new e-mail address gets a mail with the link.
    """
    for name, value in columns.items():
        setattr(request, name, value)
    request.save(update_fields=[*columns])
    if before.times != after.times:
        request.preferred_times.all().delete()
        write_times(request, after)
    if before.locations != after.locations:
        request.preferred_locations.clear()
        write_locations(request, after)
    rows = AnswerChange.objects.bulk_create(
        AnswerChange(
            request=request,
            question=change.question,
            before=change.before,
            after=change.after,
            actor_id=actor_id,
        )
        for change in changed
    )
    if after.email and after.email != before.email and not mail_is_waiting(after.email):
        notify(request, LINK, f"email-changed:{rows[0].pk}")
