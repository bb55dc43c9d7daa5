"""The wording of the request form, kept by editors."""

from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from physicians.submitted_versions import KeepsSubmittedVersions

LONGEST_LINE = 200  # characters
# What patients read when something ends.
MAIL_FIELDS = ("declined_text", "unreachable_text", "duplicate_text", "waitlisted_text", "offer_ended_text")


def lines_of(text: str) -> list[str]:
    """Return the lines that aren't blank."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def validate_lines(text: str) -> None:
    """Raise ValidationError unless there are one to ten lines, each short enough for a phone."""
    lines = lines_of(text)
    if not 1 <= len(lines) <= 10:
        raise ValidationError(_("Write one to ten lines."))
    if longest := next((line for line in lines if len(line) > LONGEST_LINE), None):
        raise ValidationError(_("Shorten the line that begins with “%(start)s”."), params={"start": longest[:40]})


class RequestWording(
    KeepsSubmittedVersions, WorkflowMixin, PreviewableMixin, DraftStateMixin, RevisionMixin, models.Model
):
    """One row: the safety check, the emergency page and what happens next. Its defaults are the first wording.

    Only a published row is shown. Without one the defaults are, so that the safety check never has no words.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    safety_question = models.CharField(
        _("question of the safety check"),
        max_length=120,
        default="Do you, or the person you ask for, have any of these right now?",
    )
    symptoms = models.TextField(
        _("symptoms"),
        validators=[validate_lines],
        default=(
            "New loss of bladder or bowel control, or you cannot urinate\n"
            "A weak arm or leg that came suddenly or gets worse fast, or you cannot walk\n"
            "New numbness between the legs\n"
            "Severe pain and weakness after a fall or a crash"
        ),
        help_text=_("One per line. The reader may be frightened: keep it short, in everyday words."),
    )
    emergency_heading = models.CharField(
        _("heading of the emergency page"),
        max_length=120,
        default="Call 911 now, or go to the nearest emergency department",
    )
    emergency_text = models.TextField(
        _("text of the emergency page"),
        validators=[validate_lines],
        default=(
            "Do not drive yourself. Do not wait for an answer from us.\n"
            "What you describe can damage the nerves of the spine for good within hours. It needs a doctor now, "
            "not an appointment."
        ),
        help_text=_("One paragraph per line. Nothing here may keep anyone from calling."),
    )
    next_steps = models.TextField(
        _("what happens next"),
        validators=[validate_lines],
        default="Together we settle on a time.\nBefore the visit we tell you what to bring.",
        help_text=_("Shown after a request is sent, below the day by which we'll be in touch. One step per line."),
    )
    what_to_bring = models.TextField(
        _("what to bring"),
        validators=[validate_lines],
        default=(
            "A photo ID and your insurance card\n"
            "A list of the medicines you take, with the doses\n"
            "Pictures of your spine (MRI, CT or X-ray) on a disk, if they were not taken here\n"
            "Letters and reports from other doctors\n"
            "Someone to listen with you, if visitors are allowed"
        ),
        help_text=_("Shown with a booked visit at a clinic, on its page and in the mail. One item per line."),
    )
    virtual_visit = models.TextField(
        _("how to get ready for a virtual visit"),
        validators=[validate_lines],
        default=(
            "A phone, tablet or computer with a camera, and a quiet, bright place\n"
            "A list of the medicines you take, with the doses\n"
            "Open the link five minutes early and allow camera and microphone"
        ),
        help_text=_("Shown with a booked virtual visit, on its page and in the mail. One item per line."),
    )

    declined_text = models.TextField(
        _("a request is declined"),
        validators=[validate_lines],
        default=(
            "We looked at your request, and our spine clinics can't offer an appointment for it.\n"
            "Your own doctor can help you find the right place. If you have questions, please call us."
        ),
        help_text=_("In the mail to the patient. It can't name the reason. One paragraph per line."),
    )
    unreachable_text = models.TextField(
        _("a patient couldn't be reached"),
        validators=[validate_lines],
        default=(
            "We tried to reach you about your request, and couldn't. So we've closed it for now.\n"
            "If you still want an appointment, call us and we'll open it again."
        ),
        help_text=_("In the mail to the patient. One paragraph per line."),
    )
    duplicate_text = models.TextField(
        _("a request repeats another one"),
        validators=[validate_lines],
        default=(
            "We have two requests from you, so we closed this one. We're working on the other one.\n"
            "You don't need to do anything."
        ),
        help_text=_(
            "In the mail to the patient, if both requests have the same e-mail address. One paragraph per line."
        ),
    )
    waitlisted_text = models.TextField(
        _("a request goes on the waitlist"),
        validators=[validate_lines],
        default=(
            "You're on our waitlist. We'll contact you as soon as a time opens up.\n"
            "If you no longer need the appointment, please call us or cancel the request on your page."
        ),
        help_text=_("In the mail to the patient. One paragraph per line."),
    )
    offer_ended_text = models.TextField(
        _("offered times are no longer held"),
        validators=[validate_lines],
        default=(
            "We're no longer holding the times that we offered you.\n"
            "You don't need to do anything. We'll look for other times and contact you."
        ),
        help_text=_("In the mail to the patient, when nobody answered in time. One paragraph per line."),
    )

    _revisions = GenericRelation("wagtailcore.Revision", related_query_name="request_wording")
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="request_wording",
        for_concrete_model=False,
    )

    class Meta:
        verbose_name = _("appointment request wording")
        verbose_name_plural = _("appointment request wording")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="request_wording_is_one_row")]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    @property
    def revisions(self) -> Any:
        """Return the revisions, under the name that Wagtail expects."""
        return self._revisions

    @classmethod
    def current(cls) -> "RequestWording":
        """Return the published wording, or the defaults if none is published."""
        return cls.objects.filter(live=True).first() or cls()

    @property
    def symptom_lines(self) -> list[str]:
        """Return the symptoms."""
        return lines_of(self.symptoms)

    @property
    def emergency_paragraphs(self) -> list[str]:
        """Return the paragraphs of the emergency page."""
        return lines_of(self.emergency_text)

    @property
    def next_step_lines(self) -> list[str]:
        """Return what happens next."""
        return lines_of(self.next_steps)

    def lines_of(self, name: str) -> list[str]:
        """Return the lines of a field, such as “declined_text”."""
        return lines_of(getattr(self, name))

    def lines_to_prepare(self, *, virtual: bool) -> list[str]:
        """Return what a patient brings to a clinic, or gets ready for a virtual visit."""
        return lines_of(self.virtual_visit if virtual else self.what_to_bring)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        """Show editors the page that patients get."""
        return "appointments/request_form/wording_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        """Return what that page needs."""
        return {
            "wording": self,
            "mail_lines": [
                (field.verbose_name, self.lines_of(field.name))
                for field in self._meta.fields
                if field.name in MAIL_FIELDS
            ],
            "bring_lines": self.lines_to_prepare(virtual=False),
            "virtual_lines": self.lines_to_prepare(virtual=True),
            "request": request,
        }
