"""A nurse's review: who may end it, and what it changes for those who look for a time."""

import datetime
import re

import pytest

from appointments.guards.refusals import Refused
from appointments.models import AppointmentRequest, NurseReview, PreferredTime
from appointments.services.requests.nurse_reviews import ask_for_nurse_review, finish_nurse_review
from appointments.services.visits.free_time_value import value_of, wanted_from
from appointments.services.visits.offers import withdraw_offer

from .at_desk import QUEUE, buttons_on, press, words_of
from .visits import at, offer, seen, wanted


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def record(visiting, make_request):
    """A request whose patient wishes a morning in two weeks."""
    record = make_request()
    record.preferred_times.all().delete()
    PreferredTime.objects.create(request=record, rank=1, date=datetime.date(2026, 12, 1), half="morning")
    return record


def urgent(record, scheduler, nurse, **more):
    ask_for_nurse_review(request_id=record.pk, actor=scheduler)
    finish_nurse_review(request_id=record.pk, actor=nurse, priority="urgent", text="See this week.", **more)
    record.refresh_from_db()


def suggested(desk, record):
    page = desk.get(record.get_absolute_url()).content.decode()
    values = re.search(r'name="suggested" value="([^"]+)"', page)[1].split(",")
    return [wanted_from(value) for value in values]


def test_a_review_is_given_to_a_nurse_and_only_a_nurse_ends_it(desk, client, record, scheduler, nurse):
    press(desk, record, "ask_nurse", nurse=nurse.pk)
    assert "Nurse review: Noor Nurse" in words_of(desk.get(QUEUE, {"tab": "nurse"}))
    assert "Nurse review needed. It's with Noor Nurse." in words_of(desk.get(record.get_absolute_url()))
    assert "nurse_review" not in buttons_on(desk, record)
    response = press(desk, record, "nurse_review", priority="routine")
    assert (response.status_code, "Only a nurse can end the review." in words_of(response)) == (409, True)
    with pytest.raises(Refused, match="Only a nurse"):
        finish_nurse_review(request_id=record.pk, actor=scheduler, priority="routine", text="")
    client.force_login(nurse)
    press(client, record, "nurse_review", priority="urgent", text="See this week.", see_by="2026-11-20")
    record.refresh_from_db()
    assert (record.nurse_review, record.priority, record.nurse) == (NurseReview.DONE, "urgent", nurse)
    assert press(client, record, "nurse_review", priority="routine").status_code == 409


def test_a_scheduler_is_no_nurse_to_give_it_to(desk, record, colleague):
    assert press(desk, record, "ask_nurse", nurse=colleague.pk).status_code == 422
    press(desk, record, "ask_nurse")
    record.refresh_from_db()
    assert (record.nurse_review, record.nurse) == (NurseReview.NEEDED, None)


def test_what_the_nurse_found_is_at_the_top_of_the_page(desk, record, scheduler, nurse):
    urgent(record, scheduler, nurse, see_by=datetime.date(2026, 11, 20))
    words = words_of(desk.get(record.get_absolute_url()))
    found = "Nurse review by Noor Nurse: urgent. See the patient by Friday, November 20. See this week."
    assert found in words
    assert words.index(found) < words.index("Free times that fit")


def test_rows_that_no_one_has_claimed_say_that_a_nurse_has_reviewed_them(desk, record, make_request, scheduler, nurse):
    make_request()
    urgent(record, scheduler, nurse)
    assert desk.get(QUEUE).content.decode().count("Nurse reviewed") == 1
    press(desk, record, "claim")
    assert "Nurse reviewed" not in words_of(desk.get(QUEUE, {"tab": "mine"}))


def test_urgent_shortens_the_promise_and_the_next_one(record, scheduler, nurse, visiting, clinic):
    assert record.answer_by == datetime.date(2026, 11, 18)
    urgent(record, scheduler, nurse)
    assert record.answer_by == datetime.date(2026, 11, 17)
    offer(record, scheduler, wanted(visiting, clinic))
    withdraw_offer(**seen(record), actor=scheduler)
    record.refresh_from_db()
    assert record.answer_by == datetime.date(2026, 11, 17)


def test_urgent_suggests_the_soonest_times_and_routine_the_wishes(desk, record, scheduler, nurse):
    assert suggested(desk, record)[0].start == at("2026-12-01 09:00")
    urgent(record, scheduler, nurse)
    starts = [time.start for time in suggested(desk, record)]
    assert starts == [at(f"2026-11-17 {clock}") for clock in ("10:20", "11:00")] + [at("2026-11-18 09:00")]


def test_a_day_of_the_nurse_that_cannot_be_kept_is_said(desk, record, scheduler, nurse):
    urgent(record, scheduler, nurse, see_by=datetime.date(2026, 11, 16))
    assert "No free time until Monday, November 16, the nurse's last day." in words_of(
        desk.get(record.get_absolute_url())
    )


def test_an_offer_before_the_review_is_done_asks_first(desk, record, scheduler, visiting, clinic):
    ask_for_nurse_review(request_id=record.pk, actor=scheduler)
    time = value_of(wanted(visiting, clinic))
    for button in ("offer", "book"):
        response = press(desk, record, button, times=[time])
        assert response.status_code == 422
        assert "A nurse hasn't reviewed this yet. Wait" in words_of(response)
        assert f'value="{time}" checked' in response.content.decode()
    press(desk, record, "offer", times=[time], before_review="on")
    record.refresh_from_db()
    assert record.status == "offered"


def test_one_click_names_different_times_with_doctor_and_place(desk, record, make_physician, give_hours, visiting):
    give_hours(make_physician("bo-berg", given_name="Bo", family_name="Berg"))
    AppointmentRequest.objects.filter(pk=record.pk).update(physician=None)
    starts = [time.start for time in suggested(desk, record)]
    assert starts == [at(f"2026-12-01 {clock}") for clock in ("09:00", "09:40", "10:20")]
    words = words_of(desk.get(record.get_absolute_url()))
    assert re.search(
        r"Offer Tue, Dec. 1, 9:00 a.m.[^;]* with (Ana Lopez|Bo Berg), Raleigh clinic.* and take next", words
    )
