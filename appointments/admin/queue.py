"""The queue, which answers “what do I do next”."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from appointments.calendar.clinic_days import ClinicCalendar
from appointments.guards.access import record_listed
from appointments.models import AppointmentRequest, Notification

from .bulk_actions import QueueActionForm, assign_chosen, export_chosen
from .departed_tab import doctors_who_left, worklist
from .desk_staff import staff_of
from .entry_page import EntryAdmin
from .queue_columns import QueueCells
from .request_page import RecordAdmin
from .request_search import matching
from .row_keys import ChosenRowsAdmin
from .tabs import LEFT, VISITS, QueueTab, open_tab, todays_visits
from .unseen_changes import with_unseen_changes
from .visit_buttons import buttons_of
from .waiting_time import age_in_words

ARRIVED_OR_NOT = (Notification.State.SENT, Notification.State.FAILED, Notification.State.BOUNCED)


@admin.register(AppointmentRequest)
class AppointmentRequestAdmin(QueueCells, EntryAdmin, RecordAdmin, ChosenRowsAdmin):
    """Lists requests, opens one, takes one down for a caller; every write goes through the services."""

    list_display = ["reference_link", "patient", "about", "doctor", "due", "state"]
    list_display_links = None
    list_filter = [QueueTab]
    list_select_related = ["condition", "physician", "claimed_by"]
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
        """Return the columns; the day's visits, and what hangs on who has left, have their time first."""
        if (tab := open_tab(request)) in (VISITS, LEFT):
            return ["reference_link", "visit" if tab == VISITS else "left", "patient", "about", "state"]
        return super().get_list_display(request)  # type: ignore[return-value]

    def get_queryset(self, request: HttpRequest) -> QuerySet[AppointmentRequest]:
        """Return all requests, the most pressing first; visits, where the tab is about them, in the order of time."""
        settled = Notification.objects.filter(request=OuterRef("pk"), state__in=ARRIVED_OR_NOT)
        records = with_unseen_changes(AppointmentRequest.objects.most_pressing_first()).annotate(
            last_mail=Subquery(settled.order_by("-created_at").values("state")[:1])
        )
        if open_tab(request) == LEFT:
            return worklist(records, timezone.now())
        if open_tab(request) == VISITS:
            visits = todays_visits(timezone.now()).select_related("physician", "location")
            start = visits.filter(request=OuterRef("pk")).order_by().values("period__startswith")[:1]
            records = records.annotate(visit_start=Subquery(start)).order_by("visit_start", "id")
            records = records.prefetch_related(Prefetch("appointments", visits, to_attr="visits_today"))
        return records

    def get_ordering(self, request: HttpRequest) -> tuple[()]:
        """Leave the order to the queryset."""
        return ()

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[AppointmentRequest], search_term: str
    ) -> tuple[QuerySet[AppointmentRequest], bool]:
        """Return what matches by its shape; nothing for Django's autocomplete, which would record no reading."""
        if request.resolver_match and request.resolver_match.url_name == "autocomplete":
            return queryset.none(), False
        return (queryset.filter(matching(search_term)) if search_term else queryset), False

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address: the tabs are the only one."""
        return lookup == QueueTab.parameter_name

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
            cl = response.context_data["cl"]
            tab = next(spec for spec in cl.filter_specs if isinstance(spec, QueueTab))
            self._complete(request, cl)
            response.context_data |= {
                "tabs": tab.tabs(request),
                "who_left": doctors_who_left(timezone.now()) if tab.chosen() == LEFT and not cl.query else [],
                "title": _("Appointment requests"),
                "may_change": self.has_change_permission(request),
                "may_add": self.has_add_permission(request),
            }
            record_listed(requests=cl.result_list, staff=staff_of(request))
        return response

    def _complete(self, request: HttpRequest, cl: ChangeList) -> None:
        """Give each row what it cannot ask for alone: its age, by one calendar, and the buttons of its visit."""
        now, calendar = timezone.now(), ClinicCalendar.load()
        may_change = self.has_change_permission(request)
        for record in cl.result_list:
            record.age = age_in_words(record, now, calendar)
            for visit in getattr(record, "visits_today", []):
                record.visit_today = visit
                record.visit_clock = date_format(visit.local_start, "g:i a")
                record.visit_buttons = buttons_of(record, visit, now, staff_of(request)) if may_change else []

    def has_delete_permission(self, request: HttpRequest, obj: AppointmentRequest | None = None) -> bool:
        """Requests are closed, not deleted."""
        return False
