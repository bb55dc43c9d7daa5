"""The rows that say what happened to a request, in two statements for all six kinds."""

import dataclasses
from collections import defaultdict
from typing import Any, TypeVar

from django.contrib.auth import get_user_model
from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from appointments.models import (
    AnswerChange,
    AppointmentChange,
    AppointmentRequest,
    ContactAttempt,
    Message,
    Note,
    StatusChange,
)
from appointments.models.operation import HistoryRow

Row = TypeVar("Row", bound=HistoryRow)

# Which field names the person. Visits are read by themselves: their rows need a physician and a place, too.
WHO: dict[type[HistoryRow], str] = {
    StatusChange: "actor",
    AnswerChange: "actor",
    ContactAttempt: "author",
    Message: "author",
    Note: "author",
}
NAME = ("id", "first_name", "last_name", "email")


@dataclasses.dataclass(frozen=True)
class RequestHistory:
    """All that happened, each kind in the order in which it was written, with the names of those who did it."""

    moves: list[StatusChange]
    answers: list[AnswerChange]
    attempts: list[ContactAttempt]
    messages: list[Message]
    notes: list[Note]
    visits: list[AppointmentChange]


def history_of(request: AppointmentRequest) -> RequestHistory:
    """Return the history of a request."""
    found: dict[type[HistoryRow], list[Any]] = defaultdict(list)
    kinds = list(WHO)
    first, *others = (_as_json(kind, place).filter(request=request) for place, kind in enumerate(kinds))
    for place, row, person in first.union(*others, all=True):
        found[kinds[place]].append(_made(kinds[place], row, person))

    def written(kind: type[Row]) -> list[Row]:
        return sorted(found[kind], key=lambda row: row.pk)

    visits = (
        AppointmentChange.objects.filter(appointment__request=request)
        .select_related("appointment", "physician", "location", "actor")
        .order_by("id")
    )
    return RequestHistory(
        moves=written(StatusChange),
        answers=written(AnswerChange),
        attempts=written(ContactAttempt),
        messages=written(Message),
        notes=written(Note),
        visits=list(visits),
    )


def _as_json(kind: type[HistoryRow], place: int) -> QuerySet[Any, tuple[Any, ...]]:
    """Return rows of different models in one shape: the place of the kind, the row's columns, and the person's."""
    columns = [field.attname for field in kind._meta.concrete_fields]
    person = JSONObject(**{name: f"{WHO[kind]}__{name}" for name in NAME})
    rows = kind._default_manager.order_by()
    return rows.values_list(Value(place), JSONObject(**{name: name for name in columns}), person)


def _made(kind: type[HistoryRow], row: dict[str, Any], person: dict[str, Any]) -> HistoryRow:
    fields = kind._meta.concrete_fields
    made = kind.from_db(
        None, [field.attname for field in fields], [field.to_python(row[field.attname]) for field in fields]
    )
    setattr(made, WHO[kind], get_user_model()(**person) if person["id"] else None)
    return made
