"""Someone who has no e-mail is called until they know, in their language, and can answer on the phone."""

import datetime

import pytest

from appointments.models import AppointmentRequest, Notification
from appointments.services.requests.contact_attempts import call_back_by
from appointments.workflow import Status
from tests import factories

from .at_desk import QUEUE, press, words_of
from .visits import at, offer, wanted

CALL = {"tab": "call"}
LEFT = {"channel": "phone", "outcome": "left_message"}
REACHED = {"channel": "phone", "outcome": "reached"}


@pytest.fixture
def record(visiting, make_request):
    """A request of someone without e-mail, whose daughter asks."""
    record = make_request()
    AppointmentRequest.objects.filter(pk=record.pk).update(
        email="",
        language="es",
        needs=["interpreter"],
        caregiver_name="Lena Doe",
        caregiver_relationship="child",
        caregiver_phone=factories.phone("919-555-0116"),
        caregiver_consent=True,
    )
    Notification.objects.all().delete()
    record.refresh_from_db()
    return record


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def test_a_message_about_held_times_brings_the_call_back_on_the_next_business_day(
    desk, record, scheduler, visiting, clinic, now
):
    made = offer(record, scheduler, wanted(visiting, clinic))
    assert "Try again on Tuesday, November 17." in words_of(press(desk, record, "contact", **LEFT, follow=True))
    assert "Call 0" in words_of(desk.get(QUEUE))
    now.shift(datetime.timedelta(days=1))
    row = words_of(desk.get(QUEUE, CALL))
    assert "Call 1" in row
    assert "Offer the times that are held for the patient." in row
    press(desk, record, "contact", **LEFT, next_on="2026-11-17")
    assert record.contact_attempts.last().next_on == datetime.date(2026, 11, 17)
    press(desk, record, "contact", **REACHED)
    assert made.notifications.get().told_in == record.contact_attempts.last()
    assert "Call 0" in words_of(desk.get(QUEUE))


@pytest.mark.parametrize(
    ("held_until", "day"), [("2026-11-18 10:00", 17), ("2026-11-17 10:00", 17), ("2026-11-17 02:40", 16)]
)
def test_another_call_comes_before_the_hold_ends(now, db, held_until, day):
    assert call_back_by(at(held_until)) == datetime.date(2026, 11, day)


def test_a_call_says_its_number_its_language_and_until_when_times_are_held(desk, record, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic))
    call = (
        *("(919) 555-0116 Lena Doe (Son or daughter)", "(919) 555-0142 the patient"),
        *("may leave a message", "Español (Spanish)", "Interpreter", "(held until Wed, Nov. 18, 5:00 p.m.)"),
    )
    form = words_of(desk.get(record.get_absolute_url())).partition("Contact attempt")[2].partition("Save attempt")[0]
    for said in call:
        assert said in words_of(desk.get(QUEUE, CALL))
        assert said in form


def test_an_answer_on_the_phone_is_the_patients_and_the_request_is_back_in_review(desk, record, now):
    press(desk, record, "ask", text="Which clinic?")
    assert "Question: to be told by phone" in words_of(desk.get(record.get_absolute_url()))
    now.shift(datetime.timedelta(days=1))
    for wrong, sentence in (
        (REACHED, "Write the patient's answer, or choose the day to ask again."),
        (LEFT | {"answer": "Cary."}, "choose “Reached”, or clear the answer."),
    ):
        response = press(desk, record, "contact", **wrong)
        assert (response.status_code, sentence in words_of(response)) == (409, True)
    assert record.contact_attempts.count() == 0
    page = words_of(press(desk, record, "contact", **REACHED, answer="Cary, please.", follow=True))
    record.refresh_from_db()
    assert (record.status, record.answer_by) == (Status.IN_REVIEW, datetime.date(2026, 11, 19))
    assert record.clock_since is not None
    assert "The patient wrote: Cary, please." in page
    assert "Question: told by phone" in page
    assert "to be told by phone" not in page
    assert "answer to our question" not in page
    late = press(desk, record, "contact", **REACHED, answer="Late.")
    assert (late.status_code, "Late." in late.content.decode()) == (409, True)


def test_someone_who_answers_later_is_asked_again(desk, record):
    press(desk, record, "ask", text="Which clinic?")
    assert press(desk, record, "contact", **REACHED, next_on="2026-11-17").status_code == 302
    record.refresh_from_db()
    assert (record.status, record.next_contact_on) == (Status.WAITING_ON_PATIENT, datetime.date(2026, 11, 17))


def test_a_message_that_is_not_allowed_has_to_be_confirmed(desk, record):
    AppointmentRequest.objects.filter(pk=record.pk).update(may_leave_message=False)
    response = press(desk, record, "contact", **LEFT, text="Rang.")
    assert response.status_code == 409
    assert "The patient doesn't allow messages." in words_of(response)
    assert "Rang." in response.content.decode()
    assert press(desk, record, "contact", channel="letter", outcome="left_message").status_code == 302
    assert press(desk, record, "contact", **LEFT, left_anyway="on").status_code == 302
    assert record.contact_attempts.count() == 2
