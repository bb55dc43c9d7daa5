"""The safety check keeps nobody from help, and keeps nothing about who leaves."""

import json

import pytest
import time_machine

from appointments.models import AppointmentRequest, RequestDraft, RequestWording

from .form_answers import START, answer, answer_up_to

EMERGENCY = f"{START}emergency/"


def test_a_yes_leads_to_the_emergency_page_and_is_not_kept(patient):
    assert answer(patient, "safety", urgent_symptoms="yes").url == EMERGENCY
    page = patient.get(EMERGENCY).content.decode()
    assert 'href="tel:911"' in page
    assert RequestWording().emergency_heading in page
    draft = RequestDraft.objects.get()
    assert "yes" not in json.dumps([draft.answers, draft.unfinished])
    assert patient.get(f"{START}who/").url == f"{START}safety/?missing=1"


def test_who_has_called_may_go_on_and_the_request_is_urgent(patient):
    answer(patient, "safety", urgent_symptoms="yes")
    response = patient.post(EMERGENCY)
    assert response.status_code == 422
    assert "Call 911 first." in response.content.decode()
    assert patient.post(EMERGENCY, {"acknowledged": "on"}).url == f"{START}who/"
    for step in ("who", "condition", "history", "visit", "state", "doctor", "times", "patient", "contact", "needs"):
        answer(patient, step)
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        patient.post(f"{START}check/")
    request = AppointmentRequest.objects.get()
    assert (request.priority, request.urgent_symptoms) == ("urgent", True)


def test_a_yes_after_a_no_takes_the_no_back(ready):
    assert answer(ready, "safety", "?change=1", urgent_symptoms="yes").url == f"{EMERGENCY}?change=1"
    assert ready.get(f"{START}check/").url == f"{START}safety/?missing=1"
    assert ready.post(f"{EMERGENCY}?change=1", {"acknowledged": "on"}).url == f"{START}check/"
    assert "A symptom that needs help right now" in ready.get(f"{START}check/").content.decode()


def test_the_emergency_page_needs_no_draft(client, hospital):
    response = client.get(EMERGENCY)
    assert response.status_code == 200
    assert "Go on with my request" not in response.content.decode()
    assert client.post(EMERGENCY, {"acknowledged": "on"}).url == START


def test_the_emergency_page_is_light(client, hospital):
    assert len(client.get(EMERGENCY).content) < 12_000  # bytes before compression


@pytest.mark.usefixtures("directory")
def test_the_wording_is_the_editors(client, hospital):
    RequestWording.objects.create(safety_question="Is it bad now?", symptoms="One\nTwo", live=True)
    client.post(START)
    page = client.get(f"{START}safety/").content.decode()
    assert "Is it bad now?" in page
    assert "<li>Two</li>" in page
    RequestWording.objects.update(live=False)
    assert RequestWording().safety_question in client.get(f"{START}safety/").content.decode()


def test_what_is_being_typed_in_the_safety_check_is_not_kept(patient):
    answer_up_to(patient, "safety")
    patient.post(f"{START}safety/keep/", {"urgent_symptoms": "yes"})
    assert "yes" not in json.dumps(RequestDraft.objects.get().unfinished)


def test_a_repeated_answer_does_not_get_past_the_emergency_page(patient):
    response = patient.post(
        f"{START}safety/", "urgent_symptoms=yes&urgent_symptoms=no", content_type="application/x-www-form-urlencoded"
    )
    assert response.url == f"{START}who/"
    assert RequestDraft.objects.get().answers["safety"] == {"urgent_symptoms": ["no"]}


def test_alarming_words_are_answered_on_the_next_page(patient):
    answer_up_to(patient, "condition")
    answer(patient, "condition", reason="I am numb between the legs and can't pee.")
    page = patient.get(f"{START}history/").content.decode()
    assert "sound like you may need help right now" in page
    assert 'href="tel:911"' in page
    answer(patient, "condition", reason="My back hurts.")
    assert "sound like you may need help" not in patient.get(f"{START}history/").content.decode()


def test_words_of_despair_are_answered_by_the_crisis_line_before_911(patient):
    answer_up_to(patient, "condition")
    answer(patient, "condition", reason="It hurts so much that I want to die.")
    page = patient.get(f"{START}history/").content.decode()
    main = page[page.index("sound like you may need help") :]
    assert 0 < main.index('href="tel:988"') < main.index('href="tel:911"')
