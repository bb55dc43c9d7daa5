"""The clock of a visit's place, for questions that the database answers."""

from typing import Any

from django.db.models import DateField, DateTimeField, F, Func
from django.db.models.functions import Cast


def local_date(moment: Any) -> Cast:
    """Return the date of a moment on the clock of a visit's place."""
    local = Func(F("time_zone"), moment, function="timezone", output_field=DateTimeField())
    return Cast(local, DateField())
