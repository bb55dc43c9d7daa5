"""An answer that is changed after the send is offered as an amendment, and staff see what changed."""

import dataclasses
import datetime
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from appointments.answers import RequestAnswers
from appointments.models import AnswerChange, AppointmentRequest, Holiday, Notification, RequestDraft
from appointments.request_form.amend_sent import fingerprint
from appointments.services.requests.amendments import amend_request
from appointments.services.requests.cancellations import cancel_request
from appointments.services.requests.drafts import start_draft
from appointments.services.requests.submission import AnswersChanged
from tests.factories import make_clinic

from .form_answers import START, answer
from .visits import offer, wanted

AMEND = f"{START}amend/"
DONE = f"{START}done/"


@pytest.fixture
def sent(ready):
    """A browser from which a request was sent a minute ago."""
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        yield ready


def send_changes(client):
    """Press “Send these changes” on the page that shows them."""
    shown = re.search(r'name="shown" value="(\w+)"', client.get(AMEND).content.decode())
    return client.post(AMEND, {"send": "1", "shown": shown.group(1) if shown else fingerprint([])})


def changes():
    return list(AnswerChange.objects.values_list("question", "before", "after"))


def test_going_back_after_the_send_shows_the_confirmation(sent):
    for page in ("check", "needs", "safety"):
        assert sent.get(f"{START}{page}/").url == DONE
    reference = AppointmentRequest.objects.get().spoken_reference
    assert reference in sent.get(DONE).content.decode()


def test_a_late_answer_is_offered_as_an_amendment_and_written_when_it_is_sent(sent):
    assert answer(sent, "condition", condition="not-sure", reason="Now my leg is weak.").url == AMEND
    page = sent.get(AMEND).content.decode()
    assert "<del>It hurts.<br>At night.</del>" in page
    assert "<ins>Now my leg is weak.</ins>" in page
    assert "been sent yet" in sent.get(DONE).content.decode()
    assert AppointmentRequest.objects.get().reason == "It hurts.\nAt night."
    assert send_changes(sent).url == f"{DONE}?changed=1"
    request = AppointmentRequest.objects.get()
    assert (request.condition, request.reason) == (None, "Now my leg is weak.")
    assert changes() == [
        ("Condition", "Tumors of the spine", "I'm not sure"),
        ("In your own words", "It hurts.\nAt night.", "Now my leg is weak."),
    ]
    assert "We have your changes" in sent.get(f"{DONE}?changed=1").content.decode()
    assert send_changes(sent).url == f"{DONE}?changed=1"
    assert len(changes()) == 2


def test_a_late_answer_can_be_dropped(sent):
    answer(sent, "condition", condition="not-sure")
    assert sent.post(AMEND, {"drop": "1"}).url == DONE
    assert changes() == []
    assert "been sent yet" not in sent.get(DONE).content.decode()


def test_the_same_answer_again_changes_nothing(sent):
    assert answer(sent, "contact").url == AMEND
    assert "Send these changes" not in sent.get(AMEND).content.decode()
    send_changes(sent)
    assert changes() == []
    assert Notification.objects.filter(kind="link").count() == 0


def test_a_mistake_in_a_change_is_said_and_kept(sent):
    response = answer(sent, "contact", "?change=1", email="pat@")
    assert response.status_code == 422
    assert 'value="pat@"' in sent.get(f"{START}contact/?change=1").content.decode()
    assert sent.get(AMEND).status_code == 200
    assert AppointmentRequest.objects.get().email == "pat@example.com"


def test_a_new_address_gets_the_link(sent):
    Notification.objects.update(state=Notification.State.SENT)
    answer(sent, "contact", "?change=1", email="new@example.com", phone="919-555-0199")
    send_changes(sent)
    request = AppointmentRequest.objects.get()
    assert request.email == "new@example.com"
    assert request.notifications.get(kind="link").cause.startswith("email-changed:")
    assert ("Phone number", "(919) 555-0142", "(919) 555-0199") in changes()


def test_a_change_that_needs_another_answer_asks_for_it_and_leaves_the_rest(sent):
    answer(sent, "visit", "?change=1", visit_type="in_person")
    page = sent.get(AMEND)
    assert page.status_code == 200
    assert "Any of them" in page.content.decode()
    answer(sent, "visit", "?change=1", visit_type="virtual")
    answer(sent, "state", "?change=1", patient_state="TX")
    assert sent.get(AMEND).url == f"{START}doctor/?missing=1"


