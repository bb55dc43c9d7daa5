"""Our question on the patient's own page, and the answer."""

import pytest

from appointments.models import Message
from appointments.services.requests.patient_questions import ask_patient
from appointments.workflow import Status

from .test_patient_page_offers import text_of
from .visits import seen

QUESTION = "Which medicines do you take?\nAll of them, please."


@pytest.fixture
def record(now, make_request):
    return make_request()


@pytest.fixture
def asked(record, scheduler):
    return ask_patient(**seen(record), actor=scheduler, text=QUESTION)


def test_a_question_is_answered_on_the_page_and_both_stay_there(opened, own_page, record, asked, scheduler):
    page = text_of(opened.get(own_page))
    assert "<p>Which medicines do you take?<br>All of them, please.</p>" in page
    for _ in range(2):  # a double click, or Back and once more
        response = opened.post(f"{own_page}answer/", {"answer": "None <b>at all</b>."})
        assert response.url == f"{own_page}?done=answered"
    record.refresh_from_db()
    assert record.status == Status.IN_REVIEW
    assert Message.objects.count() == 2
    response = opened.get(response.url)
    assert "None &lt;b&gt;at all" in response.content.decode()
    page = text_of(response)
    for words in (
        "Thank you. We have your answer.",
        "Which medicines",
        "You wrote on November 16",
    ):
        assert words in page
    assert "Send answer" not in page
    assert scheduler.last_name not in page
    ask_patient(**seen(record), actor=scheduler, text="Since when?")
    page = text_of(opened.get(own_page))
    assert page.index("Since when?") < page.index("Send answer") < page.index("Which medicines")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write your answer first."),
        (" \u200b\n", "Write your answer first."),
        ("x" * 1001, "Please shorten this to 1000 characters"),
        ("a\0b", "This contains a character that can't be saved."),
    ],
)
def test_what_is_no_answer_is_said_so_and_kept(opened, own_page, record, asked, typed, sentence):
    response = opened.post(f"{own_page}answer/", {"answer": typed})
    page = text_of(response)
    assert response.status_code == 422
    assert f'href="#id_answer">{sentence}' in page
    assert "Which medicines do you take?" in page
    record.refresh_from_db()
    assert record.status == Status.WAITING_ON_PATIENT


def test_an_answer_that_nobody_waits_for_any_more_is_kept_on_the_page(opened, own_page, record):
    response = opened.post(f"{own_page}answer/", {"answer": "Aspirin"})
    assert response.status_code == 409
    assert "We're no longer waiting for an answer." in text_of(response)
