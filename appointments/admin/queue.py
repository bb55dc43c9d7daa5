"""The queue, which answers “what do I do next”."""

from collections.abc import Collection, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from appointments.guards.access import record_shown
from appointments.models import AppointmentRequest, Notification
from appointments.services.requests.left_reviews import with_left_reviews
from appointments.services.saved_filters import SHARE

from .bounded_counts import count_in_words
from .bulk_actions import QueueActionForm, assign_chosen, export_chosen
from .calendar_page.time_view import TimeAdmin
from .chosen_filters import chosen_filters, closed_that_fit, open_that_fit, that_fit
from .day_sheet.sheet_view import DaySheetAdmin
from .desk_staff import staff_of
from .entry_page import EntryAdmin
from .filters import FILTERS, ColleagueFilter
from .hand_over_page import HandOverPage
from .live_refresh.changed_meanwhile import ChangedMeanwhileAdmin
from .open_tab import QueueTab, begins_after, held, most_to_order, open_tab, viewer_of
from .patient_search.request_search import requests_meant
from .queue_columns import QueueCells
from .queue_filter import QueueFilter
from .queue_pages import QueueChangeList, QueuePaginator, part_behind
from .queue_rows import complete_rows
from .request_page.request_admin import RequestAdmin
from .row_keys import ChosenRowsAdmin
from .saved_filters import SavedFilterAdmin, saved_for
from .sealed_search import SealedSearchAdmin
from .tab_row import tab_counts, tabs_shown
from .unseen_changes import with_unseen_changes
from .waitlist_words import with_waitlist_reasons

ARRIVED_OR_NOT = (Notification.State.SENT, Notification.State.FAILED, Notification.State.BOUNCED)


