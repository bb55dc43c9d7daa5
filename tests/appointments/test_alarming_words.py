"""Own words that sound like an emergency raise the request, however and whenever they come."""

import dataclasses
import uuid

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from appointments.models import AppointmentRequest, NotedDanger, Source
from appointments.services.requests.desk_entry import enter_request
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.requests.submission import create_request
from physicians.danger import find_danger
from physicians.models import DangerPhrase
from tests import factories
from tests.spine.approving import publish

from .at_desk import QUEUE, words_of
from .form_answers import START, answer, answer_up_to
from .test_amendments import send_changes
from .visits import seen

BOTH = "I want to kill myself, the pain never stops. I cannot urinate since this morning"
RAISED = {
    "911": "My legs stopped working today.",
    "988": "It hurts so much that I want to die.",
    "911+988": BOTH,
}


@pytest.fixture
def send(answers, hospital):
    """Return a function that sends a request with these own words."""
    return lambda reason, **more: factories.send_request(dataclasses.replace(answers, reason=reason, **more))


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def state_of(request):
    request.refresh_from_db()
    return request.danger_in_words, request.priority, request.nurse_review


@pytest.mark.parametrize("noted", RAISED)
def test_alarming_words_make_a_request_urgent_and_ask_for_a_nurse(send, noted):
    assert state_of(send(RAISED[noted])) == (noted, "urgent", "needed")
    assert state_of(send("It hurts.", needs_note=RAISED[noted])) == (noted, "urgent", "needed")
    assert state_of(send("My back hurts at night.")) == ("", "routine", "")


def test_a_fax_in_a_clinicians_words_is_urgent_and_asks_a_nurse_about_them(desk, answers, scheduler, hospital):
    fax = {"source": Source.FAX, "idempotency_key": uuid.uuid4(), "actor": scheduler}
    request = enter_request(answers=dataclasses.replace(answers, reason="T8 lesion, gait trouble"), **fax)
    assert state_of(request) == ("", "urgent", "needed")
    page = words_of(desk.get(request.get_absolute_url()))
    question = "“t8 lesion”, “gait trouble”: are the spinal cord and nerves in danger?"
    assert f"Nurse review needed. The question: {question}" in page
    assert "sound like an emergency" not in page


def test_a_question_that_waits_is_not_replaced(send, scheduler, nurse):
    request = send("It hurts.")
    ask_for_nurse_review(request_id=request.pk, actor=scheduler, question="Blood thinners?")
    ask_patient(**seen(request), actor=scheduler, text="And now?")
    answer_question(request_id=request.pk, text="My MRI says cord compression.")
    assert state_of(request) == ("", "urgent", "needed")
    assert request.nurse_question == "Blood thinners?"


def test_it_is_first_in_the_queue_and_says_why(desk, send):
    calm, alarming = send("My back hurts."), send(BOTH)
    text = words_of(desk.get(QUEUE))
    assert text.index(f"{alarming.spoken_reference} Urgent") < text.index(calm.spoken_reference)
    assert "Sounds like an emergency Sounds like thoughts of suicide" in text
    page = words_of(desk.get(alarming.get_absolute_url()))
    assert "own words sound like an emergency and like thoughts of suicide." in page
    assert "Call the patient now. Tell them to call 911, and give them 988, the crisis line." in page
    assert "Nurse review needed." in page
    assert "own words sound" not in words_of(desk.get(calm.get_absolute_url()))


def test_a_nurse_may_lower_it_and_the_desk_knows_that(desk, send, nurse):
    request = send(RAISED["911"])
    finish_nurse_review(request_id=request.pk, actor=nurse, priority="routine", text="Called: long-standing.")
    assert state_of(request) == ("911", "routine", "done")
    page = words_of(desk.get(request.get_absolute_url()))
    assert "Nurse review by Noor Nurse: routine. Called: long-standing." in page
    assert "Call the patient now" not in page


def test_the_confirmation_and_its_mail_repeat_the_numbers(ready):
    answer(ready, "condition", "?change=1", reason=BOTH)
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        call_command("send_notifications")
    page = ready.get(f"{START}done/").content.decode()
    said = page[page.index("sound like you may need help right now") :]
    assert 0 < said.index('href="tel:988"') < said.index('href="tel:911"')
    assert said.count('id="emergency-heading"') == 1
    (message,) = mail.outbox
    for body in (message.body, message.alternatives[0].content):
        assert "don't wait for our answer" in body.replace("&#x27;", "'")
        assert "988" in body
        assert not [word for word in ("kill", "urinate", "suicide", "oprima") if word in body]


