"""The patient's own page: where the request stands, change, cancel."""

import datetime

import pytest

from appointments.models import AnswerChange, RequestDraft
from appointments.services.requests.closing import close_request
from appointments.workflow import Status

from .form_answers import BORN, START, answer
from .test_amendments import send_changes
from .visits import seen


@pytest.fixture(autouse=True)
def clock(now):
    return now


@pytest.fixture
def record(make_request):
    return make_request()


def test_it_says_where_the_request_stands_and_by_when_we_act(opened, own_page):
    page = opened.get(own_page).content.decode()
    assert "We have your request and will read it soon." in page
    assert "We'll contact you by <strong>Wednesday, November 18</strong>" in page
    for answer_given in ("Tumors of the spine", "My lower back hurts at night.", "(919) 555-0142", "March 27, 1962"):
        assert answer_given in page


@pytest.mark.parametrize("action", ["change", "cancel", "take-back"])
def test_nothing_can_be_done_before_the_date_of_birth_is_given(client, own_page, record, action):
    assert client.post(f"{own_page}{action}/").url == own_page
    assert client.post(f"/appointments/manage/AAAA/{action}/").url == "/appointments/manage/AAAA/"
    record.refresh_from_db()
    assert record.status == Status.SUBMITTED
    assert not RequestDraft.objects.exists()


def test_an_answer_is_changed_through_the_same_pages(opened, own_page, record, directory):
    response = opened.post(f"{own_page}change/", {"step": "contact"})
    assert response.url == f"{START}contact/?change=1"
    page = opened.get(response.url).content.decode()
    assert 'value="(919) 555-0142"' in page
    answer(opened, "contact", "?change=1", phone="919-555-0199", may_leave_message="on")
    assert send_changes(opened).url == f"{START}done/?changed=1"
    record.refresh_from_db()
    assert record.phone.as_national == "(919) 555-0199"
    assert list(AnswerChange.objects.values_list("question", flat=True)) == ["Phone number"]


def test_a_step_that_does_not_exist_opens_all_answers(opened, own_page):
    assert opened.post(f"{own_page}change/", {"step": "../admin"}).url == f"{START}amend/"


def test_it_stays_open_for_half_an_hour_after_the_last_page(opened, own_page, clock):
    for page in ("", "cancel/", ""):
        clock.shift(datetime.timedelta(minutes=29))
        assert opened.get(own_page + page).status_code == 200
        assert "date_of_birth" not in opened.get(own_page + page).content.decode()
    clock.shift(datetime.timedelta(minutes=31))
    assert "date_of_birth" in opened.get(own_page).content.decode()


def test_what_was_typed_for_another_request_on_this_device_is_not_thrown_away(opened, own_page, directory):
    opened.post(START)
    answer(opened, "safety")
    response = opened.post(f"{own_page}change/", {"step": "contact"})
    assert response.url == f"{START}?unsent=1"
    assert "another request on this device that hasn't been sent" in opened.get(response.url).content.decode()
    assert RequestDraft.objects.get().answers["safety"] == {"urgent_symptoms": ["no"]}


def test_closing_it_on_this_device_asks_for_the_date_of_birth_again(opened, own_page):
    opened.post(f"{own_page}change/")
    assert "Close it on this device" in opened.get(own_page).content.decode()
    opened.post(f"{START}leave/")
    assert "date_of_birth" in opened.get(own_page).content.decode()
    assert not RequestDraft.objects.exists()


def test_cancelling_asks_first_and_is_recorded_as_the_patients(opened, own_page, record):
    assert opened.get(f"{own_page}cancel/").status_code == 200
    record.refresh_from_db()
    assert record.status == Status.SUBMITTED
    response = opened.post(f"{own_page}cancel/", {"reason": "  I feel better. "})
    assert response.url == own_page
    record.refresh_from_db()
    assert (record.status, record.closed_reason) == ("closed", "cancelled_by_patient")
    change = record.status_changes.last()
    assert (change.actor, change.reason) == (None, "I feel better.")
    page = opened.get(own_page).content.decode()
    assert "You have canceled this request." in page
    assert ">Change<" not in page
    assert opened.post(f"{own_page}cancel/").url == own_page
    assert record.status_changes.count() == 2


def test_a_cancellation_can_be_taken_back_for_seven_days(opened, own_page, record, clock):
    opened.post(f"{own_page}cancel/")
    clock.shift(datetime.timedelta(days=6, hours=23))
    opened.post(own_page, BORN)
    assert "I still want an appointment" in opened.get(own_page).content.decode()
    opened.post(f"{own_page}take-back/")
    record.refresh_from_db()
    assert record.status == Status.IN_REVIEW
    assert record.answer_by == datetime.date(2026, 11, 25)
    opened.post(f"{own_page}take-back/")
    assert record.status_changes.count() == 3


def test_after_seven_days_it_cannot(opened, own_page, record, clock):
    opened.post(f"{own_page}cancel/")
    clock.shift(datetime.timedelta(days=7, seconds=1))
    opened.post(own_page, BORN)
    assert "I still want an appointment" not in opened.get(own_page).content.decode()
    opened.post(f"{own_page}take-back/")
    record.refresh_from_db()
    assert record.status == Status.CLOSED


def test_staffs_own_closing_is_not_the_patients_to_open(opened, own_page, record, scheduler):
    close_request(**seen(record), actor=scheduler, reason="x", closed_reason="declined")
    opened.post(f"{own_page}take-back/")
    record.refresh_from_db()
    assert record.status == Status.CLOSED


def test_its_address_goes_to_no_other_page(opened, own_page):
    for address in (own_page, f"{own_page}cancel/"):
        response = opened.get(address)
        assert response["Referrer-Policy"] == "strict-origin"
        assert "no-store" in response["Cache-Control"]


def test_help_comes_before_what_is_wrong_with_alarming_words(opened, own_page, record):
    response = opened.post(f"{own_page}cancel/", {"reason": "I want to die. " * 200})
    main = response.content.decode().partition("<main")[2]
    assert 0 < main.index('href="tel:988"') < main.index("There is a problem")
