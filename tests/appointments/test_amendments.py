"""An answer that is changed after the send is offered as an amendment, and staff see what changed."""

import pytest
import time_machine

from appointments.models import AnswerChange, AppointmentRequest, Notification, RequestDraft
from appointments.services.claims import claim_request
from appointments.services.moves import move_request
from appointments.workflow import Status

from .flow import START, answer

AMEND = f"{START}amend/"
DONE = f"{START}done/"


@pytest.fixture
def sent(ready):
    """A browser from which a request was sent a minute ago."""
    with time_machine.travel("2026-11-16T15:01:00+00:00", tick=False):
        ready.post(f"{START}check/")
        yield ready


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
    assert "not sent yet" in sent.get(DONE).content.decode()
    assert AppointmentRequest.objects.get().reason == "It hurts.\nAt night."
    assert sent.post(AMEND, {"send": "1"}).url == f"{DONE}?changed=1"
    request = AppointmentRequest.objects.get()
    assert (request.condition, request.reason) == (None, "Now my leg is weak.")
    assert changes() == [
        ("Condition", "Tumors of the spine", "I'm not sure"),
        ("In your own words", "It hurts.\nAt night.", "Now my leg is weak."),
    ]
    assert "We have your changes" in sent.get(f"{DONE}?changed=1").content.decode()
    assert sent.post(AMEND, {"send": "1"}).url == f"{DONE}?changed=1"
    assert len(changes()) == 2


def test_a_late_answer_can_be_dropped(sent):
    answer(sent, "condition", condition="not-sure")
    assert sent.post(AMEND, {"drop": "1"}).url == DONE
    assert changes() == []
    assert "not sent yet" not in sent.get(DONE).content.decode()


def test_the_same_answer_again_changes_nothing(sent):
    assert answer(sent, "contact").url == AMEND
    assert "Send these changes" not in sent.get(AMEND).content.decode()
    sent.post(AMEND, {"send": "1"})
    assert changes() == []
    assert Notification.objects.filter(kind=Notification.Kind.LINK).count() == 0


def test_a_mistake_in_a_change_is_said_and_kept(sent):
    response = answer(sent, "contact", "?change=1", email="pat@")
    assert response.status_code == 422
    assert 'value="pat@"' in sent.get(f"{START}contact/?change=1").content.decode()
    assert sent.get(AMEND).status_code == 200
    assert AppointmentRequest.objects.get().email == "pat@example.com"


def test_a_new_address_gets_the_link(sent):
    answer(sent, "contact", "?change=1", email="new@example.com", phone="919-555-0199")
    sent.post(AMEND, {"send": "1"})
    request = AppointmentRequest.objects.get()
    assert request.email == "new@example.com"
    assert request.notifications.get(kind=Notification.Kind.LINK).cause.startswith("email-changed:")
    assert ("Phone number", "(919) 555-0142", "(919) 555-0199") in changes()


def test_a_change_that_needs_another_answer_asks_for_it_and_leaves_the_rest(sent):
    answer(sent, "visit", "?change=1", visit_type="in_person")
    page = sent.get(AMEND)
    assert page.status_code == 200
    assert "Any of them" in page.content.decode()
    answer(sent, "visit", "?change=1", visit_type="virtual")
    answer(sent, "state", "?change=1", patient_state="TX")
    assert sent.get(AMEND).url == f"{START}doctor/?missing=1"


def test_days_that_have_passed_since_need_not_be_chosen_again(sent):
    request = AppointmentRequest.objects.get()
    with time_machine.travel("2026-12-15T15:00:00+00:00", tick=False):
        draft = RequestDraft.objects.get()
        draft.expires_at = "2026-12-15T15:30:00+00:00"
        draft.save()
        answer(sent, "contact", "?change=1", phone="919-555-0199")
        assert sent.get(AMEND).status_code == 200
        sent.post(AMEND, {"send": "1"})
    assert changes() == [("Phone number", "(919) 555-0142", "(919) 555-0199")]
    assert request.preferred_times.count() == 2


