"""The clock of a visit's place, for questions that the database answers."""

from typing import Any

from django.db.models import DateField, DateTimeField, F, Func, OuterRef
from django.db.models.functions import Cast


def on_its_clock(moment_or_local: Any) -> Func:
    """Return a moment as the clock of an outer visit's place shows it, or the other way around."""
    return Func(OuterRef("time_zone"), moment_or_local, function="timezone", output_field=DateTimeField())


def local_date(moment: Any) -> Cast:
    """Return the date of a moment on the clock of a visit's place."""
    local = Func(F("time_zone"), moment, function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())
