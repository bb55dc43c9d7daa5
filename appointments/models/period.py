"""What a period of time must be, wherever one is stored."""

from django.db import models
from django.db.models import F, Func, Q


def is_a_period(name: str) -> models.CheckConstraint:
    """Return the constraint that `period` has a beginning, which belongs to it, and an end, which does not."""
    whole = Func(
        F("period"),
        # An empty range has neither bound, an open one lacks at least one of them.
        template="(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))",
        output_field=models.BooleanField(),
    )
    return models.CheckConstraint(condition=Q(whole), name=name)
