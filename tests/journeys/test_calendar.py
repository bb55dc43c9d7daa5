"""A scheduler works with the calendar by the keyboard alone; and axe looks at its pages."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from . import axe
from .asking import sign_in_scheduler
from .free_days import free_day
from .keyboard import Keyboard

CALENDAR = "/admin/appointments/appointmentrequest/calendar/"


@pytest.fixture
def open_day(site):
    """A day with free times: the address of the day before it, and the physician's name."""
    free = free_day(site, times=4)
    before = datetime.date.fromisoformat(free["day"]) - datetime.timedelta(days=1)
    return f"{CALENDAR}?date={before}&physician={free['physician']}", free["name"]


def to_the_table(keys, name):
    """Go to the column's heading, and on to the one stop of the table."""
    keys.to(name)
    keys.press("Tab")
    assert re.match(r"\d+:\d\d [ap]\.m\. Free", keys.stop())


def enter(keys, title):
    """Press Enter, which leads to a page with another title."""
    keys.press("Enter")
    expect(keys.page).to_have_title(re.compile(f"^{title}"))


def enter_caller(keys, name):
    """From a free time: a new request for someone who calls; ends on the time's page again."""
    keys.to("New request for a caller")
    enter(keys, "New request")
    keys.fill("Legal name", name)
    keys.fill("Date of birth", "03/27/1962")
    keys.fill("Phone", "919-555-0142")
    keys.to("Yes")  # we may leave a message
    keys.press("Space")
    enter(keys, "A free time")


def said(keys, words):
    expect(keys.page.locator(".messagelist")).to_contain_text(re.compile(words))


def test_a_visit_is_booked_and_moved_and_times_are_offered_with_the_keys_alone(open_page, site, open_day):
    page = open_page(reduced_motion="reduce")
    sign_in_scheduler(page, site)
    before, name = open_day
    keys = Keyboard(page)
    page.goto(before)
    keys.press("Alt+n")
    free = page.locator(".calendar .block--free")
    expect(free.first).to_be_visible()
    axe.finds_nothing_in_light_and_dark(page)
    to_the_table(keys, name)
    first = keys.stop()
    keys.press("ArrowDown")
    assert keys.stop() != first
    keys.press("ArrowUp")
    assert keys.stop() == first

    enter(keys, "A free time")
    enter_caller(keys, "Cal Caller")
    axe.finds_nothing_in_light_and_dark(page)
    keys.to("Book: agreed with the patient")
    keys.press("Enter")
    said(keys, "Cal Caller, .*: Booked")

    to_the_table(keys, name)
    keys.press("ArrowUp")
    assert keys.stop() == "Move Cal Caller"
    keys.press("Enter")
    expect(page.locator(".placing")).to_contain_text("Moving a visit: Cal Caller")
    to_the_table(keys, name)
    keys.press("ArrowDown")
    enter(keys, "A free time")
    keys.to("Move the visit here")
    keys.press("Enter")
    said(keys, "Cal Caller, .*: Moved to")

    to_the_table(keys, name)
    enter(keys, "A free time")
    enter_caller(keys, "Ofelia Offered")
    keys.to("Choose another time as well")
    keys.press("Enter")
    expect(page.locator(".placing")).to_contain_text("Chosen for the offer")
    keys.to(name)
    keys.press("Tab", "ArrowDown", "ArrowDown", "ArrowDown")
    enter(keys, "A free time")
    keys.to("Offer these 2 times")
    keys.press("Enter")
    said(keys, "Ofelia Offered, .*: 2 times are held")
    expect(page.locator(".calendar .block--offered")).to_have_count(2)

    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".calendar-list .block--offered").first).to_be_visible()
    expect(page.locator(".calendar")).to_be_hidden()
    axe.finds_nothing_in_light_and_dark(page)
