"""How an answer of a request is declared, and how it reads."""

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from phonenumber_field.phonenumber import PhoneNumber


class Row(NamedTuple):
    """One answer as people read it: the slug of the page that asks it, the question, the answer (empty: not given)."""

    step: str
    question: str
    answer: str


Rows = Callable[[Any], list[Row]]  # from a RequestAnswers


def asked(
    step: str,
    question: Promise,
    say: Callable[[Any], str] = str,
    *,
    applies: Callable[[Any], bool] | None = None,
    **default: Any,
) -> Any:
    """Declare an answer that reads as one row.

    Args:
        step: the slug of the page that asks for it (request_form/steps.py).
        question: the question in short.
        say: turns the value into words.
        applies: takes all answers and returns False where this question makes no sense; it then has no row.
        default: `default` or `default_factory` for an answer that a form may leave out.
    """

    def rows_of(name: str) -> Rows:
        def rows(answers: Any) -> list[Row]:
            if applies and not applies(answers):
                return []
            return [Row(step, str(question), say(getattr(answers, name)))]

        return rows

    return asked_in_rows(rows_of, **default)


def asked_in_rows(rows_of: Callable[[str], Rows], **default: Any) -> Any:
    """Declare an answer by a function that takes its name and returns the function that makes its rows."""
    return dataclasses.field(metadata={"rows_of": rows_of}, **default)


def rows_of(answers_class: type) -> list[Rows]:
    """Return what makes the rows of each declared answer, in order."""
    return [field.metadata["rows_of"](field.name) for field in dataclasses.fields(answers_class)]


def phone_in_words(number: PhoneNumber | str) -> str:
    """Return a US number as people write it here, any other with its country code."""
    if not number or isinstance(number, str):
        return str(number)
    return number.as_national if number.country_code == 1 else number.as_international


def one_of(choices: type[TextChoices]) -> Callable[[str], str]:
    """Return a function that says a value by its label; an empty value says nothing."""
    return lambda value: str(choices(value).label) if value else ""


def all_of(choices: type[TextChoices]) -> Callable[[Sequence[str]], str]:
    """Return a function that lists values by their labels."""
    return lambda values: ", ".join(str(choices(value).label) for value in values)


def yes_or_no(value: bool) -> str:
    """Return “Yes” or “No”."""
    return _("Yes") if value else _("No")
