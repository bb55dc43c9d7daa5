"""The orders in which requests are listed."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.expressions import RawSQL

from .request_order import OLDEST, PRESSING


class AppointmentRequestQuerySet(models.QuerySet[Any]):
    """Queries that several places need."""

    given_order: Sequence[int] | None = None

    def in_given_order(self, keys: Sequence[int]) -> "AppointmentRequestQuerySet":
        """Keep the requests with these keys, in their order, which the pages of a list know too."""
        place = models.Func(
            models.Value(list(keys), ArrayField(models.BigIntegerField())),
            models.F("pk"),
            function="array_position",
            output_field=models.IntegerField(),
        )
        # As rows: a long array would be gone through again for each request that a filter finds.
        given = RawSQL("SELECT unnest(%s::bigint[])", [list(keys)])
        found = self.filter(pk__in=given).order_by(place)
        found.given_order = keys
        return found

    def _clone(self) -> "AppointmentRequestQuerySet":
        clone = super()._clone()  # type: ignore[misc]
        clone.given_order = self.given_order
        return clone

    def most_pressing_first(self) -> "AppointmentRequestQuerySet":
        """Order by priority, then by the promised day. Something urgent that no nurse has reviewed comes first."""
        return self.order_by(*PRESSING)

    def newest_first(self) -> "AppointmentRequestQuerySet":
        """Put open requests before closed ones, then the newest first."""
        return self.order_by(*(part.desc() for part in OLDEST))
