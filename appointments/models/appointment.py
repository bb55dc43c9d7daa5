"""A time of a physician that is held or booked for a patient."""

import datetime
import uuid
import zoneinfo

import pghistory
import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from appointments.workflow import ACTIVE, OVER, TAKES_TIME, VISIT_TRANSITIONS, AppointmentStatus
from physicians.append_only import refuse_changes
from physicians.models import Location, Physician

from .busy_triggers import marks_busy_times
from .offer import Offer
from .period import is_a_period
from .request import AppointmentRequest
from .visit_triggers import fits_the_request, visit_has_history
from .wish_triggers import tells_wishes

# The health record doesn't know the visit, or doesn't know it as it is now.
UNRECORDED = Q(visit_number="") | Q(recorded_sequence=None) | ~Q(recorded_sequence=F("sequence"))
NO_OVERLAP = "appointment_no_overlap"  # the services recognize a double booking by this name


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Queries that several places need."""

    def taking_time(self) -> "AppointmentQuerySet":
        """Return those that block their physician's time."""
        return self.filter(status__in=TAKES_TIME)

    def active(self) -> "AppointmentQuerySet":
        """Return booked visits, checked in or not."""
        return self.filter(status__in=ACTIVE)

    def without_outcome(self, now: datetime.datetime) -> "AppointmentQuerySet":
        """Return the visits whose time is over and of which nobody has said how they went."""
        return self.active().filter(period__endswith__lte=now)

    def held(self, now: datetime.datetime) -> "AppointmentQuerySet":
        """Return upcoming times of offers that are waiting for an answer."""
        return self.filter(
            status=AppointmentStatus.PENDING,
            offer__outcome="",
            offer__held_until__gt=now,
            period__startswith__gt=now,
        )

    def to_choose_from(self, now: datetime.datetime) -> "AppointmentQuerySet":
        """Return the held times that a patient can still accept, without physicians who have left."""
        return self.held(now).filter(physician__live=True)

    def in_order(self) -> "AppointmentQuerySet":
        """Order by time."""
        return self.order_by("period", "id")


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), meta={"triggers": [refuse_changes(eraser_may=("DELETE",))]}
)
class Appointment(models.Model):
    """A time with a physician, offered (`pending`), booked, or over. No location means a virtual visit."""

    request = models.ForeignKey(AppointmentRequest, on_delete=models.PROTECT, related_name="appointments")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments")
    physician = models.ForeignKey(Physician, on_delete=models.PROTECT, related_name="appointments")
    location = models.ForeignKey(
        Location, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    period = DateTimeRangeField(_("period"))
    time_zone = models.CharField(_("time zone"), max_length=40)
    buffer_minutes = models.PositiveSmallIntegerField(_("pause after it"), default=0)
    status = models.CharField(_("status"), max_length=16, choices=AppointmentStatus)
    off_rules_reason = models.CharField(_("reason for the exception"), max_length=200, blank=True)

    uid = models.UUIDField(
        unique=True,
        default=uuid.uuid4,
        editable=False,
        help_text=_("Identifies the visit in calendars. It never changes."),
    )
    sequence = models.PositiveIntegerField(
        default=0, editable=False, help_text=_("Goes up by one with every change (RFC 5545, 3.8.7.4).")
    )
    join_link = models.URLField(_("link to join"), blank=True, help_text=_("For this visit only."))
    visit_number = models.CharField(_("visit number in the health record"), max_length=40, blank=True)
    recorded_sequence = models.PositiveIntegerField(
        null=True, blank=True, help_text=_("The sequence the health record last had.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["period", "id"]
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            ExclusionConstraint(
                name=NO_OVERLAP,
                expressions=[("physician", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
                condition=Q(status__in=TAKES_TIME),
            ),
            is_a_period("appointment_is_a_period"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(status__in=ACTIVE), name="appointment_one_active_per_request"
            ),
            models.CheckConstraint(
                condition=~Q(status=AppointmentStatus.PENDING) | Q(offer__isnull=False),
                name="appointment_pending_belongs_to_an_offer",
            ),
            models.CheckConstraint(
                condition=Q(status__in=AppointmentStatus.values), name="appointment_status_is_known"
            ),
        ]
        indexes = [
            models.Index("period__startswith", "request", name="visit_begins", condition=Q(status__in=ACTIVE)),
            models.Index("period__endswith", "request", name="visit_ends", condition=Q(status__in=TAKES_TIME)),
            models.Index("location", "request", name="visit_at_clinic", condition=Q(status__in=TAKES_TIME)),
            models.Index("physician", "request", name="visit_with_physician", condition=Q(status__in=TAKES_TIME)),
            models.Index("period__startswith", name="visit_was", condition=Q(status__in=OVER)),
            models.Index("period__startswith", name="visit_canceled", condition=Q(status=AppointmentStatus.CANCELLED)),
            models.Index(
                "period__startswith", "request", name="visit_unrecorded", condition=Q(status__in=ACTIVE) & UNRECORDED
            ),
            models.Index(Upper("visit_number"), "request", name="visit_number", condition=~Q(visit_number="")),
        ]
        triggers = [
            pgtrigger.FSM(
                name="visit_status_moves",
                field="status",
                transitions=[(start.value, end.value) for start, ends in VISIT_TRANSITIONS.items() for end in ends],
            ),
            visit_has_history(),
            fits_the_request("NEW.request_id", pgtrigger.Insert | pgtrigger.UpdateOf("status")),
            marks_busy_times(),
            # A visit is deleted only with its request.
            tells_wishes(
                pgtrigger.Insert | pgtrigger.UpdateOf("status", "request_id"), "OLD.request_id", "NEW.request_id"
            ),
        ]

    def __str__(self) -> str:
        return self.when

    @property
    def start(self) -> datetime.datetime:
        """Return when it begins, UTC."""
        return self.period.lower

    @property
    def end(self) -> datetime.datetime:
        """Return when it ends, UTC."""
        return self.period.upper

    @property
    def minutes(self) -> int:
        """Return its length in minutes."""
        return int((self.end - self.start).total_seconds()) // 60

    @property
    def is_virtual(self) -> bool:
        """Return True if it takes place by video."""
        return self.location_id is None

    @property
    def local_start(self) -> datetime.datetime:
        """Return when it begins, in the time zone of its place."""
        return self.start.astimezone(zoneinfo.ZoneInfo(self.time_zone))

    @property
    def when(self) -> str:
        """Return day, time and zone in words: “Tuesday, December 1, 2026 at 9:30 a.m. EST”."""
        return time_in_words(self.local_start)


def time_in_words(local: datetime.datetime) -> str:
    """Return a local time in words: “Tuesday, December 1, 2026 at 9:30 a.m. EST”."""
    return f"{date_format(local, 'l, F j, Y')} {_('at')} {date_format(local, 'g:i a')} {local.tzname()}"
