"""Who has read which request, for audits."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.models import RecordAccess

MOMENTS = ("at__gte", "at__lt")
FIRST_YEAR, LAST_YEAR = "2000", "2100"


SEARCHED_NAMES = _("A reference without its dash, a patient's name, or the e-mail address of a member of staff.")


def may_read_names(request: HttpRequest) -> bool:
    """Return True for staff who may read requests; auditors alone see references."""
    return request.user.has_perm("appointments.view_appointmentrequest")


@admin.register(RecordAccess)
class RecordAccessAdmin(admin.ModelAdmin):
    """A list that can be read and not changed."""

    list_display = ["at", "staff", "kind", "request", "patient"]
    list_filter = ["kind", "at"]
    list_select_related = ["staff", "request"]
    list_display_links = None
    search_fields = ["request__reference__iexact", "staff__email__iexact"]
    search_help_text = _("A reference without its dash, or the e-mail address of a member of staff.")

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        """Leave out the patients' names for those who may not read requests."""
        columns = list(self.list_display)
        return columns if may_read_names(request) else columns[:-1]

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """Search names, too, for those who may read them."""
        names = ["request__legal_name__icontains"] if may_read_names(request) else []
        return [*self.search_fields, *names]

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Say what can be searched."""
        changelist = super().get_changelist_instance(request)
        changelist.search_help_text = str(SEARCHED_NAMES if may_read_names(request) else self.search_help_text)
        return changelist

    @admin.display(description=_("patient"))
    def patient(self, access: RecordAccess) -> SafeString:
        """Return the patient's name, in its own direction."""
        return format_html("<bdi>{}</bdi>", access.request.legal_name)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address but those of the list's own links.

        A moment near the ends of the calendar has no time in another zone, and Django fails over it.
        """
        return lookup == "kind__exact" or (lookup in MOMENTS and FIRST_YEAR <= value[:4] <= LAST_YEAR)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: the log is written by the views."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: RecordAccess | None = None) -> bool:
        """Refuse: the log is append-only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: RecordAccess | None = None) -> bool:
        """Refuse: the log is append-only."""
        return False
