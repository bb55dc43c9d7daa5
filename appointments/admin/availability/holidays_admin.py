"""The days on which the hospital differs from the calendar."""

import datetime
import functools
import operator
from typing import Any

from django import forms
from django.contrib import admin
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.admin.desk_form import day_input
from appointments.admin.row_keys import ChosenRowsAdmin
from appointments.admin.titled_list import TitledList
from appointments.calendar.affected_visits import visits_within
from appointments.calendar.time_zones import moment
from appointments.models import Appointment, Holiday
from physicians.models import Location

from .asking_first import AsksFirst, TakenBackMixin, listing_visits_first
from .period_field import YEARS_AHEAD


class HolidayForm(TakenBackMixin, forms.ModelForm):
    """A day that differs from the calendar."""

    class Meta:
        model = Holiday
        fields = ("date", "name", "clinic", "clinics_open")
        widgets = {"date": day_input()}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clinic: Any = self.fields["clinic"]
        clinic.empty_label, clinic.help_text = _("All clinics"), _("“All clinics” includes virtual visits.")
        clinic.queryset = Location.objects.filter(Q(live=True) | Q(pk=self.instance.clinic_id))

    def clean_date(self) -> datetime.date:
        """Refuse a year that must be a typing mistake."""
        day: datetime.date = self.cleaned_data["date"]
        if abs(day.year - timezone.localdate().year) > YEARS_AHEAD:
            raise forms.ValidationError(_("Check the year."))
        return day


@admin.register(Holiday)
class HolidayAdmin(TitledList, AsksFirst, ChosenRowsAdmin):
    """Holidays of the hospital. The federal ones need no row."""

    list_title = _("Holidays")
    list_about = _(
        "Clinics close on federal holidays; those are built in. Add a day only if it differs: clinics are "
        "closed, or they're open on a federal holiday. It can be for one clinic or for all of them."
    )
    add_label = _("Add a day")
    empty_words = _("No days added. Clinics close on federal holidays only.")
    form = HolidayForm
    list_display = ["date", "name", "where", "clinics_open"]
    list_select_related = ["clinic"]
    date_hierarchy = None
    ordering = ["-date"]

    @admin.display(description=_("clinic"))
    def where(self, holiday: Holiday) -> str:
        """Return whose day it is."""
        return str(holiday.clinic or _("All clinics"))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address: the list has none."""
        return False

    def save_model(self, request: HttpRequest, obj: Holiday, form: Any, change: bool) -> None:
        """Save, after listing the visits on a day that is now closed: they stay booked until someone moves them.

        The day that the row named before may be one of them: a federal holiday on which clinics were to be open.
        """
        before = Holiday.objects.filter(pk=obj.pk).first()
        with listing_visits_first(request, _visits_of(obj) | _visits_of(before) if before else _visits_of(obj)):
            super().save_model(request, obj, form, change)

    def delete_model(self, request: HttpRequest, obj: Holiday) -> None:
        """Delete, after listing the visits of clinics that were open only by this row."""
        with listing_visits_first(request, _visits_of(obj)):
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Holiday]) -> None:
        """Delete several, after listing the visits of all these days."""
        visits = functools.reduce(operator.or_, map(_visits_of, queryset))
        with listing_visits_first(request, visits):
            super().delete_queryset(request, queryset)


def _visits_of(holiday: Holiday) -> QuerySet[Appointment]:
    zone = holiday.clinic.time_zone if holiday.clinic else timezone.get_default_timezone_name()
    midnight, next_day = datetime.time(), holiday.date + datetime.timedelta(days=1)
    return visits_within(DateTimeTZRange(moment(holiday.date, midnight, zone), moment(next_day, midnight, zone)))
