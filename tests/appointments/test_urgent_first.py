"""Something urgent is promised sooner, comes first, and its page begins with the patient, not with an offer."""

import datetime
import re

import pytest
from django.core import mail
from django.core.management import call_command

from appointments.models import AppointmentRequest, NurseReview, Priority
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review
from appointments.services.requests.patient_questions import answer_question, ask_patient
from tests import factories

from .at_desk import QUEUE, press, words_of
from .test_messages import as_read
from .visits import seen

EMERGENCY = "I can't hold my urine and my legs are numb."
TOMORROW, USUAL = datetime.date(2026, 11, 17), datetime.date(2026, 11, 18)


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def send(visiting, hospital):
    return lambda **answers: factories.send_request(factories.make_answers(physician=visiting, **answers))


@pytest.mark.parametrize("answers", [{"reason": EMERGENCY}, {"urgent_symptoms": True}])
def test_the_urgent_promise_begins_with_the_request_and_ends_when_a_nurse_lowers_it(send, nurse, answers):
    request = send(**answers)
    assert (request.answer_by, send().answer_by) == (TOMORROW, USUAL)
    finish_nurse_review(request_id=request.pk, actor=nurse, priority="routine", text="")
    request.refresh_from_db()
    assert request.answer_by == USUAL


def test_an_alarming_answer_shortens_the_promise(send, scheduler, now):
    request = send()
    ask_patient(**seen(request), actor=scheduler, text="How is it?")
    now.shift(datetime.timedelta(days=3))
    answer_question(request_id=request.pk, text=EMERGENCY)
    request.refresh_from_db()
    assert request.answer_by == datetime.date(2026, 11, 20)


def test_what_no_nurse_has_reviewed_comes_before_what_one_has(desk, send, nurse):
    reviewed = send(reason=EMERGENCY)
    finish_nurse_review(request_id=reviewed.pk, actor=nurse, priority="urgent", text="")
    waiting = send(urgent_symptoms=True)
    AppointmentRequest.objects.filter(pk=waiting.pk).update(answer_by=USUAL)
    text = words_of(desk.get(QUEUE))
    assert text.index(waiting.spoken_reference) < text.index(reviewed.spoken_reference)


def test_while_a_review_waits_offering_is_a_quiet_button_that_says_so(desk, send, scheduler):
    request = send()
    solid = re.compile(r'class="desk-button(?: times__suggested)?"[^>]*(?:name="suggested"|/offer/)')
    assert solid.search(desk.get(request.get_absolute_url()).content.decode())
    ask_for_nurse_review(request_id=request.pk, actor=scheduler)
    page = desk.get(request.get_absolute_url())
    assert not solid.search(page.content.decode())
    assert "A nurse hasn't reviewed this yet." in words_of(page)
    suggested = re.search(r'name="suggested" value="([^"]+)"', page.content.decode())[1]
    assert press(desk, request, "offer", suggested=suggested).status_code == 422
    assert press(desk, request, "offer", suggested=suggested, before_review="on").status_code == 302


def test_who_reached_the_patient_is_beside_the_alarm_until_the_patient_writes_again(desk, send, nurse, now):
    request = send(reason=EMERGENCY)
    now.shift(datetime.timedelta(minutes=5))
    press(desk, request, "contact", channel="phone", outcome="no_answer")
    page = words_of(desk.get(request.get_absolute_url()))
    assert "tell them to call 911. Sam Scheduler tried at 10:05 a.m. (no answer)" in page
    press(desk, request, "contact", channel="phone", outcome="reached", text="Going to the ED.")
    desk.force_login(nurse)
    page = words_of(desk.get(request.get_absolute_url()))
    assert "Call the patient now" not in page
    said = "Reached by Sam Scheduler at 10:05 a.m. “Going to the ED.”"
    assert page.index(said) < page.index("Finish the review") < page.index("History")
    press(desk, request, "ask", text="And now?")
    now.shift(datetime.timedelta(minutes=5))
    answer_question(request_id=request.pk, text=EMERGENCY)
    page = words_of(desk.get(request.get_absolute_url()))
    assert said not in page
    assert "Call the patient now" in page


@pytest.mark.parametrize("email", ["pat@example.com", ""])
def test_someone_sent_to_the_emergency_department_is_closed_so_and_reads_nothing_wrong(desk, send, email):
    request = send(reason=EMERGENCY, email=email)
    call_command("send_notifications")
    mail.outbox.clear()
    assert (
        press(desk, request, "close", closed_reason="sent_to_emergency", reason="Going to the ED.").status_code == 302
    )
    call_command("send_notifications")
    request.refresh_from_db()
    assert (request.closed_reason, request.priority) == ("sent_to_emergency", Priority.URGENT)
    assert request.nurse_review == NurseReview.NEEDED
    assert not request.notifications.filter(state="to_call").exists()  # they know from the call
    assert len(mail.outbox) == bool(email)
    for message in mail.outbox:
        assert "If you have an emergency, call 911." in as_read(message.body)
        assert "If you still need an appointment, please call us." in as_read(message.body)
        assert "ED" not in message.body
