"""The queue, which answers “what do I do next”."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.guards.access import record_listed
from appointments.models import AppointmentRequest, Notification
from appointments.services.saved_filters import SHARE

from .bulk_actions import QueueActionForm, assign_chosen, export_chosen
from .desk_staff import staff_of
from .entry_page import EntryAdmin
from .filters import FILTERS, QueueFilter
from .queue_columns import QueueCells, clock_and_day
from .request_page.request_admin import RequestAdmin
from .request_search import matching
from .row_keys import ChosenRowsAdmin
from .saved_filters import SavedFilterAdmin, saved_for
from .tabs import QueueTab, open_tab, tab_row
from .unseen_changes import with_unseen_changes
from .visit_buttons import buttons_of
from .waiting_time import age_in_words

ARRIVED_OR_NOT = (Notification.State.SENT, Notification.State.FAILED, Notification.State.BOUNCED)


@admin.register(AppointmentRequest)
class AppointmentRequestAdmin(QueueCells, EntryAdmin, RequestAdmin, SavedFilterAdmin, ChosenRowsAdmin):
    """Lists requests, opens one, enters one for a caller. Every write goes through the services."""

    list_display_links = None
    list_filter = [QueueTab, *FILTERS]
    list_select_related = ["condition", "physician", "claimed_by", "nurse"]
    list_per_page = 25
    search_fields = ["reference"]  # shows the box; `get_search_results` does the work
    search_help_text = _(
        "Reference, date of birth (month/day/year), e-mail, or name or phone of the patient or the caregiver."
    )
    sortable_by = []  # most pressing first, always
    actions = [assign_chosen, export_chosen]
    action_form = QueueActionForm
    actions_on_top, actions_on_bottom = False, True
    show_full_result_count = False

    class Media:
        css = {"all": ["css/requests.css"]}

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Return the columns of the open tab."""
        return list(open_tab(request).columns)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AppointmentRequest]:
        """Return all requests, prepared by the open tab; by default the most pressing comes first."""
        settled = Notification.objects.filter(request=OuterRef("pk"), state__in=ARRIVED_OR_NOT)
        requests = with_unseen_changes(AppointmentRequest.objects.most_pressing_first()).annotate(
            last_mail=Subquery(settled.order_by("-created_at").values("state")[:1])
        )
        prepared = open_tab(request).prepared
        return prepared(requests, timezone.now()) if prepared else requests

    def get_ordering(self, request: HttpRequest) -> tuple[()]:
        """Leave the order to the queryset."""
        return ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[AppointmentRequest], search_term: str
    ) -> tuple[QuerySet[AppointmentRequest], bool]:
        """Return what matches. Django's autocomplete gets nothing: it wouldn't record what was read."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            return queryset.none(), False
        return (queryset.filter(matching(search_term)) if search_term else queryset), False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every other filter from the address."""
        return lookup in {QueueTab.parameter_name, *(each.parameter_name for each in FILTERS)}

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
            cl, above_the_list = response.context_data["cl"], open_tab(request).above_the_list
            self._complete(request, cl)
            response.context_data |= {
                "tabs": tab_row(request, cl.filter_specs),
                "open_tab": open_tab(request).name,
                "queue_filters": (filters := [spec for spec in cl.filter_specs if isinstance(spec, QueueFilter)]),
                "saved_filters": saved_for(request),
                "may_share": request.user.has_perm(SHARE),
                "chosen_filters": [each for each in filters if each.chosen],
                "title": _("Appointment requests"),
                "may_change": self.has_change_permission(request),
                "may_add": self.has_add_permission(request),
                **(above_the_list(timezone.now()) if above_the_list else {}),
            }
            record_listed(requests=cl.result_list, staff=staff_of(request))
        return response

    def _complete(self, request: HttpRequest, cl: ChangeList) -> None:
        """Give each row its age, with one calendar for all, and the buttons of its visit."""
        now, calendar, tab, staff = timezone.now(), ClinicCalendar.load(), open_tab(request), staff_of(request)
        may_change = self.has_change_permission(request)
        for row in cl.result_list:
            row.age = age_in_words(row, now, calendar)
            for visit in getattr(row, "visits_shown", []):
                row.visit_shown = visit
                row.visit_clock = clock_and_day(visit)
                row.visit_buttons = buttons_of(row, visit, now, staff, then=tab.name) if may_change else []

    def has_delete_permission(self, request: HttpRequest, obj: AppointmentRequest | None = None) -> bool:
        """Refuse: requests are closed instead."""
        return False
