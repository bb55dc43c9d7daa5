"""A patient whose doctor is away is told so with the times that are offered instead."""

import pytest
from django.core import mail
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from appointments.mail.desk_numbers import desk_numbers
from appointments.models import AvailabilityRule, TimeOff
from appointments.services.visits.offers import withdraw_offer
from physicians.models import Physician
from physicians.services.departures import record_departure

from .at_desk import buttons_on, press, words_of
from .test_ends_are_told import sent
from .test_patient_page_offers import text_of
from .visits import at, book, offer, seen, wanted

CANT = (
    "Ana Lopez, MD can't see you on Tuesday, November 24, 2026 at 9:00 a.m. EST, so your appointment can't take place"
)
STILL = "still booked"
ON_PAGE = "The doctor can't see you at the time of your visit, so it can't take place then."


@pytest.fixture
def record(visiting, make_request, scheduler, clinic):
    request = make_request()
    book(request, scheduler, wanted(visiting, clinic))
    return request


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def off_on(physician, day):
    TimeOff.objects.create(physician=physician, period=DateTimeTZRange(at(f"{day} 00:00"), at(f"{day} 23:59")))


@pytest.mark.parametrize("times", [["2026-11-25 09:00"], ["2026-11-25 09:00", "2026-11-25 09:40"]])
def test_the_offer_says_that_the_visit_cant_take_place(
    opened, own_page, record, scheduler, visiting, clinic, times, now
):
    sent()
    off_on(visiting, "2026-11-24")
    offered = offer(record, scheduler, *(wanted(visiting, clinic, time) for time in times))
    kinds, body = sent()
    assert kinds == ["offered"]
    for text in (body, text_of_html(mail.outbox[-1])):
        assert CANT in text
        assert STILL not in text
        assert ("one of these times" in text, "none of them" in text) == (len(times) > 1, len(times) > 1)
        assert ("this time" in text) == (len(times) == 1)
    page = text_of(opened.get(own_page))
    assert f"{ON_PAGE} We're holding other times for you. Please choose one below." in page
    assert "This visit can't take place" in page
    for words in (STILL, "Your visit is booked", "Add to your calendar", "What to bring"):
        assert words not in page
    now.shift(60)
    withdraw_offer(**seen(record), actor=scheduler)
    kinds, body = sent()
    assert (kinds, CANT in body, STILL in body) == (["offer_ended"], True, False)
    assert f"{ON_PAGE} We're looking for another time for you." in text_of(opened.get(own_page))
    assert desk_numbers().doctor_away == 1
    assert offered.appointments.count() == len(times)


def text_of_html(message):
    return " ".join(message.alternatives[0][0].replace("&#x27;", "'").split())


def test_with_the_doctor_there_the_visit_is_still_booked_until_another_time_is_chosen(
    opened, own_page, record, scheduler, visiting, clinic
):
    sent()
    offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert STILL in sent()[1]
    page = text_of(opened.get(own_page))
    assert STILL in page
    assert "can't take place" not in page


def test_a_visit_without_a_doctor_cant_be_kept_with_one_button(desk, record, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    assert "keep" in buttons_on(desk, record)
    off_on(visiting, "2026-11-24")
    assert "keep" not in buttons_on(desk, record)
    refused = press(desk, record, "keep")
    assert (refused.status_code, "its doctor won't be there" in words_of(refused)) == (409, True)
    page = words_of(desk.get(record.get_absolute_url()))
    assert "Ana Lopez is off at this time. Other times are offered. If the patient chooses none of them, call." in page
    off_on(visiting, "2026-11-25")
    page = words_of(desk.get(record.get_absolute_url()))
    assert "Ana Lopez is off at this time. The patient hasn't been told" in page
    assert "The patient has no time left to choose." in page
    press(desk, record, "seen_anyway", reason="Comes in for it.")
    assert "keep" in buttons_on(desk, record)


def test_other_times_than_those_of_a_doctor_who_left_are_said_to_be_offered(
    desk, record, scheduler, visiting, clinic, make_physician, give_hours
):
    other = give_hours(make_physician("bo-berg", family_name="Berg"))
    record_departure(physician=visiting, by=scheduler, note="", now=timezone.now())
    Physician.objects.filter(pk=visiting.pk).update(live=False)
    assert "The patient hasn't been told. Find another doctor." in words_of(desk.get(record.get_absolute_url()))
    offer(record, scheduler, wanted(other, clinic, "2026-11-25 09:00"))
    page = words_of(desk.get(record.get_absolute_url()))
    assert "hasn't been told" not in page
    assert "Other times are offered. If the patient chooses none of them, call." in page


def test_hours_that_were_taken_away_are_in_the_red_box_too(desk, record, visiting):
    AvailabilityRule.objects.filter(physician=visiting).delete()
    page = words_of(desk.get(record.get_absolute_url()))
    assert "Ana Lopez no longer has hours at this time. The patient hasn't been told, and gets no reminder." in page


def test_an_offered_time_without_a_doctor_is_marked_and_has_no_button(desk, make_request, scheduler, visiting, clinic):
    asked = make_request()
    made = offer(asked, scheduler, *(wanted(visiting, clinic, f"2026-11-{day} 09:00") for day in (24, 25)))
    assert button_times(desk, asked) == set(made.appointments.values_list("pk", flat=True))
    off_on(visiting, "2026-11-24")
    lost, held = made.appointments.order_by("period")
    assert button_times(desk, asked) == {held.pk}
    page = words_of(desk.get(asked.get_absolute_url()))
    assert "Ana Lopez is off at this time. The patient can't choose it." in page
    assert "A doctor won't be there at an offered time." in page
    assert "Withdraw the times and offer others" in page
    assert "The patient can't choose that time." in page
    refused = words_of(press(desk, asked, "accept", appointment=lost.pk))
    assert "is away at that time" in refused
    assert "What you filled in is still there." not in refused


def button_times(desk, request):
    page = desk.get(request.get_absolute_url()).content.decode().split('name="appointment" value="')[1:]
    return {int(part.split('"')[0]) for part in page}
