"""The tab that is open, and where its list begins: both are in the address."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from appointments.models.request_order import OLDEST, PRESSING

from .bounded_counts import FURTHEST, MOST_COUNTED
from .chosen_filters import filter_query
from .queue_pages import after, part_behind
from .row_keys import is_a_key
from .tab_definition import Tab, Viewer
from .tabs import TABS


class QueueTab(admin.SimpleListFilter):
    """Keeps what the open tab holds."""

    title = _("queue")
    parameter_name = "tab"
    after_name = "after"  # the key of the request behind which the list begins

    def __init__(self, request: HttpRequest, params: dict[str, Any], model: Any, model_admin: Any) -> None:
        super().__init__(request, params, model, model_admin)
        if self.after_name in params:
            self.used_parameters[self.after_name] = params.pop(self.after_name)[-1]

    def expected_parameters(self) -> list[str | None]:
        """Return the parameters that links to other pages keep."""
        return [self.parameter_name, self.after_name]

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        """Return the tabs, as Django wants them."""
        return [(tab.name, tab.label) for tab in TABS]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[Any]:
        """Keep what the open tab holds."""
        if request.GET.get("q"):
            return queryset  # the search has an order of its own
        tab = open_tab(request)
        if tab.keys and not tab.in_order and filter_query(request.GET):
            return held(request, queryset)  # only those that fit are put in order
        keys = tab.ordered_keys(viewer_of(request), most_to_order(request))
        if keys is not None:
            return queryset.in_given_order(part_behind(keys, begins_after(request)))
        return held(request, queryset)


def held(request: HttpRequest, requests: QuerySet[Any]) -> QuerySet[Any]:
    """Return those of the requests that an open tab without an order of its own holds, from where its list begins."""
    tab, behind = open_tab(request), begins_after(request)
    requests = requests.filter(tab.condition(viewer_of(request)))
    if behind is None:
        return requests
    return after(requests, behind, OLDEST if tab.newest_first else PRESSING, backward=tab.newest_first)


def viewer_of(request: HttpRequest) -> Viewer:
    """Return who looks, now."""
    return Viewer(staff_id=request.user.pk, now=timezone.now())


def open_tab(request: HttpRequest) -> Tab:
    """Return the tab that the address names: “All” for a search, and the first for a name that no tab has."""
    name = "all" if request.GET.get("q") else request.GET.get(QueueTab.parameter_name)
    return next((tab for tab in TABS if tab.name == name), TABS[0])


def begins_after(request: HttpRequest) -> int | None:
    """Return the key of the request behind which the list begins, None for its beginning."""
    key = request.GET.get(QueueTab.after_name, "")
    return int(key) if is_a_key(key) else None


def most_to_order(request: HttpRequest) -> int:
    """Return how many requests are put in order before the list is taken from them.

    That's one more than are shown at once, and all up to the furthest if the list begins later or leaves some out.
    """
    begins_at_the_first = begins_after(request) is None and not filter_query(request.GET)
    return MOST_COUNTED + 1 if begins_at_the_first else FURTHEST
