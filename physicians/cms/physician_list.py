"""The list of physicians in the CMS, and its search: full names in any order, without accents."""

from typing import Any

from django.db.models import F, Func, QuerySet, TextField, Value
from django.db.models.functions import Concat
from wagtail.snippets.views.snippets import IndexView

from physicians.search.parse.name_spelling import words_of
from physicians.storable import storable

SEARCHED = ("given_name", "family_name", "known_as", "former_name", "npi")


class Plain(Func):
    """A text in lower case, without accents and apostrophes."""

    function = "physicians_plain"
    output_field = TextField()


class PhysicianIndexView(IndexView):
    """The list."""

    def search_queryset(self, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """Return those who have every typed word in their names or NPI."""
        if not self.is_searching:
            return queryset
        columns = [part for name in SEARCHED for part in (F(name), Value(" "))]
        queryset = queryset.annotate(plain_names=Plain(Concat(*columns, output_field=TextField())))
        words = words_of(storable(self.search_query))
        if not words:
            return queryset.none()
        for word in words:
            queryset = queryset.filter(plain_names__contains=word)
        return queryset
