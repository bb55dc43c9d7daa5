"""The Back button shows nothing of a patient once someone has signed out, or closed their page on a shared device.

Playwright's Chromium keeps no pages in its memory, so the browser's own events are made by hand.
"""

import pytest
from playwright.sync_api import expect

from . import on_page
from .asking import open_own_page, sign_in_scheduler
from .requests_with_offers import offered

RESTORED = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))"
KEPT = "dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))"


@pytest.fixture
def request_at(site):
    """The path of a request's own page, and its reference."""
    [found] = offered(site, 1)
    return found


def test_a_request_is_hidden_in_the_browsers_memory_and_asked_for_again(open_page, site, request_at):
    page = open_page()
    sign_in_scheduler(page, site)
    page.get_by_role("searchbox").fill(request_at[1])
    page.get_by_role("button", name="Find").click()
    row = page.get_by_role("row").filter(has_text=request_at[1])
    expect(row).to_be_visible()
    on_page.evaluate(page, KEPT)
    expect(row).to_be_hidden()
    other = page.context.new_page()
    other.goto("/accounts/logout/")
    other.get_by_role("button", name="Sign out").click()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    with page.expect_navigation():
        on_page.evaluate(page, RESTORED)
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_patients_own_page_is_too(open_page, site, request_at):
    page = open_page(width=360, height=740)
    open_own_page(page, request_at[0])
    again = page.context.new_page()
    again.goto(request_at[0])
    on_page.evaluate(page, KEPT)
    expect(page.locator("main")).to_be_hidden()
    again.get_by_role("button", name="Close it on this device").click()
    expect(again.get_by_text("Your answers are no longer on this device.")).to_be_visible()
    with page.expect_navigation():
        on_page.evaluate(page, RESTORED)
    expect(page.get_by_label("Month")).to_be_visible()
    expect(page.get_by_role("heading", name="What you asked for")).to_have_count(0)
