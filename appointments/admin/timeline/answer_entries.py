"""Changed answers as sentences."""

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from appointments.models import AnswerChange

from .entry import Entry, name_of, together


def _answer(change: AnswerChange) -> str:
    values = {"question": change.question, "before": change.before, "after": change.after}
    if not change.before:
        return _("added %(question)s: %(after)s") % values
    if not change.after:
        return _("removed %(question)s: %(before)s") % values
    return _("changed %(question)s: %(before)s → %(after)s") % values


def _changed(changes: list[AnswerChange]) -> Entry:
    first = changes[0]
    if len(changes) == 1:
        return Entry(first.at, name_of(first.actor), _answer(first))
    what = _("changed %(number)d answers") % {"number": len(changes)}
    parts = tuple(capfirst(_answer(change)) for change in changes)
    return Entry(first.at, name_of(first.actor), what, parts=parts)


def of_answers(changes: Iterable[AnswerChange]) -> list[Entry]:
    """Return an entry for each operation that changed answers."""
    return [_changed(group) for group in together(changes, key=lambda change: change.operation)]
