"""Who has read which record; for those who audit."""

from django.contrib import admin
from django.http import HttpRequest

from appointments.models import RecordAccess


@admin.register(RecordAccess)
class RecordAccessAdmin(admin.ModelAdmin):
    """A list that can be read and not changed."""

    list_display = ["at", "staff", "kind", "request"]
    list_filter = ["kind", "at"]
    list_select_related = ["staff", "request"]
    list_display_links = None
    search_fields = ["request__reference__iexact", "staff__email__iexact"]
    search_help_text = "A reference without its dash, or the e-mail address of a member of staff."

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody writes it by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: RecordAccess | None = None) -> bool:
        """Nobody changes it."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: RecordAccess | None = None) -> bool:
        """Nobody deletes it."""
        return False
