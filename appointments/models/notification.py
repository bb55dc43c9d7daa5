"""The outbox: one row for each reason to write to someone, or to call a patient without e-mail."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .appointment import Appointment
from .contact import ContactAttempt
from .offer import Offer
from .request import AppointmentRequest

# Filled by `appointments.mail.mail_kinds.declare`: a new kind of mail needs no migration.
kind_labels: dict[str, str | Promise] = {}


def kind_choices() -> list[tuple[str, str | Promise]]:
    """Return the declared kinds of mail and what the desk calls each."""
    return list(kind_labels.items())


class NotificationQuerySet(models.QuerySet["Notification"]):
    """What the sender and /readyz ask for."""

    def due(self) -> "NotificationQuerySet":
        """Return what should go out now."""
        return self.filter(state=Notification.State.QUEUED, next_attempt_at__lte=timezone.now())

    def told(self) -> "NotificationQuerySet":
        """Return what patients know: the mail went out, or someone called."""
        return self.filter(Q(state=Notification.State.SENT) | Q(told_in__isnull=False))

    def oldest_due(self) -> datetime.datetime | None:
        """Return since when the oldest due mail has been waiting, or None when nothing is due."""
        return self.due().aggregate(oldest=models.Min("next_attempt_at"))["oldest"]


class Notification(models.Model):
    """A mail to a patient about a request, or to a member of staff. Without an e-mail address it is a call to make.

    It is rendered at delivery, so that this row holds neither an address nor a link.
    """

    class State(models.TextChoices):
        """How far it has come."""

        QUEUED = "queued", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("given up")
        BOUNCED = "bounced", _("came back")
        NOT_NEEDED = "not_needed", _("not needed any more")
        TO_CALL = "to_call", _("to be told by phone")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(
        AppointmentRequest, on_delete=models.CASCADE, null=True, blank=True, related_name="notifications"
    )
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, null=True, blank=True, related_name="notifications")
    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, null=True, blank=True, related_name="notifications"
    )
    sequence = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text=_("The visit's sequence at the time. If the visit has changed since, the mail isn't sent."),
    )
    about_ids = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        help_text=_("Primary keys of what the mail is about, in another app. The mail's kind knows the model."),
    )
    kind = models.CharField(_("kind"), max_length=30, choices=kind_choices)
    cause = models.CharField(
        max_length=80, unique=True, help_text=_("One mail per cause. Only compared, never parsed.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    told_in = models.ForeignKey(
        ContactAttempt,
        verbose_name=_("told in this call"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="told",
        help_text=_("The contact in which staff told the patient what no mail could."),
    )
    last_error = models.CharField(max_length=80, blank=True, help_text=_("The kind of error, never its text."))
    created_at = models.DateTimeField(default=timezone.now)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = [
            models.CheckConstraint(
                condition=Q(request__isnull=False, staff__isnull=True) | Q(request__isnull=True, staff__isnull=False),
                name="notification_has_one_recipient",
            ),
            models.CheckConstraint(
                condition=Q(appointment__isnull=True, sequence__isnull=True)
                | Q(appointment__isnull=False, sequence__isnull=False),
                name="notification_knows_which_change_it_speaks_of",
            ),
        ]
        indexes = [
            models.Index(
                fields=["request"],
                name="notification_call",
                condition=models.Q(state__in=["to_call", "failed", "bounced"], told_in=None),
            ),
            models.Index(fields=["next_attempt_at"], name="notification_due", condition=models.Q(state="queued")),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.get_state_display()})"

    @property
    def was_told(self) -> bool:
        """Return True if the patient knows: by the rule of `told`."""
        return self.state == Notification.State.SENT or self.told_in_id is not None
