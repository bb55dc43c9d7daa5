"""Who has read which request, for audits."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.models import AppointmentRequest, RecordAccess
from appointments.models.request import plain_reference
from physicians.storable import storable

from .bounded_counts import MOST_COUNTED
from .log_list import LogList
from .patient_search.names_found import requests_named

SEARCHED = _(
    "A reference, or the e-mail address of a member of staff. The latest thousand are listed; a day narrows them."
)
SEARCHED_NAMES = _(
    "A reference, a patient's name, or the e-mail address of a member of staff. The latest thousand are listed; a day "
    "narrows them."
)


def may_read_names(request: HttpRequest) -> bool:
    """Return True for staff who may read requests; auditors alone see references."""
    return request.user.has_perm("appointments.view_appointmentrequest")


@admin.register(RecordAccess)
class RecordAccessAdmin(LogList):
    """The looks at requests, with the names of patients for those who may read requests."""

    list_title = _("Access log")
    list_about = _("Who opened which request, or saw it in a list, and when.")
    empty_words = _("Nothing was read that fits.")
    list_display = ["at", "staff", "kind", "address", "request", "patient"]
    list_filter = ["kind", "at"]
    list_select_related = ["staff", "request"]
    kinds = ("kind__exact",)
    search_fields = ["pk"]  # shows the box; `matching` does the work

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Leave out the patients' names for those who may not read requests."""
        columns = list(self.list_display)
        return columns if may_read_names(request) else columns[:-1]

    def matching(self, request: HttpRequest, queryset: QuerySet[RecordAccess], typed: str) -> QuerySet[RecordAccess]:
        """Return the readings of one request, by one person, or of a patient for those who may read names."""
        typed = storable(typed).strip()
        if not typed:
            return queryset
        if "@" in typed:
            people = get_user_model()._default_manager.filter(email=typed.lower())
            return queryset.filter(staff__in=list(people.values_list("pk", flat=True)))
        reference = plain_reference(typed)
        read = list(AppointmentRequest.objects.filter(reference=reference).values_list("pk", flat=True))
        if not read and may_read_names(request):
            read = requests_named(typed, most=MOST_COUNTED)
        return queryset.filter(request__in=read)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Say what can be searched."""
        changelist = super().get_changelist_instance(request)
        changelist.search_help_text = str(SEARCHED_NAMES if may_read_names(request) else SEARCHED)
        return changelist

    @admin.display(description=_("patient"))
    def patient(self, access: RecordAccess) -> SafeString:
        """Return the patient's name, in its own direction."""
        return format_html("<bdi>{}</bdi>", access.request.legal_name if access.request else "–")
