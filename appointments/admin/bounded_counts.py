"""Counts that stop at a thousand: what a list costs doesn't grow with the number of requests."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

MOST_COUNTED = 1000
FURTHEST = 10 * MOST_COUNTED  # where a list that is put in order here ends


def bounded_counts(keys: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Return by name how many different keys each query has, in one statement. More than MOST_COUNTED is one more.

    Each query has one column, and not more than three rows of a key.
    """
    counts, parts = dict.fromkeys(keys, 0), {}
    parameters: list[Any] = []
    for name, query in keys.items():
        try:
            sql, its = query[: 3 * MOST_COUNTED + 1].query.sql_with_params()
        except EmptyResultSet:
            continue
        parts[name] = f"(SELECT count(DISTINCT key) FROM ({sql}) AS its(key))"
        parameters += its
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {', '.join(parts.values())}", parameters)
            counts |= zip(parts, cursor.fetchone(), strict=True)
    return {name: min(count, MOST_COUNTED + 1) for name, count in counts.items()}


def count_in_words(count: int) -> str:
    """Return a bounded count as it is shown: “12”, or “1,000+” for one that has stopped."""
    shown = number_format(min(count, MOST_COUNTED), use_l10n=True, force_grouping=True)
    return _("%(number)s+") % {"number": shown} if count > MOST_COUNTED else shown
