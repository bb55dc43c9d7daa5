"""A visit whose time is over waits at the desk until someone says how it went."""

import pytest

from appointments.mail.desk_numbers import desk_numbers, digest_lines
from appointments.workflow import Status

from .at_desk import QUEUE, press, words_of
from .visits import at, book, wanted

TAB = {"tab": "no_outcome"}
AFTER_IT, NEXT_DAY = at("2026-11-24 09:30"), at("2026-11-25 08:00")


@pytest.fixture
def booked(visiting, clinic, make_request, scheduler):
    record = make_request()
    book(record, scheduler, wanted(visiting, clinic))
    return record


@pytest.fixture
def desk(client, scheduler, now):
    def at_the_desk(moment):
        now.move_to(moment)
        client.force_login(scheduler)
        return client

    return at_the_desk


def test_a_visit_is_in_the_tab_from_its_end_with_its_day_and_its_buttons(desk, booked):
    assert booked.spoken_reference not in words_of(desk(at("2026-11-24 09:29")).get(QUEUE, TAB))
    assert "No outcome yet 1" in words_of(desk(AFTER_IT).get(QUEUE, TAB))
    page = words_of(desk(NEXT_DAY).get(QUEUE, TAB))
    row = "Tue, Nov. 24, 9:00 a.m. Ana Lopez, MD · Raleigh clinic Mark completed Mark no-show"
    assert f"{booked.spoken_reference} {row}" in page


@pytest.mark.parametrize("outcome", ["complete", "no_show"])
def test_it_leaves_the_tab_with_its_outcome_and_the_button_leads_back_there(desk, booked, outcome):
    client = desk(NEXT_DAY)
    after = press(client, booked, outcome, then="no_outcome")
    assert after.url == f"{QUEUE}?tab=no_outcome"
    assert "No outcome yet 0" in words_of(client.get(after.url))
    booked.refresh_from_db()
    assert booked.status == Status.CLOSED


def test_who_was_checked_in_and_forgotten_is_in_the_tab_too(desk, booked):
    press(desk(at("2026-11-24 09:00")), booked, "check_in")
    assert "Checked in Mark completed" in words_of(desk(NEXT_DAY).get(QUEUE, TAB))


def test_the_morning_mail_counts_them_and_leads_to_the_tab(booked, now):
    assert desk_numbers().no_outcome == 0
    now.move_to(NEXT_DAY)
    lines = digest_lines(desk_numbers())
    (line,) = (line for line in lines if line.words == "1 past visit has no outcome")
    assert line.link.endswith(f"{QUEUE}?tab=no_outcome")