def test_times_and_clinics_are_replaced_and_the_caregiver_goes_when_the_patient_asks(sent):
    answer(sent, "who", "?change=1", asks_for="somebody_else")
    assert sent.get(AMEND).url == f"{START}caregiver/?missing=1"
    answer(sent, "caregiver", "?missing=1")
    answer(sent, "visit", "?change=1", visit_type="either")
    answer(sent, "locations", "?change=1")
    answer(sent, "times", "?change=1", day_1="2026-12-01", half_1="afternoon", day_2="")
    sent.post(AMEND, {"send": "1"})
    request = AppointmentRequest.objects.get()
    assert request.caregiver_name == "Kim Carer"
    assert [location.slug for location in request.preferred_locations.all()] == ["raleigh"]
    assert [str(time) for time in request.preferred_times.all()] == ["Tue, Dec. 1, afternoon"]
    answer(sent, "who", "?change=1")
    sent.post(AMEND, {"send": "1"})
    request.refresh_from_db()
    assert (request.caregiver_name, request.caregiver_consent) == ("", False)


def test_a_late_yes_in_the_safety_check_makes_it_urgent_and_a_no_does_not_undo_it(sent):
    assert answer(sent, "safety", "?change=1", urgent_symptoms="yes").url == f"{START}emergency/?change=1"
    assert sent.post(f"{START}emergency/?change=1", {"acknowledged": "on"}).url == AMEND
    sent.post(AMEND, {"send": "1"})
    assert AppointmentRequest.objects.get().priority == "urgent"
    answer(sent, "safety", "?change=1")
    sent.post(AMEND, {"send": "1"})
    request = AppointmentRequest.objects.get()
    assert (request.priority, request.urgent_symptoms) == ("urgent", False)


def test_once_times_are_offered_only_contact_and_needs_can_change_in_place(sent, scheduler):
    request = claim_request(request_id=AppointmentRequest.objects.get().pk, actor=scheduler)
    answer(sent, "visit", "?change=1", visit_type="in_person")
    move_request(request_id=request.pk, seen_status="in_review", to=Status.OFFERED, actor=scheduler)
    assert sent.get(f"{START}visit/?change=1").url == DONE
    assert sent.get(f"{START}contact/?change=1").status_code == 200
    response = sent.post(AMEND, {"send": "1"})
    assert response.status_code == 409
    assert "Please call us." in response.content.decode()
    assert changes() == []
    sent.post(AMEND, {"drop": "1"})
    answer(sent, "contact", "?change=1", phone="919-555-0199")
    assert sent.post(AMEND, {"send": "1"}).url == f"{DONE}?changed=1"
    assert len(changes()) == 1


def test_another_tab_that_changed_more_is_shown_before_anything_is_written(sent, monkeypatch):
    answer(sent, "condition", condition="not-sure")
    draft = RequestDraft.objects.get()

    def change_meanwhile(*pairs):
        raise AssertionError("nothing may be counted or written")

    monkeypatch.setattr("appointments.services.amendments.use", change_meanwhile)
    original = RequestDraft.objects.select_for_update

    def lock(**kwargs):
        RequestDraft.objects.filter(pk=draft.pk).update(answers=draft.answers | {"needs": {"language": ["es"]}})
        return original(**kwargs)

    monkeypatch.setattr(RequestDraft.objects, "select_for_update", lock)
    assert sent.post(AMEND, {"send": "1"}).url == AMEND
    assert changes() == []


def test_the_amendment_takes_at_most_six_queries(sent, django_assert_max_num_queries):
    answer(sent, "contact", "?change=1", phone="919-555-0199")
    answer(sent, "visit", "?change=1", visit_type="in_person")
    for address in (AMEND, f"{START}contact/?change=1", f"{START}doctor/?change=1", f"{START}visit/?change=1"):
        with django_assert_max_num_queries(6):
            assert sent.get(address).status_code == 200
