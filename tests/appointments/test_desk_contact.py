"""Words with patients and colleagues, and bulk work, at the desk."""

import codecs

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from appointments.models import AnswerChange, AppointmentRequest, ContactAttempt, ReachBy, RecordAccess
from appointments.request_form.forms import ContactForm
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
    file = response.getvalue()
    assert file.startswith(codecs.BOM_UTF8)  # by which Excel knows the encoding
    heading, row = file.decode("utf-8-sig").splitlines()
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


def test_text_messages_are_offered_only_where_an_earlier_answer_asks_for_them(desk, make_request):
    assert ReachBy.TEXT not in dict(ContactForm().fields["reach_by"].choices)
    assert ReachBy.TEXT in dict(ContactForm(initial={"reach_by": "text"}).fields["reach_by"].choices)
    record = make_request()
    press(desk, record, "correct", **(DETAILS | {"reach_by": "text"}))
    record.refresh_from_db()
    assert record.reach_by == "phone"
    AppointmentRequest.objects.filter(pk=record.pk).update(reach_by="text")
    press(desk, record, "correct", **(DETAILS | {"reach_by": "text", "legal_name": "Patricia Doe"}))
    record.refresh_from_db()
    assert (record.reach_by, record.legal_name) == ("text", "Patricia Doe")
    assert "Text message" in words_of(desk.get(record.get_absolute_url()))


def test_names_keep_their_direction_to_themselves_and_empty_answers_have_no_row(desk, make_request):
    record = make_request()
    AppointmentRequest.objects.filter(pk=record.pk).update(
        legal_name="\u05d3\u05d5\u05d3 \u05db\u05d4\u05df", postal_code=""
    )
    record.refresh_from_db()
    record.preferred_times.all().delete()
    page = desk.get(record.get_absolute_url()).content.decode()
    assert f"<h1><bdi>{record.legal_name}</bdi>" in page
    assert f"<dd><bdi>{record.legal_name}</bdi>" in page
    assert f"<bdi>{record.legal_name}</bdi>" in desk.get(f"{QUEUE}?tab=all").content.decode()
    assert "<dt>ZIP code</dt>" not in page
    assert "<dt>When</dt>" not in page


def test_who_read_a_request_is_found_by_the_patients_name_by_those_who_may_read_names(
    client, desk, make_request, make_staff
):
    record, log = make_request(), reverse("admin:appointments_recordaccess_changelist")
    AppointmentRequest.objects.filter(pk=record.pk).update(legal_name="Zelda Quimby")
    desk.get(record.get_absolute_url())
    auditor = make_staff("ana@example.com", "Auditors")
    client.force_login(auditor)
    text = words_of(client.get(log))
    assert record.reference[:4] in text
    assert "Quimby" not in text
    assert record.reference[:4] not in words_of(client.get(log, {"q": "quimby"}))
    auditor.groups.add(Group.objects.get(name="Schedulers"))
    text = words_of(client.get(log, {"q": "quimby"}))
    assert "Zelda Quimby" in text
    assert record.reference[:4] in text
    assert "a patient's name" in text
