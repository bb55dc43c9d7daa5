"""Clinics, physicians and conditions as the filters offer them."""

from collections import defaultdict
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet, Value

from physicians.models import Condition, Location, Physician

Options = list[tuple[str, Any]]


class DirectoryOptions:
    """What is published in the directory, by name: all of it in one statement, when the first of it is asked for."""

    @cached_property
    def _read(self) -> dict[str, Options]:
        clinics = _named("clinic", Location.objects.live(), F("name"))
        conditions = _named("condition", Condition.objects.live(), F("name"))
        physicians = _named("physician", Physician.objects.live(), F("family_name"), F("given_name"), F("credentials"))
        found: dict[str, Options] = defaultdict(list)
        rows = clinics.union(conditions, physicians, all=True).order_by("kind", "its_name", "given", "pk")
        for kind, name, given, credentials, key in rows:
            physician = Physician(given_name=given, family_name=name, credentials=credentials)
            found[kind].append((str(key), physician.display_name if kind == "physician" else name))
        return found

    @property
    def clinics(self) -> Options:
        """Return the clinics."""
        return self._read["clinic"]

    @property
    def physicians(self) -> Options:
        """Return the physicians."""
        return self._read["physician"]

    @property
    def conditions(self) -> Options:
        """Return the conditions."""
        return self._read["condition"]


def _named(kind: str, rows: QuerySet[Any], name: F, given: F | None = None, credentials: F | None = None) -> Any:
    columns = {"kind": Value(kind), "its_name": name, "given": given, "its_credentials": credentials}
    columns = {column: Value("") if value is None else value for column, value in columns.items()}
    return rows.order_by().annotate(**columns).values_list(*columns, "pk")
