"""What a mail about a request will say: staff read it beside the button that sends it."""

import dataclasses

from django.core.cache import caches
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from appointments.models import AppointmentRequest, Notification
from physicians.models import Organization

from .mail_kinds import MailKind

NO_REFERENCE = "00000000"  # references have no zeros
SECONDS = 5 * 60  # editors' changes are seen after these


@dataclasses.dataclass(frozen=True)
class MailPreview:
    """A mail as text, under a label that says when it goes out."""

    label: str
    subject: str
    text: str


def _hospital() -> Organization | None:
    if (hospital := caches["process"].get("mail-preview")) is None:
        hospital = Organization.objects.first()
        caches["process"].set("mail-preview", hospital, SECONDS)
    return hospital


def preview_of(
    kind: MailKind, request: AppointmentRequest, *, label: str = "", closed_reason: str = "", also: str = ""
) -> MailPreview:
    """Return the mail as it would be now, for a kind that needs to know nothing of the patient.

    No link is made: a word takes its place. The text is kept for five minutes, also for other requests. So it's made
    from a request without any answers, and the reference is put in afterwards: nothing personal can be kept.

    Args:
        kind: the kind of mail.
        request: the request.
        label: when it goes out.
        closed_reason: the reason for which the request would be closed.
        also: what else of the request the mail depends on.
    """
    blank = AppointmentRequest(pk=request.pk, reference=NO_REFERENCE, closed_reason=closed_reason)
    key = f"mail-preview:{kind.name}:{closed_reason}:{also}:{get_language()}"
    if (text := caches["process"].get(key)) is None:
        context = {
            "request": blank,
            "organization": _hospital(),
            "subject": kind.subject_line(blank.spoken_reference),
            "link": _("(the link to the patient's page)"),
            **kind.context(Notification(request=blank, kind=kind.name)),
        }
        text = render_to_string(kind.template("txt"), context).strip()
        caches["process"].set(key, text, SECONDS)
    reference = request.spoken_reference
    text = text.replace(blank.spoken_reference, reference)
    return MailPreview(label, kind.subject_line(reference), text)


def without_common_end(previews: list[MailPreview]) -> list[MailPreview]:
    """Return the mails without the paragraphs with which all of them end, to tell them apart at a glance."""
    paragraphs = [mail.text.split("\n\n") for mail in previews]
    while all(len(text) > 1 for text in paragraphs) and len({text[-1] for text in paragraphs}) == 1:
        for text in paragraphs:
            text.pop()
    return [
        dataclasses.replace(mail, text="\n\n".join([*text, "…"]))
        for mail, text in zip(previews, paragraphs, strict=True)
    ]
