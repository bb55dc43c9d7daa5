"""How many requests of each tab fit the chosen filters.

A tab by itself is counted from its index, up to a thousand. With a filter, that would be a search through every tab.
So the open requests that fit are read, up to MOST_FITTING, and it's counted how many of these each tab holds. If more
fit, that is the least that a tab holds, and is shown as such: “83+”. The open tab is counted with its pages.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from appointments.models import AppointmentRequest

from .bounded_counts import MOST_COUNTED, AtLeast, counts_among
from .chosen_filters import closed_that_fit, open_that_fit
from .queue_filter import QueueFilter
from .tab_definition import Tab, Viewer

MOST_FITTING = 500


def narrowed_counts(tabs: Collection[Tab], viewer: Viewer, filters: Collection[QueueFilter]) -> dict[str, int]:
    """Return how many requests of each tab fit all filters, in two statements.

    More than MOST_COUNTED is one more.
    """
    requests = AppointmentRequest.objects.order_by()
    keys = list(open_that_fit(requests, filters).values_list("pk", flat=True)[: MOST_FITTING + 1])
    has_more = len(keys) > MOST_FITTING
    closed = {} if has_more else _closed(tabs, viewer, closed_that_fit(requests, filters))
    open_ones = {tab.name: tab.request_keys(viewer) for tab in tabs if not tab.holds_everything}
    counts = dict.fromkeys((tab.name for tab in tabs if tab.holds_everything), len(keys))
    for name, count in counts_among(keys, open_ones, closed).items():
        counts[name] = counts.get(name, 0) + count
    return {name: AtLeast(count) if has_more else min(count, MOST_COUNTED + 1) for name, count in counts.items()}


def _closed(tabs: Collection[Tab], viewer: Viewer, closed: QuerySet[Any]) -> dict[str, QuerySet[Any]]:
    """Return the keys of the closed requests in the tabs that have some."""
    found = {tab.name: closed.filter(pk__in=tab.closed_keys(viewer.now)) for tab in tabs if tab.closed_keys}
    found |= {tab.name: closed for tab in tabs if tab.holds_everything}
    return {name: requests.values("pk") for name, requests in found.items()}
