"""What staff fill in about a physician's hours."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import day_input, time_input
from appointments.models import AvailabilityRule, ExtraSession, TimeOff, VirtualRoom
from appointments.models.secure_link import SECURE_LINK_WANTED, validate_secure_link
from physicians.models import Location

from .asking_first import TakenBackMixin
from .period_field import FIRST_YEAR, LAST_YEAR, PeriodForm

PATTERN = ("visit_minutes", "buffer_minutes", "notice_hours")


class PhysicianHiddenMixin(TakenBackMixin, forms.ModelForm):
    """Hides the physician's field: the page belongs to one physician."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["physician"].widget = forms.HiddenInput()
        self.fields["physician"].disabled = self.instance.pk is not None
        location = self.fields.get("location")
        if isinstance(location, forms.ModelChoiceField):
            location.empty_label = gettext("Virtual visits")
            location.help_text = ""
            location.queryset = Location.objects.filter(Q(live=True) | Q(pk=self.instance.location_id))


class RuleForm(PhysicianHiddenMixin):
    """Hours of every week."""

    class Meta:
        model = AvailabilityRule
        fields = (
            *("physician", "location", "weekday", "starts_at", "ends_at"),
            *PATTERN,
            *("effective_from", "effective_until"),
        )
        widgets = {
            "starts_at": time_input(),
            "ends_at": time_input(),
            "effective_from": day_input(),
            "effective_until": day_input(),
        }

    def clean(self) -> dict[str, Any] | None:
        """Refuse hours that end before they begin: the constraint against overlaps fails over them."""
        values = super().clean() or self.cleaned_data
        starts_at, ends_at = values.get("starts_at"), values.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", gettext("The hours end before they begin."))
        for name in ("effective_from", "effective_until"):
            day = values.get(name)
            if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
                self.add_error(name, gettext("Check the year."))
        first, last = values.get("effective_from"), values.get("effective_until")
        if first and last and last < first:
            self.add_error("effective_until", gettext("The last day is before the first day."))
        return values


class SessionForm(PhysicianHiddenMixin, PeriodForm):
    """Hours on one day."""

    class Meta:
        model = ExtraSession
        fields = ("physician", "location", *PATTERN)

    def clean(self) -> dict[str, Any] | None:
        """Refuse hours in which no visit fits."""
        values = super().clean()
        period, minutes = self.instance.period, self.cleaned_data.get("visit_minutes")
        if not self.errors and minutes and (period.upper - period.lower).total_seconds() < minutes * 60:
            self.add_error("visit_minutes", gettext("No visit of this length fits into the hours."))
        return values


class TimeOffForm(PhysicianHiddenMixin, PeriodForm):
    """Days away. Without times they are whole days."""

    most_days = 366

    class Meta:
        model = TimeOff
        fields = ("physician", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, words in (
            ("starts_at", _("Leave empty for midnight.")),
            ("ends_at", _("Leave empty for the whole day.")),
        ):
            self.fields[name].required = False
            self.fields[name].help_text = words

    def zone(self) -> str:
        """Return the hospital's zone: a physician is away wherever they would have been."""
        return settings.TIME_ZONE


class RoomForm(PhysicianHiddenMixin):
    """The link to a physician's virtual visits."""

    address = forms.URLField(
        label=_("Link to join"),
        assume_scheme="https",
        max_length=200,
        validators=[validate_secure_link],
        error_messages={"invalid": SECURE_LINK_WANTED},
        widget=forms.URLInput(attrs={"class": "vURLField"}),
        help_text=_("Patients see it from 30 minutes before their visit."),
    )

    class Meta:
        model = VirtualRoom
        fields = ("physician", "address")
