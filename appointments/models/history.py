"""The history of a request, in append-only rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.workflow import ClosedReason, Status
from physicians.append_only import AppendOnly, refuse_changes

from .desk_search import DeskSearch
from .from_where import FromWhere
from .operation import HistoryRow
from .request import AppointmentRequest

LONGEST_NOTE = 4000  # characters


class StatusChange(HistoryRow):
    """A move of a request from one status to another: who moved it, when, and why.

    No actor means the patient through the website, or the clock where `by_system` says so.
    """

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="status_changes")
    from_status = models.CharField(max_length=20, choices=Status, blank=True)
    to_status = models.CharField(max_length=20, choices=Status)
    closed_reason = models.CharField(max_length=24, choices=ClosedReason, blank=True)
    reason = models.TextField(blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_system = models.BooleanField(default=False)

    class Meta(HistoryRow.Meta):
        ordering = ["request", "id"]
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        indexes = [
            models.Index(
                fields=["request", "at"],
                name="patients_answers",
                condition=models.Q(actor=None, by_system=False, to_status=Status.IN_REVIEW),
            )
        ]

    def __str__(self) -> str:
        return f"{self.from_status or '-'} → {self.to_status}"


class AnswerChange(HistoryRow):
    """A changed answer of a sent request, before and after. No actor means the patient."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="answer_changes")
    question = models.CharField(max_length=200)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta(HistoryRow.Meta):
        ordering = ["request", "id"]
        verbose_name = _("changed answer")
        verbose_name_plural = _("changed answers")
        indexes = [models.Index(fields=["request", "at"], name="answer_change_by_request")]

    def __str__(self) -> str:
        return self.question


class Note(HistoryRow):
    """A note from staff to each other about a request."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(max_length=LONGEST_NOTE)
    handed_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
        help_text=_(
            "The colleague who got the request, or the result of its review, with this note; or the nurse who got it."
        ),
    )
    ends_review = models.BooleanField(default=False, help_text=_("It says what a nurse found."))

    class Meta(HistoryRow.Meta):
        ordering = ["request", "id"]
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        indexes = [
            models.Index(
                fields=["handed_to", "request"], name="note_handed_to", condition=models.Q(handed_to__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.text[:50]


class RecordAccess(FromWhere, AppendOnly):
    """A member of staff saw a patient's request (45 CFR 164.312(b), audit controls).

    Once the request has been erased the row says who saw a request, and when, but no longer which.
    """

    class Kind(models.TextChoices):
        """How much was seen."""

        LISTED = "listed", _("seen in a list")
        FOUND = "found", _("found by a search")
        EXPORTED = "exported", _("exported to a file")
        OPENED = "opened", _("opened")

    request = models.ForeignKey(
        AppointmentRequest, on_delete=models.PROTECT, null=True, related_name="accesses", db_index=False
    )
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=8, choices=Kind)
    search = models.ForeignKey(DeskSearch, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(_("time"), default=timezone.now)

    class Meta(AppendOnly.Meta):
        ordering = ["-at", "-id"]
        verbose_name = _("record view")
        verbose_name_plural = _("record views")
        indexes = [
            models.Index(fields=["request", "at", "id"], name="access_by_request"),
            models.Index(fields=["staff", "at", "id"], name="access_by_staff"),
            models.Index(fields=["at", "id"], name="access_by_time"),
            models.Index(fields=["at", "id"], name="access_opened", condition=models.Q(kind="opened")),
            models.Index(fields=["request", "at"], name="access_last_opened", condition=models.Q(kind="opened")),
            models.Index(fields=["search"], name="access_by_search", condition=models.Q(search__isnull=False)),
        ]
        triggers = [refuse_changes(eraser_may=("UPDATE", "DELETE"))]

    def __str__(self) -> str:
        return f"{self.staff} {self.kind} {self.request}"
