"""A patient's link that was opened with the right date of birth, or tried with a wrong one."""

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest

from appointments.guards.links import link_tried
from appointments.models import RequestLink
from wakemed.models.security_event import Happened

from .recording import record


@receiver(link_tried, dispatch_uid="wakemed.security_log.links")
def note_link(sender: Any, *, request: HttpRequest, link: RequestLink | None, opened: bool, **more: Any) -> None:
    """Record which request it belongs to, if it's a link of ours; neither the link nor the date."""
    kind = Happened.LINK_OPENED if opened else Happened.LINK_FAILED
    record(kind, request=request, patient_request=link.request if link else None)
