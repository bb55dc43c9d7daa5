"""Words with patients and colleagues, and bulk work, at the desk."""

import codecs
import dataclasses
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from appointments.mail.kinds.request_mail import CLOSED
from appointments.mail.mail_preview import preview_of
from appointments.models import AnswerChange, AppointmentRequest, ContactAttempt, ReachBy, RecordAccess, RequestLink
from appointments.request_form.forms import ContactForm
from appointments.services.requests.patient_questions import answer_question
from appointments.workflow import Status
from physicians.models import Condition

from .at_desk import QUEUE, filled_in, press, words_of

REACHED = {"channel": "phone", "outcome": "reached"}


def correct(desk, record, *, follow=False, **changes):
    """Correct some details; the others are sent as the page shows them."""
    shown = filled_in(desk.get(record.get_absolute_url()), "do-correct")
    return press(desk, record, "correct", follow=follow, **(shown | changes))


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
        (REACHED | {"next_on": "1/1/2099"}, "The day to try again is more than a year ahead."),
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
    page = correct(desk, record, follow=True, phone="(919) 555-0199")
    assert "Sam Scheduler changed Phone number: (919) 555-0142 → (919) 555-0199" in words_of(page)
    for name, value, sentence in (
        ("date_of_birth", "31/31/1962", "Enter the day as month/day/year"),
        ("date_of_birth", "01/01/2099", "The date of birth is in the future."),
        ("phone", "123", "Enter just the number"),
        ("email", "nobody", "no @ sign"),
        ("postal_code", "abc", "ZIP code of five digits"),
        ("date_of_birth", "02/30/1962", "February 1962 has only 28 days."),
        ("visit_type", "virtual", "Ask which state the patient will be in"),
        ("day_1", "2026-11-10", "This day has passed."),
        ("caregiver_name", "Rosa", "Confirm that they may ask on the patient's behalf."),
        ("legal_name", "\x00", "can't be saved"),
    ):
        response = correct(desk, record, **{name: value, "insurance_carrier": "kept words"})
        assert response.status_code == 422
        assert sentence in words_of(response)
        html = response.content.decode()
        assert "kept words" in html
        wrong = {"visit_type": "patient_state", "caregiver_name": "caregiver_consent"}.get(name, name)
        assert f'<a href="#correct_{wrong}">' in html.replace("&#x27;", "'")
        assert re.search(r'<details class="box" open>\s*<summary>Correct details', html)
    response = correct(desk, record, email="", reach_by="email")
    assert "Without an e-mail address the patient cannot be reached by e-mail." in words_of(response)
    assert AnswerChange.objects.count() == 1


def test_what_the_visit_is_about_is_corrected_and_the_free_times_follow(
    desk, make_request, visiting, clinic, make_physician, give_hours, scheduler
):
    arthritis = Condition.objects.create(name="Arthritis", slug="arthritis")
    other = give_hours(make_physician("kim-park", given_name="Kim", family_name="Park", by_video=True))
    other.conditions = [arthritis]
    other.save()
    record = make_request()
    correct(desk, record, physician="", day_2="2026-11-25", half_2="morning", postal_code="")
    page = desk.get(record.get_absolute_url())
    assert "Ana Lopez, Raleigh clinic" in words_of(page)
    page = correct(
        desk, record, follow=True,
        condition=arthritis.pk, visit_type="either", patient_state="NC", locations=[clinic.pk],
        caregiver_name="Rosa Doe", caregiver_relationship="child", caregiver_phone="919 555 0188",
        caregiver_consent="on", language="es", needs=["interpreter"],
    )  # fmt: skip
    text = words_of(page)
    for sentence in (
        "Changed Condition: Tumors of the spine → Arthritis",
        "Changed Kind of visit: In person, at a clinic → Whichever is sooner",
        "Changed Clinics that work for you: Any of them → Raleigh clinic",
        "Added Caregiver's name: Rosa Doe",
        "Added Language: Español (Spanish)",
        "Added What helps: An interpreter",
        "Changed Second choice: Tuesday, December 1, 2026, afternoon → Wednesday, November 25, 2026, morning",
        "Changed Doctor: Ana Lopez, MD → First available doctor",
        "Removed ZIP code: 27610",
    ):
        assert sentence in text, sentence
    assert re.search(r"Offer [^.]*[.] [^<]*with Kim Park, Raleigh clinic", text)
    assert "Ana Lopez, Raleigh clinic" not in text
    record.refresh_from_db()
    assert record.reason == "My lower back hurts at night."
    assert "Nothing was different, so nothing was changed." in words_of(correct(desk, record, follow=True))


def test_what_a_request_named_earlier_stays_possible_when_something_else_is_corrected(
    desk, make_request, visiting, clinic, now, scheduler
):
    record = make_request()
    record.preferred_locations.add(clinic)
    type(visiting).objects.update(live=False, accepting_new_patients=False)
    type(clinic).objects.update(live=False)
    Condition.objects.update(live=False)
    now.move_to("2026-12-09T15:00:00+00:00")  # the wishes have passed
    desk.force_login(scheduler)
    assert correct(desk, record, phone="(919) 555-0199").status_code == 302
    assert [change.question for change in AnswerChange.objects.all()] == ["Phone number"]


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


def test_the_mail_of_each_reason_for_closing_can_be_read_before_it_goes_out(desk, make_request):
    record = make_request()
    shown = desk.get(record.get_absolute_url())
    box = words_of(shown).partition("Decline or close")[2].partition("and take next")[0]
    assert "Why? The patient won't see it." in box
    subject = f"Your appointment request is closed ({record.spoken_reference})"
    for reason, sentence in (
        ("Declined", "We looked at your request, and our spine clinics can't offer an appointment for it."),
        ("Canceled by us", "If you still need an appointment, or didn't expect this, please call us."),
    ):
        mail = box[box.index(f"{reason}: {subject}") :]
        assert sentence in mail.partition("…")[0]
    assert f"Your reference is {record.spoken_reference}." in words_of(shown).partition("Put on the waitlist")[2]
    assert "We tried to reach you" not in box
    press(desk, record, "contact", channel="phone", outcome="busy")
    text = words_of(desk.get(record.get_absolute_url()))
    assert "We tried to reach you about your request, and couldn't." in text
    assert "You're on our waitlist" in words_of(shown)
    assert "0000-0000" not in words_of(shown)
    assert not RequestLink.objects.exists()
    AppointmentRequest.objects.update(email="")
    assert "What the patient reads" not in words_of(desk.get(record.get_absolute_url()))


def test_a_preview_that_is_kept_for_other_requests_can_know_nothing_of_the_patient(make_request):
    named = dataclasses.replace(CLOSED, context=lambda mail: {"lines": [f"Dear “{mail.request.legal_name}”"]})
    assert "Dear “”" in preview_of(named, make_request(), closed_reason="declined", also="test").text


def test_text_messages_are_offered_only_where_an_earlier_answer_asks_for_them(desk, make_request):
    assert ReachBy.TEXT not in dict(ContactForm().fields["reach_by"].choices)
    assert ReachBy.TEXT in dict(ContactForm(initial={"reach_by": "text"}).fields["reach_by"].choices)
    record = make_request()
    correct(desk, record, reach_by="text")
    record.refresh_from_db()
    assert record.reach_by == "phone"
    AppointmentRequest.objects.filter(pk=record.pk).update(reach_by="text")
    correct(desk, record, legal_name="Patricia Doe")
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
