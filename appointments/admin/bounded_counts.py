"""Counts that stop at a thousand: what a list costs doesn't grow with the number of requests."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

MOST_COUNTED = 1000
FURTHEST = 10 * MOST_COUNTED  # where a list that is put in order here ends


class AtLeast(int):
    """A count that has stopped early: there may be more. Even none so far isn't none."""

    def __bool__(self) -> bool:
        return True


def bounded_counts(keys: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """Return by name how many different keys each query has, in one statement. More than MOST_COUNTED is one more.

    Each query has one column, and not more than three rows of a key.
    """
    counts = _counted([(name, query[: 3 * MOST_COUNTED + 1], "") for name, query in keys.items()])
    return {name: min(count, MOST_COUNTED + 1) for name, count in counts.items()}


def counts_among(
    some: Sequence[int], keys: Mapping[str, QuerySet[Any]], besides: Mapping[str, QuerySet[Any]]
) -> dict[str, int]:
    """Return by name how many of some keys each query has, with those that it has besides, in one statement.

    Each query of the latter has a key once. More than MOST_COUNTED of these are one more.
    """
    parts = [(name, query, "WHERE key = ANY (given.keys)") for name, query in keys.items()]
    parts += [(name, query[: MOST_COUNTED + 1], "") for name, query in besides.items()]
    return _counted(parts, some)


def _counted(parts: Iterable[tuple[str, QuerySet[Any], str]], given: Sequence[int] = ()) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    names, selected = [], []
    parameters: list[Any] = []
    for name, query, condition in parts:
        counts[name] += 0
        try:
            sql, its = query.query.sql_with_params()
        except EmptyResultSet:
            continue
        names.append(name)
        selected.append(f"(SELECT count(DISTINCT key) FROM ({sql}) AS its(key) {condition})")
        parameters += its
    if selected:
        statement = f"SELECT {', '.join(selected)} FROM (SELECT %s::bigint[] AS keys) AS given"
        with connection.cursor() as cursor:
            cursor.execute(statement, [*parameters, list(given)])
            for name, count in zip(names, cursor.fetchone(), strict=True):
                counts[name] += count
    return dict(counts)


def count_in_words(count: int) -> str:
    """Return a bounded count as it is shown: “12”, or “1,000+” or “83+” for one that has stopped."""
    shown = number_format(min(int(count), MOST_COUNTED), use_l10n=True, force_grouping=True)
    return _("%(number)s+") % {"number": shown} if count > MOST_COUNTED or isinstance(count, AtLeast) else shown
