"""What was searched for at the desk, for audits."""

from typing import Any

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.models import DeskSearch
from physicians.storable import storable

from .access_log import FIRST_YEAR, LAST_YEAR, MOMENTS, LatestReadings
from .titled_list import TitledList


@admin.register(DeskSearch)
class DeskSearchAdmin(TitledList):
    """A list that can be read and not changed."""

    list_title = _("Searches")
    list_about = _("What staff typed at the desk to find a request, and when.")
    empty_words = _("Nothing was searched for that fits.")
    list_display = ["at", "staff", "as_typed"]
    list_filter = ["at"]
    list_select_related = ["staff"]
    list_display_links = None
    paginator = LatestReadings
    show_full_result_count = False
    search_fields = ["pk"]  # shows the box; `get_search_results` does the work
    search_help_text = _(
        "The e-mail address of a member of staff. The latest thousand are listed; a day narrows them."
    )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[DeskSearch], search_term: str
    ) -> tuple[QuerySet[DeskSearch], bool]:
        """Return the searches of one person."""
        typed = storable(search_term).strip().lower()
        if not typed:
            return queryset, False
        people = get_user_model()._default_manager.filter(email=typed)
        return queryset.filter(staff__in=list(people.values_list("pk", flat=True))), False

    @admin.display(description=_("what was typed"))
    def as_typed(self, search: DeskSearch) -> SafeString:
        """Return the words in their own direction."""
        return format_html("<bdi>{}</bdi>", search.typed)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse every filter from the address but those of the list's own links."""
        return lookup in MOMENTS and FIRST_YEAR <= value[:4] <= LAST_YEAR

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: the desk writes it."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: it's append-only."""
        return False
