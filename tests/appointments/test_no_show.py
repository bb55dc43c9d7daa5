"""A patient who didn't come is told without blame, can be called, and is offered a new time in one click."""

import pytest

from appointments.models import AppointmentRequest, ContactAttempt
from appointments.services.visits.visit_day import undo_outcome
from appointments.workflow import Status

from .at_desk import buttons_on, press, references, words_of
from .test_ends_are_told import sent
from .visits import at, book, seen, wanted

MINUTE = 60
MISSED = "We missed you at your appointment at WakeMed Spine on Tuesday, November 24, 2026 at 9:00 a.m. EST."


@pytest.fixture
def record(visiting, make_request, scheduler, clinic, now):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    sent()
    now.move_to(at("2026-11-24 10:00"))
    return request


@pytest.fixture
def desk(client, record, scheduler):
    client.force_login(scheduler)
    return client


def test_the_patient_is_told_a_quarter_of_an_hour_later(desk, record, now):
    assert "In 15 minutes, an email asks them to call us." in words_of(press(desk, record, "no_show", follow=True))
    now.shift(14 * MINUTE)
    assert sent()[0] == []
    now.shift(2 * MINUTE)
    kinds, body = sent()
    assert kinds == ["missed"]
    for words in (MISSED, "Things come up. If you still need to be seen, call us at (919) 555-0100"):
        assert words in body


def test_a_wrong_button_that_was_undone_is_told_to_no_one_and_pressed_again_once(desk, record, scheduler, now):
    press(desk, record, "no_show")
    undo_outcome(**seen(record), actor=scheduler)
    now.shift(20 * MINUTE)
    assert sent()[0] == []
    for _again in range(2):
        press(desk, record, "no_show")
        now.shift(MINUTE)
        undo_outcome(**seen(record), actor=scheduler)
    press(desk, record, "no_show")
    now.shift(20 * MINUTE)
    assert sent()[0] == ["missed"]


def test_without_e_mail_it_is_a_call(desk, record):
    AppointmentRequest.objects.update(email="", reach_by="phone")
    page = words_of(press(desk, record, "no_show", follow=True))
    assert "They have no email address: call them." in page
    assert "Say that we missed the patient, and find another time." in page
    assert references(desk, tab="call") == {record.spoken_reference}
    press(desk, record, "contact", channel="phone", outcome="reached")
    assert references(desk, tab="call") == set()


def test_a_call_can_be_logged_and_a_new_time_offered_in_one_click(desk, record):
    press(desk, record, "no_show")
    assert {"contact", "offer_again"} <= buttons_on(desk, record)
    page = words_of(desk.get(record.get_absolute_url()))
    assert "The visit was on Tuesday, November 24, 2026 at 9:00 a.m. EST, with Ana Lopez, MD." in page
    refused = press(desk, record, "contact", channel="phone", outcome="busy", next_on="11/25/2026")
    assert (refused.status_code, "no one would try again on that day" in words_of(refused)) == (409, True)
    press(desk, record, "contact", channel="phone", outcome="busy")
    assert ContactAttempt.objects.count() == 1
    page = words_of(press(desk, record, "offer_again", follow=True))
    record.refresh_from_db()
    assert record.status == Status.IN_REVIEW
    assert "Call the patient, or offer a time." in page
    assert "The patient missed the visit. We're finding another time." in page
    assert sent()[0] == []
    assert press(desk, record, "offer_again").status_code == 409
