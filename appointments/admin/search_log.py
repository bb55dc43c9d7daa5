"""What was searched for at the desk, for audits."""

from django.contrib import admin
from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from appointments.models import DeskSearch
from physicians.storable import storable

from .log_list import LogList


@admin.register(DeskSearch)
class DeskSearchAdmin(LogList):
    """The words, in the order in which they were typed."""

    list_title = _("Searches")
    list_about = _("What staff typed at the desk to find a request, and when.")
    empty_words = _("Nothing was searched for that fits.")
    list_display = ["at", "staff", "as_typed"]
    list_filter = ["at"]
    list_select_related = ["staff"]
    search_fields = ["pk"]  # shows the box; `matching` does the work
    search_help_text = _(
        "The e-mail address of a member of staff. The latest thousand are listed; a day narrows them."
    )

    def matching(self, request: HttpRequest, queryset: QuerySet[DeskSearch], typed: str) -> QuerySet[DeskSearch]:
        """Return the searches of one person."""
        email = storable(typed).strip().lower()
        if not email:
            return queryset
        people = get_user_model()._default_manager.filter(email=email)
        return queryset.filter(staff__in=list(people.values_list("pk", flat=True)))

    @admin.display(description=_("what was typed"))
    def as_typed(self, search: DeskSearch) -> SafeString:
        """Return the words in their own direction."""
        return format_html("<bdi>{}</bdi>", search.typed)
