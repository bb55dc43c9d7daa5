"""The days on which the hospital differs from the calendar."""

import datetime
from typing import Any

from django import forms
from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import day_input
from appointments.admin.row_keys import ChosenRowsAdmin
from appointments.admin.titled_list import TitledList
from appointments.calendar.affected_visits import visits_within
from appointments.calendar.time_zones import moment
from appointments.models import Holiday

from .affected_warning import warn_of
from .period_field import YEARS_AHEAD


class HolidayForm(forms.ModelForm):
    """A day that differs from the calendar."""

    class Meta:
        model = Holiday
        fields = ("date", "name", "clinics_open")
        widgets = {"date": day_input()}

    def clean_date(self) -> datetime.date:
        """Refuse a year that must be a typing mistake."""
        day: datetime.date = self.cleaned_data["date"]
        if abs(day.year - timezone.localdate().year) > YEARS_AHEAD:
            raise forms.ValidationError(_("Check the year."))
        return day


@admin.register(Holiday)
class HolidayAdmin(TitledList, ChosenRowsAdmin):
    """Holidays of the hospital. The federal ones need no row."""

    list_title = _("Holidays")
    list_about = _(
        "Clinics close on federal holidays; those are built in. Add a day only if it differs: clinics are "
        "closed, or they're open on a federal holiday."
    )
    add_label = _("Add a day")
    empty_words = _("No days added. Clinics close on federal holidays only.")
    form = HolidayForm
    list_display = ["date", "name", "clinics_open"]
    date_hierarchy = None
    ordering = ["-date"]

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address: the list has none."""
        return False

    def save_model(self, request: HttpRequest, obj: Holiday, form: Any, change: bool) -> None:
        """Save, and warn of visits on a day that is now closed: they stay booked until someone moves them."""
        super().save_model(request, obj, form, change)
        if not obj.clinics_open:
            zone = timezone.get_default_timezone_name()
            midnight, next_day = datetime.time(), obj.date + datetime.timedelta(days=1)
            warn_of(
                request,
                visits_within(DateTimeTZRange(moment(obj.date, midnight, zone), moment(next_day, midnight, zone))),
            )
