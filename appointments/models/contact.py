"""Contact between staff and patient about a request."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .operation import HistoryRow
from .request import AppointmentRequest

LONGEST_MESSAGE = 1000  # characters


class Channel(models.TextChoices):
    """How staff tried to reach someone."""

    PHONE = "phone", _("Phone")
    TEXT = "text", _("Text message")
    EMAIL = "email", _("E-mail")
    LETTER = "letter", _("Letter")
    IN_PERSON = "in_person", _("In person")


class ContactOutcome(models.TextChoices):
    """The result of an attempt."""

    REACHED = "reached", _("Reached")
    LEFT_MESSAGE = "left_message", _("Left a message")
    NO_ANSWER = "no_answer", _("No answer")
    BUSY = "busy", _("Busy")
    WRONG_NUMBER = "wrong_number", _("Wrong number or address")


class ContactAttempt(HistoryRow):
    """An attempt to reach the patient or their caregiver."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="contact_attempts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(_("channel"), max_length=9, choices=Channel)
    outcome = models.CharField(_("outcome"), max_length=12, choices=ContactOutcome)
    next_on = models.DateField(_("try again on"), null=True, blank=True)
    text = models.CharField(_("note"), max_length=500, blank=True)

    class Meta(HistoryRow.Meta):
        ordering = ["request", "id"]
        verbose_name = _("contact attempt")
        verbose_name_plural = _("contact attempts")

    def __str__(self) -> str:
        return f"{self.get_channel_display()}: {self.get_outcome_display()}"


class Message(HistoryRow):
    """A question from staff, or the patient's reply (no author). Shown on the patient's page."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="messages")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    text = models.TextField(max_length=LONGEST_MESSAGE)

    class Meta(HistoryRow.Meta):
        ordering = ["request", "id"]
        verbose_name = _("message")
        verbose_name_plural = _("messages")

    def __str__(self) -> str:
        return self.text[:50]
