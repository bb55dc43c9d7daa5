"""What staff type to find a patient, kept out of addresses: browsers and front servers remember those.

The box posts it, and the answer leads to the list with the words sealed in `q`. So reloading, Back and the links
between pages work as with any search, and a session that ends meanwhile loses nothing.
"""

from typing import Any

from cryptography.fernet import InvalidToken
from django.contrib import admin
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from appointments.guards.sealed import seal, unseal
from physicians.storable import storable

TYPED = "find"  # the box's name
MOST_LETTERS = 100
PURPOSE = "search"


class SealedSearchAdmin(admin.ModelAdmin):
    """A list whose box posts what is typed."""

    has_sealed_search = True  # for search_form.html

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show the list, or lead to it with the words that were posted."""
        if request.method == "POST" and TYPED in request.POST:
            return HttpResponseRedirect(found_at(request.path, request.POST[TYPED], request.GET))
        return super().changelist_view(request, extra_context)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Return the list, which shows the words as they were typed."""
        changelist = super().get_changelist_instance(request)
        changelist.query = unsealed(changelist.query)
        return changelist

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return what `matching` finds for the words."""
        return self.matching(request, queryset, unsealed(search_term)), False

    def matching(self, request: HttpRequest, queryset: QuerySet[Any], typed: str) -> QuerySet[Any]:
        """Return what matches the words; all of it for none, and in a list without a box."""
        return queryset


def found_at(path: str, typed: str, parameters: QueryDict) -> str:
    """Return the address of a list, narrowed by its parameters and by the sealed words."""
    kept = parameters.copy()
    kept.pop("p", None)  # the number of a page of another list
    kept.pop(SEARCH_VAR, None)
    if typed := storable(typed).strip()[:MOST_LETTERS]:
        kept[SEARCH_VAR] = seal(typed, purpose=PURPOSE)
    return f"{path}?{kept.urlencode()}"


def unsealed(words: str) -> str:
    """Return what was typed, also if it came in the address as it is: our own links to a session do that."""
    try:
        return unseal(words, purpose=PURPOSE) if words else ""
    except InvalidToken:
        return words