def test_spanish_words_are_answered_in_spanish_too(ready):
    answer(ready, "condition", "?change=1", reason="Ya no quiero vivir con este dolor.")
    page = ready.get(f"{START}history/").content.decode()
    for spanish in ("continúe más abajo", "oprima el 2", "Llame al 911 ahora si", "<li>perdió el control"):
        assert spanish in page
    assert "any of these is happening" not in page
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        call_command("send_notifications")
    assert "oprima el 2" in ready.get(f"{START}done/").content.decode()
    assert "oprima el 2" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("", " it is worse at night" * 60), ("my back hurts. " * 4000, ""), ("", " at night" * 6000)],
    ids=["short", "too long", "far too long, at the end", "far too long"],
)
def test_an_error_on_the_page_of_the_words_comes_after_the_help(patient, before, after):
    answer_up_to(patient, "condition")
    response = answer(
        patient, "condition", condition=None, reason=f"{before}I cannot feel my legs and I want to die.{after}"
    )
    assert response.status_code == 422
    main = response.content.decode().partition("<main")[2]
    assert 0 < main.index('href="tel:988"') < main.index('href="tel:911"') < main.index("There is a problem")
    assert main.index("autofocus") < main.index('href="tel:988"')
    calm = answer(patient, "condition", condition=None, reason="My back hurts.").content.decode()
    assert "tel:988" not in calm.partition("<main")[2]


def test_page_and_mail_say_what_was_noted_when_the_request_came(ready):
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        reason = AppointmentRequest.objects.get().reason
        publish(DangerPhrase.objects.create(phrase=reason, live=False))
        assert find_danger(reason)
        call_command("send_notifications")
    assert "sound like you may need help" not in ready.get(f"{START}done/").content.decode()
    assert "911" not in mail.outbox[0].body.split("What happens next")[0]


def test_calm_words_change_neither_page_nor_mail(ready):
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        call_command("send_notifications")
    page = ready.get(f"{START}done/").content.decode()
    assert "sound like you may need help" not in page
    assert 'href="tel:911"' in page
    assert "988" not in mail.outbox[0].body


def test_words_that_become_alarming_later_raise_it_and_taking_them_back_does_not_lower_it(ready):
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        request = AppointmentRequest.objects.get()
        assert state_of(request) == ("", "routine", "")
        answer(ready, "condition", "?change=1", reason=RAISED["911"])
        send_changes(ready)
        assert state_of(request) == ("911", "urgent", "needed")
        assert "sound like you may need help" in ready.get(f"{START}done/").content.decode()
        answer(ready, "condition", "?change=1", reason=RAISED["988"])
        send_changes(ready)
        assert state_of(request) == ("911+988", "urgent", "needed")
        answer(ready, "condition", "?change=1", reason="My back hurts.")
        send_changes(ready)
        assert state_of(request) == ("911+988", "urgent", "needed")
        assert "sound like you may need help" in ready.get(f"{START}done/").content.decode()
        call_command("send_notifications")
    assert "call or text 988" in mail.outbox[0].body


def test_words_of_spanish_stay_noted_too(ready):
    answer(ready, "condition", "?change=1", reason="Ya no quiero vivir con este dolor.")
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        answer(ready, "condition", "?change=1", reason=RAISED["911"])
        send_changes(ready)
    assert AppointmentRequest.objects.get().danger == NotedDanger(emergency=True, crisis=True, spanish=True)


def test_a_change_of_something_else_does_not_ask_for_a_second_review(ready, nurse):
    answer(ready, "condition", "?change=1", reason=RAISED["911"])
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        request = AppointmentRequest.objects.get()
        finish_nurse_review(request_id=request.pk, actor=nurse, priority="routine", text="")
        answer(ready, "patient", "?change=1", insurance_carrier="Another")
        send_changes(ready)
    assert state_of(request) == ("911", "routine", "done")


def test_an_alarming_answer_to_a_question_raises_it_too(send, scheduler):
    request = send("My back hurts.")
    ask_patient(**seen(request), actor=scheduler, text="Since when?")
    answer_question(request_id=request.pk, text="Since today I can't feel my legs.")
    assert state_of(request) == ("911", "urgent", "needed")


def test_a_request_that_staff_enter_is_raised_too(answers, hospital, scheduler):
    request = create_request(
        answers=dataclasses.replace(answers, reason="Caller says: can't walk since this morning"),
        idempotency_key=uuid.uuid4(),
        source="phone",
        actor=scheduler,
    )
    assert state_of(request) == ("911", "urgent", "needed")


@pytest.mark.parametrize(
    "change",
    ["danger_in_words = '911', priority = 'routine', nurse_review = 'needed'",
     "danger_in_words = '988', priority = 'urgent', nurse_review = ''",
     "danger_in_words = '', danger_in_spanish = true",
     "danger_in_words = 'help', priority = 'urgent', nurse_review = 'needed'"],
)  # fmt: skip
def test_the_database_holds_that_alarming_words_are_urgent(make_request, change):
    request = make_request()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE appointments_appointmentrequest SET {change} WHERE id = %s", [request.pk])


@pytest.mark.parametrize("less", ["", "911", "988"])
def test_the_database_forgets_no_danger(send, less):
    request = send(BOTH)
    with pytest.raises(IntegrityError), transaction.atomic():
        AppointmentRequest.objects.filter(pk=request.pk).update(danger_in_words=less)
