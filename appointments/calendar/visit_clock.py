"""The clock of a visit's place, for questions that the database answers about an outer visit."""

from typing import Any

from django.db.models import DateTimeField, Func, OuterRef


def on_its_clock(moment_or_local: Any) -> Func:
    """Return a moment as the clock of an outer visit's place shows it, or the other way around."""
    return Func(OuterRef("time_zone"), moment_or_local, function="timezone", output_field=DateTimeField())
