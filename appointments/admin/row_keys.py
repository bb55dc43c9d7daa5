"""Keys of rows, as addresses and forms send them."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

LONGEST = 18  # digits; all of them fit into PostgreSQL's bigint


def is_a_key(text: str) -> bool:
    """Return True if a text can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST


class ChosenRowsAdmin(admin.ModelAdmin):
    """A list whose actions accept only possible keys. Django's own actions hand any text to the database."""

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any], *args: Any) -> HttpResponse | None:
        """Run the action, or say that nothing was done."""
        if all(is_a_key(chosen) for chosen in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            return super().response_action(request, queryset, *args)
        messages.error(request, _("Choose from the list. Nothing was done."))
        return None
