"""How many requests of each tab fit the chosen filters.

A tab by itself is counted from its index, up to a thousand. A filter would make that a search through every tab.
So the open requests that fit are read once, and each is asked which tabs hold it.
"""

from collections.abc import Collection

from django.db.models import Count

from appointments.models import AppointmentRequest
from appointments.models.request_order import OPEN

from .bounded_counts import MOST_COUNTED, bounded_counts
from .chosen_filters import narrowed
from .queue_filter import QueueFilter
from .tab_definition import Tab, Viewer


def narrowed_counts(tabs: Collection[Tab], viewer: Viewer, filters: Collection[QueueFilter]) -> dict[str, int]:
    """Return how many requests of each tab fit all filters, in two statements; more than MOST_COUNTED is one more."""
    conditions = {tab.name: tab.condition(viewer) for tab in tabs}
    fitting = narrowed(AppointmentRequest.objects.all(), filters)
    held = {f"tab_{place}": Count("pk", filter=each or None) for place, each in enumerate(conditions.values())}
    counts = dict(zip(conditions, fitting.filter(OPEN).aggregate(**held).values(), strict=True))
    closed = fitting.exclude(OPEN)
    keys = {tab.name: closed.filter(pk__in=tab.closed_keys(viewer.now)) for tab in tabs if tab.closed_keys}
    keys |= {tab.name: closed for tab in tabs if tab.holds_everything}
    counts_of_closed = bounded_counts({name: requests.values("pk") for name, requests in keys.items()})
    return {name: min(count + counts_of_closed.get(name, 0), MOST_COUNTED + 1) for name, count in counts.items()}
