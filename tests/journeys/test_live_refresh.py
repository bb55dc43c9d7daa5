"""A page of the desk keeps itself up to date while someone works on it, and stops when it can't."""

import re

from playwright.sync_api import expect

from . import axe, on_page
from .asking import sign_in_scheduler

TURN = 46_000  # milliseconds; a page asks every 45 seconds
QUEUE = "/admin/appointments/appointmentrequest/"
CALLER = {"date_of_birth": "03/27/1962", "phone": "919-555-0142"}
TYPED = re.compile("^half a sentence\n\nLeft a message: please call back at ")


def enter_caller(page, name):
    """Enter a request for someone who calls; returns its reference."""
    page.goto(f"{QUEUE}add/")
    for field, text in ({"legal_name": name} | CALLER).items():
        page.locator(f"#entry_{field}").fill(text)
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("In person").check()
    page.get_by_role("button", name="Save and see free times").click()
    return on_page.text_of(page.locator(".request-page__reference"))


def open_request(page, reference):
    page.goto(f"{QUEUE}?q={reference}")
    page.get_by_role("link", name=reference).click()
    expect(page.locator(".request-page__reference")).to_have_text(reference)


def release(page, reference):
    """Give a request back, so that it leaves “Mine”."""
    open_request(page, reference)
    page.get_by_role("button", name="Release").click()
    expect(page.locator(".messagelist")).to_contain_text("back in the queue")


def test_pages_keep_up_without_touching_what_someone_is_in_the_middle_of(open_page, site):
    page, other = open_page(reduced_motion="reduce"), open_page()
    page.clock.install()
    for each in (page, other):
        sign_in_scheduler(each, site)
    ticked, leaving = (enter_caller(other, f"Row {number}") for number in ("One", "Two"))
    words, row = page.locator(".live-words"), page.locator("#result_list tbody tr")

    # The page of a request says that it is out of date. Nothing on it moves.
    open_request(page, ticked)
    page.locator("#contact_text").fill("half a sentence")
    page.locator("#contact_template").select_option(label="Message left")
    page.locator("#do-contact").get_by_role("button", name="Use the template").press("Enter")
    expect(page.locator("#contact_text")).to_be_focused()
    expect(page.locator("#contact_text")).to_have_value(TYPED)
    release(other, ticked)
    other.get_by_role("button", name="Claim").click()
    page.clock.run_for(TURN)
    expect(words).to_contain_text(re.compile(r"You changed this request in another window at \d+:\d\d [ap]\.m\."))
    expect(page.locator("#contact_text")).to_have_value(TYPED)

    # The queue takes in a new row and lets one go. One that is ticked stays where it is, and says so.
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{QUEUE}?tab=mine")
    page.get_by_label(f"Select {ticked}").check()
    page.locator("summary", has_text="More").click()
    scrolled = on_page.evaluate(page, "window.scrollY")
    release(other, ticked)
    release(other, leaving)
    new = enter_caller(other, "Row Three")
    page.clock.run_for(TURN)
    expect(row.filter(has_text=new)).to_have_attribute("data-mark", "New")
    expect(row.filter(has_text=leaving)).to_have_count(0)
    expect(row.filter(has_text=ticked)).to_have_attribute("data-mark", "No longer here")
    expect(page.get_by_label(f"Select {ticked}")).to_be_checked()
    expect(page.locator(".action-counter")).to_have_text(re.compile("1 of"))
    expect(words).to_contain_text("1 new request on this page. 2 requests are no longer on this page.")
    expect(page.locator(".desk-tabs__more")).to_have_attribute("open", "")
    assert on_page.evaluate(page, "window.scrollY") == scrolled
    axe.finds_nothing_in_light_and_dark(page)

    # Without a session it stops, and says so.
    page.context.clear_cookies()
    page.clock.run_for(TURN)
    expect(words).to_contain_text("Updates are paused. Reload")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.run_for(3 * TURN)
    assert asked == []
