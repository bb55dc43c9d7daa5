"""Words with patients and colleagues, and bulk work, at the desk."""

import pytest

from appointments.models import AnswerChange, AppointmentRequest, ContactAttempt, RecordAccess
from appointments.services.requests.patient_questions import answer_question
from appointments.workflow import Status

from .at_desk import QUEUE, press, words_of

REACHED = {"channel": "phone", "outcome": "reached"}
DETAILS = {
    "legal_name": "Pat Doe",
    "date_of_birth": "03/27/1962",
    "phone": "(919) 555-0199",
    "email": "pat@example.com",
    "reach_by": "phone",
    "may_leave_message": "on",
    "postal_code": "27610",
}


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def test_three_attempts_without_an_answer_suggest_closing_with_the_reason_filled_in(desk, make_request, now):
    record = make_request()
    for number in range(3):
        text = words_of(desk.get(record.get_absolute_url()))
        assert "Close as unreachable" not in text, number
        press(desk, record, "contact", channel="phone", outcome="no_answer", next_on="2026-11-17", text="Rang.")
    page = desk.get(record.get_absolute_url())
    assert "Three attempts to reach the patient failed. Close as unreachable" in words_of(page)
    assert 'value="unreachable" id="close_closed_reason_1" checked' in page.content.decode()
    assert "tried to reach the patient (phone): no answer. Next try on Tuesday, November 17 Rang." in words_of(page)
    assert "Call 0" in words_of(desk.get(QUEUE))
    now.move_to("2026-11-17T14:00:00+00:00")
    assert "Call 1" in words_of(desk.get(QUEUE))


def test_a_mistake_in_an_attempt_is_a_sentence_and_writes_nothing(desk, make_request, now):
    record = make_request()
    for fields, sentence in (
        (REACHED | {"next_on": "2026-11-15"}, "The day to try again is in the past."),
        (REACHED | {"next_on": "someday"}, "Enter the day as month/day/year"),
        ({"channel": "phone"}, "Choose the outcome."),
        (REACHED | {"channel": "pigeon"}, "Select a valid choice"),
        (REACHED | {"text": "x" * 501}, "Please shorten this to 500"),
    ):
        response = press(desk, record, "contact", **fields)
        assert (response.status_code, sentence in words_of(response)) == (422, True), sentence
    assert not ContactAttempt.objects.exists()


def test_a_question_and_its_answer_stand_on_the_page(desk, make_request):
    record = make_request()
    page = press(desk, record, "ask", text="Which clinic suits?", follow=True)
    assert "Sam Scheduler asked the patient Which clinic suits?" in words_of(page)
    assert "The patient wrote:" not in words_of(page)
    answer_question(request_id=record.pk, text="Cary, please.")
    text = words_of(desk.get(record.get_absolute_url()))
    assert "The patient wrote: Cary, please." in text
    assert "The patient wrote to us Cary, please." in text


def test_details_are_corrected_with_a_line_in_the_history(desk, make_request):
    record = make_request()
    page = press(desk, record, "correct", follow=True, **DETAILS)
    assert "Sam Scheduler changed Phone number: (919) 555-0142 → (919) 555-0199" in words_of(page)
    for name, value, sentence in (
        ("date_of_birth", "31/31/1962", "Enter the day as month/day/year"),
        ("date_of_birth", "01/01/2099", "The date of birth is in the future."),
        ("phone", "123", "Enter just the number"),
        ("email", "nobody", "no @ sign"),
        ("postal_code", "abc", "ZIP code of five digits"),
        ("legal_name", "\x00", "can't be saved"),
    ):
        response = press(desk, record, "correct", **(DETAILS | {name: value, "insurance_carrier": "kept words"}))
        assert response.status_code == 422
        assert sentence in words_of(response)
        assert "kept words" in response.content.decode()
    response = press(desk, record, "correct", **(DETAILS | {"email": "", "reach_by": "email"}))
    assert "Without an e-mail address the patient cannot be reached by e-mail." in words_of(response)
    assert AnswerChange.objects.count() == 1


def test_a_request_is_handed_to_a_colleague_who_may_work_on_it(desk, make_request, colleague, make_staff):
    record, visitor = make_request(), make_staff("visitor@example.com")
    for garbage in ("", "x", "-1", "9" * 30, visitor.pk):
        assert press(desk, record, "assign", to=garbage).status_code == 422
    page = press(desk, record, "assign", to=colleague.pk, follow=True)
    assert "The request is now with Kim Colleague." in words_of(page)
    assert "Talk to them before you change it." in words_of(page)


def test_chosen_requests_are_handed_over_together(desk, make_request, colleague):
    records = [make_request(), make_request()]
    press(desk, records[1], "close", closed_reason="declined", reason="no")
    fields = {"action": "assign_chosen", "_selected_action": [record.pk for record in records], "index": 0}
    text = words_of(desk.post(f"{QUEUE}?tab=all", fields | {"colleague": colleague.pk}, follow=True))
    assert "1 request is now with Kim Colleague." in text
    assert f"{records[1].spoken_reference}: This request is closed." in text
    text = words_of(desk.post(f"{QUEUE}?tab=all", fields | {"colleague": ""}, follow=True))
    assert "Choose a colleague from the list." in text


def test_chosen_requests_are_exported_without_names_and_that_is_recorded(desk, make_request, condition, scheduler):
    condition.name = "=HYPERLINK(1)"
    condition.save()
    record, other = make_request(), make_request()
    fields = {"action": "export_chosen", "_selected_action": [record.pk], "index": 0}
    response = desk.post(f"{QUEUE}?tab=all", fields)
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in response["Cache-Control"]
    heading, row = response.content.decode().splitlines()
    assert heading.startswith("Reference,Received,Status,Age")
    assert row.startswith(f"{record.spoken_reference},")
    assert "'=HYPERLINK(1)" in row
    assert "Doe" not in row
    assert [access.request for access in RecordAccess.objects.filter(staff=scheduler)] == [record]
    assert not RecordAccess.objects.filter(request=other).exists()


def test_what_was_closed_by_mistake_of_kind_is_asked_for_a_reason(desk, make_request):
    record = make_request()
    for fields in ({}, {"closed_reason": "declined"}, {"closed_reason": "fulfilled", "reason": "x"}, {"reason": "x"}):
        assert press(desk, record, "close", **fields).status_code == 422
    assert AppointmentRequest.objects.get().status == Status.SUBMITTED
