"""The messages between staff and the patient, on the patient's page."""

import dataclasses
import itertools

from appointments.models import AppointmentRequest, Message
from appointments.workflow import Status


@dataclasses.dataclass(frozen=True, kw_only=True)
class MessagesOnPage:
    """Questions waiting for an answer, and earlier messages, both oldest first."""

    questions: list[Message]
    earlier: list[Message]


def messages_on_page(appointment_request: AppointmentRequest) -> MessagesOnPage:
    """Return a request's messages in one query. All from staff since the patient's last message are questions."""
    written = list(appointment_request.messages.order_by("-id"))
    questions: list[Message] = []
    if appointment_request.status == Status.WAITING_ON_PATIENT:
        questions = list(itertools.takewhile(lambda message: message.author_id is not None, written))
    earlier = written[len(questions) :]
    return MessagesOnPage(questions=questions[::-1], earlier=earlier[::-1])
