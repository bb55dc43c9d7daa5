"""Every mistake has its sentence, and costs nothing that was typed."""

import datetime
import html

import pytest

from appointments.models import AppointmentRequest, RequestDraft

from .form_answers import GOOD, LEADS_TO, NOW, SOMETIMES, START, answer, answer_up_to
from .mistakes import MISTAKES_OF_PROGRAMS, mistakes_of_people

TODAY = datetime.datetime.fromisoformat(NOW).date()
MISTAKES = [*mistakes_of_people(TODAY), *MISTAKES_OF_PROGRAMS]


@pytest.mark.parametrize("step", GOOD | SOMETIMES)
def test_each_mistake_on_a_page_is_said_in_words_and_nothing_typed_is_lost(patient, step):
    before, choice = LEADS_TO.get(step, (step, None))
    answer_up_to(patient, before)
    if choice:
        answer(patient, before, **choice)
    mistakes = [mistake for mistake in MISTAKES if mistake.step == step]
    assert mistakes
    for _step, changes, sentence in mistakes:
        response = answer(patient, step, **changes)
        assert response.status_code == 422, changes
        page = response.content.decode()
        assert sentence in html.unescape(page)
        assert "There is a problem" in page
        assert "<title>Error: " in page
        again = patient.get(f"{START}{step}/").content.decode()
        for name, typed in (GOOD | SOMETIMES)[step].items():
            if name not in changes and f'name="{name}" value="' in page and 'type="radio"' not in page:
                assert f'value="{typed}"' in page
                assert f'value="{typed}"' in again
        assert "There is a problem" not in again  # a reload shows what was typed and judges nothing
    assert not AppointmentRequest.objects.exists()


def test_a_minor_is_asked_for_by_a_caregiver(ready):
    response = answer(ready, "patient", "?change=1", date_of_birth_year="2010")
    assert f'href="{START}who/?change=1"' in response.content.decode()
    answer(ready, "who", "?change=1", asks_for="someone_else")
    assert ready.get(f"{START}check/").url == f"{START}caregiver/?missing=1"
    answer(ready, "caregiver", "?missing=1")
    assert 'value="2010"' in ready.get(f"{START}patient/?change=1").content.decode()
    assert answer(ready, "patient", "?change=1", date_of_birth_year="2010").url == f"{START}check/"
    assert ready.get(f"{START}check/").status_code == 200


def test_a_minor_cannot_be_left_without_a_caregiver_by_a_later_change(patient):
    answer_up_to(patient, "condition")
    answer(patient, "who", asks_for="someone_else")
    answer(patient, "caregiver")
    for step in list(GOOD)[2:]:
        answer(patient, step, **({"date_of_birth_year": "2015"} if step == "patient" else {}))
    assert patient.get(f"{START}check/").status_code == 200
    answer(patient, "who", "?change=1")
    assert patient.get(f"{START}check/").url == f"{START}patient/?missing=1"


def test_a_whole_date_in_the_first_box_is_understood(ready):
    answer(
        ready,
        "patient",
        "?change=1",
        date_of_birth_month="3/5/1958",
        date_of_birth_day="",
        date_of_birth_year="",
    )
    assert "March 5, 1958" in ready.get(f"{START}check/").content.decode()


def test_a_line_break_counts_once_however_it_was_sent(patient):
    answer_up_to(patient, "condition")
    assert answer(patient, "condition", reason="a\r\n" * 500).status_code == 302
    assert answer(patient, "condition", reason="👍" * 1000).status_code == 302
    assert RequestDraft.objects.get().answers["condition"]["reason"] == ["👍" * 1000]
