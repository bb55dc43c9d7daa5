"""How answers are declared and read. What each page asks: test_request_form.py."""

import dataclasses

import pytest
from django.db import models

from appointments.answer_words import Row, asked, one_of, rows_of, yes_or_no
from appointments.answers import FIELDS, RequestAnswers, in_words
from appointments.models import AppointmentRequest
from appointments.request_form.steps import STEP_BY_SLUG


class Severity(models.TextChoices):
    """How bad it is."""

    MILD = "mild", "Mild"
    BAD = "bad", "Very bad"


@dataclasses.dataclass(frozen=True, kw_only=True)
class AnswersWithOneMore:
    """Answers to which someone has added two questions."""

    severity: str = asked("condition", "How bad is it?", one_of(Severity), default="")
    at_night: bool = asked("condition", "Worse at night", yes_or_no, applies=lambda all_: bool(all_.severity))


def test_a_question_reads_from_its_declaration_alone():
    def said(**answers):
        value = AnswersWithOneMore(**answers)
        return [row for rows in rows_of(AnswersWithOneMore) for row in rows(value)]

    assert said(severity="bad", at_night=True) == [
        Row("condition", "How bad is it?", "Very bad"),
        Row("condition", "Worse at night", "Yes"),
    ]
    assert said(at_night=True) == [Row("condition", "How bad is it?", "")]


def test_an_answer_that_is_not_declared_is_noticed():
    undeclared = dataclasses.make_dataclass("Answers", [("smokes", bool)])
    with pytest.raises(KeyError, match="rows_of"):
        rows_of(undeclared)


def test_every_answer_has_a_column_and_a_page_that_asks_for_it(make_request):
    record = make_request()
    columns = {field.name for field in AppointmentRequest._meta.get_fields()}
    assert set(FIELDS) - columns == {"times", "locations"}
    assert {row.step for row in in_words(RequestAnswers.of(record))} <= STEP_BY_SLUG.keys()