@admin.register(AppointmentRequest)
class AppointmentRequestAdmin(
    QueueCells,
    EntryAdmin,
    DaySheetAdmin,
    RequestAdmin,
    TimeAdmin,
    SavedFilterAdmin,
    HandOverPage,
    ChangedMeanwhileAdmin,
    ChosenRowsAdmin,
    SealedSearchAdmin,
):
    """Lists requests, opens one, enters one for a caller. Every write goes through the services."""

    list_display_links = None
    list_filter = [QueueTab, *FILTERS]
    list_select_related = ["condition", "physician", "claimed_by", "nurse"]
    list_per_page = 25
    search_fields = ["reference"]  # shows the box; `matching` does the work
    search_help_text = _(
        "Patient's or caregiver's name or phone, birth date, e-mail, record or visit number, or reference. "
        "The last four digits of a phone, or half a reference, will do."
    )
    sortable_by = []  # most pressing first, always
    actions = [assign_chosen, export_chosen]
    action_form = QueueActionForm
    actions_on_top, actions_on_bottom = False, True
    show_full_result_count = False

    class Media:
        css = {"all": ["css/desk_parts.css", "css/desk_lists.css", "css/queue.css"]}

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Return the columns of the open tab."""
        return list(open_tab(request).columns)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AppointmentRequest]:
        """Return all requests, prepared by the open tab; by default the most pressing comes first."""
        settled = Notification.objects.filter(request=OuterRef("pk"), state__in=ARRIVED_OR_NOT)
        tab, requests = open_tab(request), AppointmentRequest.objects.all()
        ordered = requests.newest_first() if tab.newest_first else requests.most_pressing_first()
        shown = with_waitlist_reasons(with_left_reviews(with_unseen_changes(ordered))).annotate(
            last_mail=Subquery(settled.order_by("-created_at").values("state")[:1])
        )
        return tab.prepared(shown, timezone.now()) if tab.prepared else shown

    def get_paginator(self, request: HttpRequest, queryset: Any, per_page: int, *args: Any, **kwargs: Any) -> Any:
        """Return the pages of the open tab, with the counts of all tabs."""
        filters = chosen_filters(request, self)
        counts = tab_counts(viewer_of(request), filters)
        rows = self.get_queryset(request).select_related(*self.list_select_related)
        fitting = self.fitting(request, queryset.given_order, filters) if filters else None
        pages = QueuePaginator(queryset, per_page, rows=rows, tab_counts=counts, fitting=fitting)
        if not request.GET.get("q") and begins_after(request) is None:
            name = open_tab(request).name
            pages.known = counts[name]
            counts[name] = pages.found
        return pages

    def fitting(
        self, request: HttpRequest, keys: Sequence[int] | None, filters: Collection[QueueFilter]
    ) -> list[QuerySet[Any]]:
        """Return what fits the filters of the open tab, or of these keys: the open requests, then the closed ones."""
        tab, every = open_tab(request), AppointmentRequest.objects.all()
        requests: QuerySet[Any]
        if keys is not None:
            requests = every.in_given_order(keys)
        else:
            requests = held(request, every.newest_first() if tab.newest_first else every.most_pressing_first())
        if tab.holds_everything and keys is None:
            return [open_that_fit(requests, filters), closed_that_fit(requests, filters)]
        may_be_closed = tab.holds_everything or tab.closed_keys
        return [that_fit(requests, filters) if may_be_closed else open_that_fit(requests, filters)]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[QueueChangeList]:
        """Return the list that reads its rows once."""
        return QueueChangeList

    def get_ordering(self, request: HttpRequest) -> tuple[()]:
        """Leave the order to the queryset."""
        return ()

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[QuerySet[AppointmentRequest], bool]:
        """Return what matches. Django's autocomplete gets nothing: it wouldn't record what was read."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            return queryset.none(), False
        return super().get_search_results(request, queryset, search_term)

    def matching(self, request: HttpRequest, queryset: Any, typed: str) -> QuerySet[AppointmentRequest]:
        """Return the requests that were meant, in the order of the search."""
        if not typed:
            return queryset
        keys = requests_meant(typed, most=most_to_order(request))
        return queryset.in_given_order(part_behind(keys, begins_after(request)))

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every other filter from the address."""
        ours = {QueueTab.parameter_name, QueueTab.after_name}
        return lookup in ours or any(lookup == each.parameter_name for each in FILTERS)

    def get_urls(self) -> list[URLPattern]:
        """Add “Take next” and the actions of the request's page."""
        take_next = path(
            "take-next/",
            self.admin_site.admin_view(require_POST(self.take_next)),
            name="appointments_appointmentrequest_take_next",
        )
        return [take_next, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the queue with its tabs, and record whose data was seen."""
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data and "cl" in response.context_data:
            cl, opened = response.context_data["cl"], open_tab(request)
            pages, may_change = cl.paginator, self.has_change_permission(request)
            if response.context_data["action_form"]:
                filters_of = {type(spec): spec for spec in cl.filter_specs}
                response.context_data["action_form"].show_colleagues(filters_of[ColleagueFilter].lookup_choices)
            complete_rows(cl.result_list, tab=opened, staff=staff_of(request), may_change=may_change)
            response.context_data |= {
                "open_tab": opened.name,
                "queue_filters": (filters := [spec for spec in cl.filter_specs if isinstance(spec, QueueFilter)]),
                "saved_filters": saved_for(request),
                "may_share": request.user.has_perm(SHARE),
                "chosen_filters": [each for each in filters if each.chosen],
                **tabs_shown(request, pages.tab_counts),
                "found": count_in_words(pages.found),
                "next_after": pages.last_shown(cl.page_num),
                "begins_later": begins_after(request) is not None,
                "title": _("Appointment requests"),
                "may_change": may_change,
                "may_add": self.has_add_permission(request),
                **(opened.above_the_list(timezone.now()) if opened.above_the_list else {}),
            }
            record_shown(request, requests=cl.result_list, staff=staff_of(request), typed=cl.query)
        return response

    def has_delete_permission(self, request: HttpRequest, obj: AppointmentRequest | None = None) -> bool:
        """Refuse: requests are closed instead."""
        return False
