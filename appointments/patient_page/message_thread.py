"""What we and the patient have written to each other, on the patient's own page."""

import dataclasses
import itertools

from appointments.models import AppointmentRequest, Message
from appointments.workflow import Status


@dataclasses.dataclass(frozen=True, kw_only=True)
class MessagesOnPage:
    """Questions that wait for an answer, and what was written before; both from old to new."""

    questions: list[Message]
    earlier: list[Message]


def messages_on_page(record: AppointmentRequest) -> MessagesOnPage:
    """Return them with one query. Whatever we have written since the patient last did is still to be answered."""
    written = list(record.messages.order_by("-id"))
    questions: list[Message] = []
    if record.status == Status.WAITING_ON_PATIENT:
        questions = list(itertools.takewhile(lambda message: message.author_id is not None, written))
    earlier = written[len(questions) :]
    return MessagesOnPage(questions=questions[::-1], earlier=earlier[::-1])
