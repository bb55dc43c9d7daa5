"""Who has read which request, for audits."""

from django.contrib import admin
from django.http import HttpRequest

from appointments.models import RecordAccess

MOMENTS = ("at__gte", "at__lt")
FIRST_YEAR, LAST_YEAR = "2000", "2100"


@admin.register(RecordAccess)
class RecordAccessAdmin(admin.ModelAdmin):
    """A list that can be read and not changed."""

    list_display = ["at", "staff", "kind", "request"]
    list_filter = ["kind", "at"]
    list_select_related = ["staff", "request"]
    list_display_links = None
    search_fields = ["request__reference__iexact", "staff__email__iexact"]
    search_help_text = "A reference without its dash, or the e-mail address of a member of staff."

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
