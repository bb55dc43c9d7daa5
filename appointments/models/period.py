"""The constraint on every stored period of time."""

from django.db import models
from django.db.models import F, Func, Q


def is_a_period(name: str) -> models.CheckConstraint:
    """Return the constraint that `period` has an inclusive start and an exclusive end."""
    whole = Func(
        F("period"),
        # An empty range has neither bound, an open one lacks at least one of them.
        template="(lower_inc(%(expressions)s) AND NOT upper_inc(%(expressions)s) AND NOT upper_inf(%(expressions)s))",
        output_field=models.BooleanField(),
    )
    return models.CheckConstraint(condition=Q(whole), name=name)
