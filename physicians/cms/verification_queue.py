"""The page “Profiles to verify”."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports.base import ReportView

from physicians.models import Location, Physician
from physicians.services.profile_verification import verified_by

from .verification_views import DAYS, QUEUE, due, may_verify

SHOWN_DONE = 5  # of the user's own verifications today


class VerificationFilters(WagtailFilterSet):
    """Filters the queue by clinic."""

    locations = django_filters.ModelChoiceFilter(label=gettext_lazy("Clinic"), queryset=Location.objects.live())

    class Meta:
        model = Physician
        fields = ["locations"]


class RowColumn(Column):
    """A column whose cells have their own template."""

    def __init__(self, name: str, *, template: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = template

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        """Add what the button's form needs to return to this page of the list."""
        request = parent_context["request"]
        here = request.GET.copy()
        here.pop("_w_filter_fragment", None)
        context = super().get_cell_context_data(instance, parent_context)
        return {
            **context,
            "csrf_token": get_token(request),
            "next": f"{reverse(QUEUE)}?{here.urlencode()}" if here else reverse(QUEUE),
        }


def last_verified(physician: Physician) -> str:
    """Return the day in words, or “Never”."""
    return date_format(physician.verified_on, "F j, Y") if physician.verified_on else _("Never")


class VerificationView(ReportView):
    """The queue, the longest wait first."""

    page_title = gettext_lazy("Profiles to verify")
    header_icon = "circle-check"
    index_url_name = QUEUE
    index_results_url_name = f"{QUEUE}_results"
    results_template_name = "physicians/cms/verification_results.html"
    filterset_class = VerificationFilters
    verbose_name_plural = gettext_lazy("profiles to verify")
    paginate_by = 20
    columns = [
        RowColumn("name", label=gettext_lazy("Physician"), template="physicians/cms/verify_who.html"),
        RowColumn("seen", label=gettext_lazy("What patients see"), template="physicians/cms/verify_seen.html"),
        Column("verified_on", label=gettext_lazy("Last verified"), accessor=last_verified),
        RowColumn("button", label=gettext_lazy("All correct?"), template="physicians/cms/verify_button.html"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Refuse users who can't verify profiles."""
        if not may_verify(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet[Physician]:
        """Return the profiles that are due, with what patients see."""
        return due(timezone.localdate()).with_card().with_profile()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is shown above the list."""
        context = super().get_context_data(**kwargs)
        done = verified_by(self.request.user, today=timezone.localdate())
        return {**context, "days": DAYS, "done": done[:SHOWN_DONE]}
