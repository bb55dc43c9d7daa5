"""Times are offered: the patient takes one, puts it in a calendar, moves it and cancels it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from . import on_page
from .asking import open_own_page
from .axe import finds_nothing
from .requests_with_offers import TIMES, offered

WAYS = 2  # with and without JavaScript


@pytest.fixture(scope="module")
def requests_with_offers(site):
    return iter(offered(site, WAYS))


def press(page, kind, name):
    page.get_by_role(kind, name=name, exact=True).click()


def when(page):
    return on_page.text_of(page.locator(".visit-card__when")).replace("\n", " at ")


def test_a_time_is_taken_kept_in_a_calendar_moved_and_canceled(page, has_script, site, requests_with_offers):
    own_page, reference = next(requests_with_offers)
    open_own_page(page, own_page)
    press(page, "button", "Book this time")  # without a choice
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator("#error-summary")).to_be_focused()
    press(page, "link", "Choose one of the times, or tell us that none of them works for you.")
    expect(page.get_by_role("radio")).to_have_count(TIMES)
    expect(page.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    chosen = on_page.text_of(page.locator(".choice").nth(1).locator("label"))
    press(page, "button", "Book this time")

    expect(page.locator(".visit-card__state")).to_have_text("Your visit is booked")
    booked = when(page)
    assert booked.replace(" at ", "\n") in chosen
    if has_script:
        expect(page.get_by_role("button", name="Print this page")).to_be_visible()
        finds_nothing(page)  # axe is a script, too
    with page.expect_download() as download:
        press(page, "link", "Add to your calendar")
    calendar = Path(download.value.path()).read_text()
    assert download.value.suggested_filename == "visit.ics"
    assert "SEQUENCE:0" in calendar

    press(page, "link", "Move my visit")
    expect(page.locator(".lead")).to_contain_text(booked)
    press(page, "button", "Continue")
    expect(page.locator("#error-summary")).to_be_focused()
    press(page, "link", "Later days")
    page.locator(".choice label").last.click()
    press(page, "button", "Continue")
    expect(page.get_by_role("button", name="Yes, move my visit")).to_be_visible()
    new = on_page.text_of(page.locator(".facts strong"))
    press(page, "button", "Yes, move my visit")
    expect(page.get_by_role("status")).to_contain_text("Your visit has been moved.")
    assert when(page) == new != booked

    press(page, "link", "Cancel my visit")
    press(page, "link", "No, keep it")
    press(page, "link", "Cancel my visit")
    press(page, "button", "Yes, cancel my visit")
    expect(page.locator("main")).to_contain_text(f"The visit on {new} is canceled.")
    expect(page.get_by_role("button", name="I still want an appointment")).to_be_visible()
    assert site.rows(
        "SELECT a.status, a.sequence FROM appointments_appointment a JOIN appointments_appointmentrequest r"
        " ON r.id = a.request_id WHERE r.reference = %s AND a.sequence > 0",
        reference.replace("-", ""),
    ) == [("cancelled", 2)]
