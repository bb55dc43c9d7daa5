"""The queue, which answers “what do I do next”."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from appointments.models import AppointmentRequest
from appointments.services.access import record_listed
from appointments.services.claims import claim_next

from .record import RecordAdmin
from .search import matching
from .staff import staff_of
from .tabs import QueueTab
from .unseen import with_unseen_changes


def cell(name: str, record: AppointmentRequest) -> str:
    """Return one cell of the list, which holds more than one fact so that the whole list fits a screen."""
    return render_to_string(f"admin/appointments/appointmentrequest/cells/{name}.html", {"record": record})


@admin.register(AppointmentRequest)
class AppointmentRequestAdmin(RecordAdmin):
    """Lists requests and opens one; every write goes through the services."""

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
    actions = None
    show_full_result_count = False

    class Media:
        css = {"all": ["css/requests.css"]}

    @admin.display(description=_("reference"))
    def reference_link(self, record: AppointmentRequest) -> str:
        """Return the reference as a link to the request, with what sets this one apart."""
        return cell("reference", record)

    @admin.display(description=_("patient"))
    def patient(self, record: AppointmentRequest) -> str:
        """Return the patient's name and date of birth, and who asks on the patient's behalf."""
        return cell("patient", record)

    @admin.display(description=_("about"))
    def about(self, record: AppointmentRequest) -> str:
        """Return the condition's name and the kind of visit."""
        return cell("about", record)

    @admin.display(description=_("doctor"))
    def doctor(self, record: AppointmentRequest) -> str:
        """Return whom the patient wishes to see."""
        return record.physician.display_name if record.physician else gettext("First available")

    @admin.display(description=_("answer by"))
    def due(self, record: AppointmentRequest) -> str:
        """Return the promised day, marked in words and color when it has passed, and when the request came."""
        return cell("due", record)

    @admin.display(description=_("status"))
    def state(self, record: AppointmentRequest) -> str:
        """Return where it stands and who works on it."""
        return cell("state", record)

    def get_queryset(self, request: HttpRequest) -> QuerySet[AppointmentRequest]:
        """Return all requests, the most pressing first."""
        return with_unseen_changes(AppointmentRequest.objects.most_pressing_first())

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
            response.context_data |= {
                "tabs": tab.tabs(request),
                "title": _("Appointment requests"),
                "may_change": self.has_change_permission(request),
            }
            record_listed(requests=cl.result_list, staff=staff_of(request))
        return response

    def take_next(self, request: HttpRequest) -> HttpResponse:
        """Claim the most pressing unclaimed request and open it."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        claimed = claim_next(actor=staff_of(request))
        if claimed is None:
            messages.info(request, _("Nothing is waiting to be taken."))
            return redirect("admin:appointments_appointmentrequest_changelist")
        return redirect(claimed)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Requests come from patients."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AppointmentRequest | None = None) -> bool:
        """Requests are closed, not deleted."""
        return False
