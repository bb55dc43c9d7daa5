"""The history of a visit, in append-only rows."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.utils.translation import gettext_lazy as _

from appointments.workflow import AppointmentStatus
from physicians.models import Location, Physician

from .appointment import Appointment
from .operation import HistoryRow


class AppointmentChange(HistoryRow):
    """A change to a visit: what it was, what it became, who changed it, when, and why.

    No actor means the patient through the website, or the clock where `by_system` says so.
    """

    class Kind(models.TextChoices):
        """What was done."""

        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        BOOKED = "booked", _("booked")
        MOVED = "moved", _("moved")
        NOT_CHOSEN = "not_chosen", _("not chosen")
        REFUSED = "refused", _("refused")
        LAPSED = "lapsed", _("lapsed")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CANCELLED = "cancelled", _("canceled")
        CHECKED_IN = "checked_in", _("checked in")
        CHECK_IN_UNDONE = "undone", _("check-in undone")
        FULFILLED = "fulfilled", _("took place")
        NO_SHOW = "no_show", _("did not come")
        OUTCOME_UNDONE = "not_over", _("outcome undone")
        STAYS = "stays", _("takes place although the doctor is away")

    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=16, choices=AppointmentStatus)
    sequence = models.PositiveIntegerField()
    period = DateTimeRangeField()
    period_before = DateTimeRangeField(null=True, blank=True)
    physician = models.ForeignKey(Physician, on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    despite = ArrayField(
        DateTimeRangeField(),
        default=list,
        blank=True,
        help_text=_("The doctor's absences that staff knew of when they settled the time all the same."),
    )
    outside_hours = models.BooleanField(
        default=False, help_text=_("Staff knew that the time isn't in the doctor's hours when they settled it.")
    )
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    by_system = models.BooleanField(default=False)

    class Meta(HistoryRow.Meta):
        ordering = ["appointment", "id"]
        verbose_name = _("appointment change")
        verbose_name_plural = _("appointment changes")
        indexes = [
            models.Index(fields=["appointment", "sequence"], name="visit_stays", condition=models.Q(kind="stays")),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
