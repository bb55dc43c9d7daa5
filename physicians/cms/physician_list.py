"""The list of physicians in the CMS, and its search: full names as they're shown, in any order, without accents."""

import functools
import operator
import re
from typing import Any

from django.db.models import F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat
from wagtail.snippets.views.snippets import IndexView

from physicians.search.parse.name_spelling import spelled_elsewhere, words_of
from physicians.storable import storable

SEARCHED = ("given_name", "family_name", "known_as", "former_name", "credentials", "npi")
TITLES = frozenset(["dr", "dra", "doctor", "doctora", "mr", "mrs", "ms", "prof", "professor"])
UMLAUTS = re.compile("(?<=[aou])e")  # “Mueller” is also how people type “Müller”


class Plain(Func):
    """A text in lower case, without accents and apostrophes."""

    function = "physicians_plain"
    output_field = TextField()


class Glued(Func):
    """A text without spaces and hyphens."""

    template = "translate(%(expressions)s, '- ', '')"
    output_field = TextField()


class PhysicianIndexView(IndexView):
    """The list."""

    def search_queryset(self, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        """Return those who have every typed word in their names, credentials or NPI, also with its halves glued."""
        if not self.is_searching:
            return queryset
        columns = [part for name in SEARCHED for part in (F(name), Value(" "))]
        queryset = queryset.annotate(plain_names=Plain(Concat(*columns, output_field=TextField())))
        queryset = queryset.annotate(glued_names=Glued("plain_names"))
        typed = words_of(storable(self.search_query))
        for word in set(typed) - TITLES:
            spellings = {word, UMLAUTS.sub("", word), *spelled_elsewhere(word)}
            found = [Q(plain_names__contains=one) | Q(glued_names__contains=one) for one in spellings]
            queryset = queryset.filter(functools.reduce(operator.or_, found))
        return queryset if typed else queryset.none()
