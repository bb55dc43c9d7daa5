"""The columns of a row as facts: a name and a value for the file, words for the page."""

import dataclasses
import datetime
import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.backends.postgresql.psycopg_any import Range
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

# Keys, digests and marks of ours, and what every row of a section would repeat.
LEFT_OUT = {
    *("secret_digest", "idempotency_key", "cause", "about_ids", "uid", "operation", "request", "appointmentrequest"),
    "is_undecided",
    *("pgh_id", "pgh_obj", "pgh_context", "pgh_label"),
}


@dataclasses.dataclass(frozen=True)
class Fact:
    """One column of a row; `text` is empty where nothing is written."""

    name: str
    label: str
    value: Any
    text: str


def facts_of(row: models.Model) -> list[Fact]:
    """Return the columns of the row that say something of the patient or of what was done for them."""
    return list(_facts(row))


def _facts(row: models.Model) -> Iterator[Fact]:
    for field in row._meta.concrete_fields:
        if field.name in LEFT_OUT or (field.primary_key and not field.is_relation):
            continue
        value = getattr(row, field.name)
        if field.choices:
            value = getattr(row, f"get_{field.name}_display")() if value else ""
        yield Fact(field.name, str(capfirst(field.verbose_name)), plain(value), in_words(value))


def plain(value: Any) -> Any:
    """Return the value as a file can hold it."""
    if isinstance(value, Range):
        return {"from": value.lower, "until": value.upper}
    if isinstance(value, list):
        return [plain(each) for each in value]
    if value is None or isinstance(value, str | int | dict | datetime.date | datetime.timedelta):
        return value
    return str(value)


def in_words(value: Any) -> str:
    """Return the value as people read it, in the clinic's time; empty for nothing and for zero."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime.datetime):
        value = date_format(timezone.localtime(value), "M j, Y, g:i a")
    elif isinstance(value, datetime.date):
        value = date_format(value, "F j, Y")
    if isinstance(value, Range):
        return f"{in_words(value.lower)} – {in_words(value.upper)}"
    if isinstance(value, list):
        return ", ".join(in_words(each) for each in value)
    if isinstance(value, dict) and value:
        return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
    return str(value) if value else ""