@pytest.fixture
def day_off_in_cary(db):
    return Holiday.objects.create(date="2026-11-23", name="Staff day", clinic=make_clinic("cary"))


def test_days_on_which_a_newly_chosen_clinic_is_closed_are_asked_for_again_and_say_so(day_off_in_cary, clinic, sent):
    answer(sent, "visit", "?change=1", visit_type="in_person")
    answer(sent, "locations", "?change=1", locations=["raleigh"])
    assert sent.get(AMEND).status_code == 200  # the wishes are possible there, and are kept
    answer(sent, "locations", "?change=1", locations=["cary"])
    assert sent.get(AMEND).url == f"{START}times/?missing=1"
    page = sent.get(f"{START}times/?missing=1").content.decode()
    assert "Choose a day on which a clinic you chose is open, from" in page
    assert answer(sent, "times", "?missing=1", day_1="2026-11-24", day_2="").url == AMEND
    send_changes(sent)
    request = AppointmentRequest.objects.get()
    assert [location.slug for location in request.preferred_locations.all()] == ["cary"]
    assert [str(time) for time in request.preferred_times.all()] == ["Tue, Nov. 24, morning"]


def test_days_that_have_passed_since_need_not_be_chosen_again(sent):
    request = AppointmentRequest.objects.get()
    with time_machine.travel("2026-12-15T15:00:00+00:00", tick=False):
        draft = RequestDraft.objects.get()
        draft.created_at, draft.expires_at = timezone.now(), timezone.now() + datetime.timedelta(minutes=30)
        draft.save()
        answer(sent, "contact", "?change=1", phone="919-555-0199")
        assert sent.get(AMEND).status_code == 200
        send_changes(sent)
    assert changes() == [("Phone number", "(919) 555-0142", "(919) 555-0199")]
    assert request.preferred_times.count() == 2


def test_times_and_clinics_are_replaced_and_the_caregiver_goes_when_the_patient_asks(sent):
    answer(sent, "who", "?change=1", asks_for="someone_else")
    assert sent.get(AMEND).url == f"{START}caregiver/?missing=1"
    answer(sent, "caregiver", "?missing=1")
    answer(sent, "visit", "?change=1", visit_type="either")
    answer(sent, "locations", "?change=1")
    answer(sent, "times", "?change=1", day_1="2026-12-01", half_1="afternoon", day_2="")
    send_changes(sent)
    request = AppointmentRequest.objects.get()
    assert request.caregiver_name == "Kim Carer"
    assert [location.slug for location in request.preferred_locations.all()] == ["raleigh"]
    assert [str(time) for time in request.preferred_times.all()] == ["Tue, Dec. 1, afternoon"]
    answer(sent, "who", "?change=1")
    send_changes(sent)
    request.refresh_from_db()
    assert (request.caregiver_name, request.caregiver_consent) == ("", False)


def test_a_late_yes_in_the_safety_check_makes_it_urgent_and_a_no_does_not_undo_it(sent):
    assert answer(sent, "safety", "?change=1", urgent_symptoms="yes").url == f"{START}emergency/?change=1"
    assert sent.post(f"{START}emergency/?change=1", {"acknowledged": "on"}).url == AMEND
    send_changes(sent)
    assert AppointmentRequest.objects.get().priority == "urgent"
    answer(sent, "safety", "?change=1")
    send_changes(sent)
    request = AppointmentRequest.objects.get()
    assert (request.priority, request.urgent_symptoms) == ("urgent", False)


def test_once_times_are_offered_only_contact_and_needs_can_change_in_place(
    sent, scheduler, clinic, physician, give_hours
):
    answer(sent, "visit", "?change=1", visit_type="in_person")
    at_the_clinic = wanted(give_hours(physician), clinic)
    offer(AppointmentRequest.objects.get(), scheduler, at_the_clinic, off_rules_reason="agreed")
    assert sent.get(f"{START}visit/?change=1").url == DONE
    assert sent.get(f"{START}contact/?change=1").status_code == 200
    response = send_changes(sent)
    assert response.status_code == 409
    assert "Please call us." in response.content.decode()
    assert changes() == []
    sent.post(AMEND, {"drop": "1"})
    answer(sent, "contact", "?change=1", phone="919-555-0199")
    assert send_changes(sent).url == f"{DONE}?changed=1"
    assert len(changes()) == 1


