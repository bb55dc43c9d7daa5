"""The row of tabs above the queue, with the number of requests in each."""

from collections.abc import Collection
from typing import Any

from django.http import HttpRequest

from .bounded_counts import bounded_counts, count_in_words
from .chosen_filters import filter_query
from .narrowed_counts import narrowed_counts
from .open_tab import QueueTab, open_tab
from .queue_filter import QueueFilter
from .tab_definition import Tab, Viewer
from .tabs import TABS


def tab_counts(viewer: Viewer, filters: Collection[QueueFilter] = ()) -> dict[str, int]:
    """Return how many requests of each tab fit the filters; more than MOST_COUNTED is one more.

    For a tab that only some of its requests make alarming, the number of these is there as well.
    """
    some = (Tab(name=alarm_of(tab), label="", holds=tab.alarming) for tab in TABS if tab.alarming is not None)
    tabs = [*TABS, *some]
    if filters:
        return narrowed_counts(tabs, viewer, filters)
    return bounded_counts({tab.name: tab.request_keys(viewer) for tab in tabs})


def alarm_of(tab: Tab) -> str:
    """Return under which name the number of its requests that make it alarming is counted."""
    return tab.name if tab.is_alarming else f"{tab.name}, alarming"


def tab_row(request: HttpRequest, counts: dict[str, int]) -> list[dict[str, Any]]:
    """Return label, address and count of each tab, and whether it is open. A search has none open.

    The addresses keep the filters. The row has the same tabs whichever is open: one under “More” is named there.
    """
    opened = None if request.GET.get("q") else open_tab(request)
    kept = filter_query(request.GET)
    return [
        {
            "label": tab.label,
            "query": f"?{QueueTab.parameter_name}={tab.name}" + (f"&{kept}" if kept else ""),
            "count": count_in_words(counts[tab.name]),
            "is_empty": not counts[tab.name],
            "is_open": tab is opened,
            "needs_acting": tab.needs_acting,
            "holds_everything": tab.holds_everything,
            "is_in_row": tab.needs_acting and bool(counts[tab.name] or not tab.is_alarming),
            "is_alarming": counts.get(alarm_of(tab), 0) > 0,
        }
        for tab in TABS
    ]


def tabs_shown(request: HttpRequest, counts: dict[str, int]) -> dict[str, Any]:
    """Return the tabs as the queue's template has them, with the open one if it is under “More”."""
    tabs = tab_row(request, counts)
    return {"tabs": tabs, "open_below": next((tab for tab in tabs if tab["is_open"] and not tab["is_in_row"]), None)}
