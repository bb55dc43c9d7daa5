"""When a physician sees patients: weekly rules, one-off sessions, time off, and days when clinics are closed."""

from collections.abc import Collection
from typing import Any

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeBoundary, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext_lazy as _

from physicians.append_only import refuse_changes
from physicians.models import Location, Physician

from .period import is_a_period


class Weekday(models.IntegerChoices):
    """Days of the week, numbered like Python's `date.weekday()`."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")


class VisitPattern(models.Model):
    """How hours are divided into visits."""

    visit_minutes = models.PositiveSmallIntegerField(
        _("length of a visit"),
        default=30,
        validators=[MinValueValidator(5), MaxValueValidator(480)],
        help_text=_("Minutes."),
    )
    buffer_minutes = models.PositiveSmallIntegerField(
        _("pause after a visit"), default=0, validators=[MaxValueValidator(120)], help_text=_("Minutes.")
    )
    notice_hours = models.PositiveSmallIntegerField(
        _("minimum notice"),
        default=24,
        validators=[MaxValueValidator(24 * 60)],
        help_text=_("Hours from the booking to the visit. A later booking needs a reason."),
    )

    class Meta:
        abstract = True


def _minutes(name: str) -> Func:
    return Func(
        F(name), template="(EXTRACT(EPOCH FROM %(expressions)s)::int / 60)", output_field=models.IntegerField()
    )


def _no_two_at_once(name: str, place: Q, message: Any) -> ExclusionConstraint:
    """Return the constraint that no two rules of a physician at such a place overlap."""
    return ExclusionConstraint(
        name=name,
        expressions=[
            ("physician", RangeOperators.EQUAL),
            ("weekday", RangeOperators.EQUAL),
            (
                Func(
                    F("effective_from"),
                    F("effective_until"),
                    RangeBoundary(inclusive_upper=True),
                    function="daterange",
                ),
                RangeOperators.OVERLAPS,
            ),
            (Func(_minutes("starts_at"), _minutes("ends_at"), function="int4range"), RangeOperators.OVERLAPS),
        ],
        condition=place,
        violation_error_message=message,
    )


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), meta={"triggers": [refuse_changes()]}
)
class AvailabilityRule(VisitPattern):
    """Weekly hours on one weekday, at a location or (without one) for virtual visits, in local time."""

    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="availability_rules"
    )
    location = models.ForeignKey(
        Location,
        verbose_name=_("location"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        help_text=_("Leave empty for virtual visits."),
    )
    weekday = models.PositiveSmallIntegerField(_("weekday"), choices=Weekday)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("until"))
    effective_from = models.DateField(_("first day"))
    effective_until = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Leave empty for no end date.")
    )

    class Meta:
        ordering = ["physician", "weekday", "starts_at", "id"]
        verbose_name = _("weekly rule")
        verbose_name_plural = _("weekly rules")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="availability_rule_ends_after_it_starts",
                violation_error_message=_("The hours end before they begin."),
            ),
            models.CheckConstraint(
                condition=Q(effective_until__isnull=True) | Q(effective_until__gte=F("effective_from")),
                name="availability_rule_last_day_is_not_before_first",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(condition=Q(weekday__in=Weekday.values), name="availability_rule_weekday_is_known"),
            models.CheckConstraint(condition=Q(visit_minutes__range=(5, 480)), name="availability_rule_visit_length"),
            _no_two_at_once(
                "availability_rule_one_clinic_at_a_time",
                Q(location__isnull=False),
                _("At these hours the physician has another rule for a clinic."),
            ),
            _no_two_at_once(
                "availability_rule_one_virtual_rule_at_a_time",
                Q(location__isnull=True),
                _("At these hours the physician has another rule for virtual visits."),
            ),
        ]

    def __str__(self) -> str:
        hours = f"{time_format(self.starts_at, 'g:i a')} – {time_format(self.ends_at, 'g:i a')}"
        return f"{self.get_weekday_display()}, {hours}"

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Check them once the location is known: Django fails over a condition on a field that is left out."""
        if "location" not in (exclude or ()):
            super().validate_constraints(exclude)

    def clean(self) -> None:
        """Raise ValidationError if no visit fits into the hours."""
        super().clean()
        if not (self.starts_at and self.ends_at and self.visit_minutes):
            return
        minutes = (self.ends_at.hour - self.starts_at.hour) * 60 + self.ends_at.minute - self.starts_at.minute
        if 0 < minutes < self.visit_minutes:
            raise ValidationError({"visit_minutes": _("No visit of this length fits into the hours.")})


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), meta={"triggers": [refuse_changes()]}
)
class ExtraSession(VisitPattern):
    """Extra hours on one day besides the weekly rules, even when clinics are closed."""

    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="extra_sessions"
    )
    location = models.ForeignKey(
        Location,
        verbose_name=_("location"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        help_text=_("Leave empty for virtual visits."),
    )
    period = DateTimeRangeField(_("period"))

    class Meta:
        ordering = ["physician", "period"]
        verbose_name = _("one-off session")
        verbose_name_plural = _("one-off sessions")
        constraints = [
            is_a_period("extra_session_is_a_period"),
            models.CheckConstraint(condition=Q(visit_minutes__range=(5, 480)), name="extra_session_visit_length"),
        ]

    def __str__(self) -> str:
        return f"{self.physician}"


@pghistory.track(
    pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), meta={"triggers": [refuse_changes()]}
)
class TimeOff(models.Model):
    """A physician is away."""

    physician = models.ForeignKey(
        Physician, verbose_name=_("physician"), on_delete=models.CASCADE, related_name="time_off"
    )
    period = DateTimeRangeField(_("period"))
    reason = models.CharField(_("why"), max_length=100, blank=True, help_text=_("For colleagues: “Conference”."))

    class Meta:
        ordering = ["physician", "period"]
        verbose_name = _("time off")
        verbose_name_plural = _("time off")
        constraints = [is_a_period("time_off_is_a_period")]

    def __str__(self) -> str:
        return f"{self.physician}"


class Holiday(models.Model):
    """A day that differs from the federal holidays: clinics are closed, or open on a federal holiday.

    A day of one clinic differs from what holds for all of them.
    """

    date = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=80)
    clinic = models.ForeignKey(
        Location,
        verbose_name=_("clinic"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="holidays",
        help_text=_("Leave empty for all clinics and virtual visits."),
    )
    clinics_open = models.BooleanField(
        _("clinics are open"),
        default=False,
        help_text=_("Tick this for a federal holiday when the clinics are open."),
    )

    class Meta:
        ordering = ["date"]
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        constraints = [
            models.UniqueConstraint(
                fields=["date"],
                condition=Q(clinic=None),
                name="holiday_once_for_all_clinics",
                violation_error_message=_("This day is in the list already, for all clinics."),
            ),
            models.UniqueConstraint(
                fields=["date", "clinic"],
                name="holiday_once_for_a_clinic",
                violation_error_message=_("This day is in the list already, for this clinic."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {date_format(self.date, 'N j, Y')}"
