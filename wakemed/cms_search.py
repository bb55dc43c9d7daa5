"""The search in the CMS: Wagtail's own for PostgreSQL, together with every filter and order that a list offers.

Wagtail checks that a search server could apply them too, and fails if not: for “has child pages”, for example, for the
usage of a picture, or for pages by type. Here the database applies them.
"""

from collections.abc import Iterator
from typing import Any

from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)


class TakesAll:
    """Checks neither filters nor orders."""

    def _get_filters_from_queryset(self, check_only: bool = False) -> None:
        """Refuse none."""

    def _get_order_by(self) -> Iterator[Any]:
        """Refuse none."""
        return iter(())


class SearchCompiler(TakesAll, PostgresSearchQueryCompiler):
    """For whole words."""


class AutocompleteCompiler(TakesAll, PostgresAutocompleteQueryCompiler):
    """For beginnings of words."""


class SearchBackend(PostgresSearchBackend):
    """What WAGTAILSEARCH_BACKENDS names."""

    query_compiler_class = SearchCompiler
    autocomplete_query_compiler_class = AutocompleteCompiler