def test_another_tab_that_changed_more_is_shown_before_anything_is_written(sent, monkeypatch):
    answer(sent, "condition", condition="not-sure")
    draft = RequestDraft.objects.get()

    def change_first(*pairs):
        raise AssertionError("nothing may be counted or written")

    monkeypatch.setattr("appointments.services.requests.amendments.use", change_first)
    original = RequestDraft.objects.select_for_update

    def lock(**kwargs):
        RequestDraft.objects.filter(pk=draft.pk).update(answers=draft.answers | {"needs": {"language": ["es"]}})
        return original(**kwargs)

    monkeypatch.setattr(RequestDraft.objects, "select_for_update", lock)
    assert send_changes(sent).url == AMEND
    assert changes() == []


def test_two_devices_that_amend_lose_nothing_of_each_other(sent, scheduler):
    request = AppointmentRequest.objects.get()
    other = Client()
    _draft, secret = start_draft(answers={}, request=request)
    other.cookies["request_draft"] = secret
    answer(sent, "needs", "?change=1", language="es")
    shown = re.search(r'name="shown" value="(\w+)"', sent.get(AMEND).content.decode()).group(1)
    answer(other, "needs", "?change=1", needs=["wheelchair"], needs_note="I cannot climb stairs.")
    assert send_changes(other).url == f"{DONE}?changed=1"
    response = sent.post(AMEND, {"send": "1", "shown": shown})
    assert response.status_code == 409
    assert "Something has changed since you opened this page." in response.content.decode()
    request.refresh_from_db()
    assert (request.language, request.needs_note) == ("", "I cannot climb stairs.")


def test_the_service_refuses_answers_that_were_worked_out_from_an_older_request(sent):
    request = AppointmentRequest.objects.select_related("condition", "physician").get()
    before = RequestAnswers.of(request)
    AppointmentRequest.objects.update(needs_note="Changed first.")
    with pytest.raises(AnswersChanged):
        amend_request(
            draft_id=RequestDraft.objects.get().pk,
            seen={},
            before=before,
            answers=dataclasses.replace(before, language="es"),
            network_address="198.51.100.7",
        )
    assert changes() == []


def test_a_change_of_address_counts_like_a_request_and_queues_one_mail(sent):
    Notification.objects.update(state=Notification.State.SENT)
    for number in range(5):
        answer(sent, "contact", "?change=1", email=f"victim+{number}@example.com")
        response = send_changes(sent)
    assert response.status_code == 429
    assert Notification.objects.filter(kind="link").count() <= 3
    assert AppointmentRequest.objects.get().email == "victim+2@example.com"


def test_by_the_link_neither_name_nor_date_of_birth_can_be_changed(sent):
    request = AppointmentRequest.objects.get()
    with time_machine.travel("2026-11-16T15:05:00+00:00", tick=False):
        _draft, secret = start_draft(answers={}, request=request)
        sent.cookies["request_draft"] = secret
        assert sent.get(f"{START}patient/?change=1").url == DONE
        assert answer(sent, "patient", "?change=1", legal_name="Someone Else").url == DONE
        assert sent.get(f"{START}contact/?change=1").status_code == 200


def test_a_closed_request_is_not_changed_and_says_what_it_is(sent):
    request = AppointmentRequest.objects.get()
    answer(sent, "needs", "?change=1", language="es")
    cancel_request(request_id=request.pk, reason="")
    assert sent.get(AMEND).url == DONE
    assert sent.post(AMEND, {"send": "1"}).url == DONE
    page = sent.get(DONE).content.decode()
    assert "You have canceled this request." in page
    assert "We'll send the link" not in page


def test_a_draft_ends_after_six_hours_whatever_is_asked(sent):
    draft = RequestDraft.objects.get()
    with time_machine.travel(draft.created_at + datetime.timedelta(hours=5, minutes=50), tick=False):
        RequestDraft.objects.update(expires_at=timezone.now() + datetime.timedelta(minutes=1))
        assert sent.post(f"{START}extend/", headers={"Accept": "application/json"}).json() == {"seconds": 600}


def test_the_amendment_takes_at_most_seven_queries(sent, django_assert_max_num_queries):
    answer(sent, "contact", "?change=1", phone="919-555-0199")
    answer(sent, "visit", "?change=1", visit_type="in_person")
    for address in (AMEND, f"{START}contact/?change=1", f"{START}doctor/?change=1", f"{START}visit/?change=1"):
        with django_assert_max_num_queries(7):  # one asks for emergency notices
            assert sent.get(address).status_code == 200
