"""After the send: answers changed, the request canceled and taken back, the link sent again."""

import re

import pytest
from playwright.sync_api import expect

from . import on_page
from .answered_ahead import ANSWERS, skip_to
from .asking import (
    address_in_mail,
    answer_up_to,
    answers_with,
    find_at_desk,
    give,
    go_on,
    open_own_page,
    row_of,
    send,
    sign_in_scheduler,
)


@pytest.fixture
def answers():
    return answers_with()


def change(page, kind, question):
    page.get_by_role(kind, name=f"Change {question}", exact=True).click()


def on_amend_page(page):
    """Return the rows of what was changed, each as question, before and after."""
    expect(page.get_by_role("heading", name="Change your request")).to_be_visible()
    return on_page.rows_of(page.get_by_role("table", name="What you changed"))


def send_changes(page):
    page.get_by_role("button", name="Send these changes").click()
    expect(page).to_have_title(re.compile("^We have your changes"))


def test_answers_changed_after_the_send_are_an_amendment_that_staff_see(open_page, site, answers):
    """Once from the confirmation, once in a tab that was left open at a question, once from the own page."""
    page = open_page(width=360, height=740)
    skip_to(page, "contact", answers)
    left_open = page.context.new_page()
    left_open.goto("/appointments/request/condition/")
    answer_up_to(page, answers)
    reference = send(page)
    desk = open_page()
    sign_in_scheduler(desk, site)
    find_at_desk(desk, reference).get_by_role("link", name=reference).click()

    page.go_back()  # to a question that was answered: it leads here again, and here the answers can be changed
    expect(page).to_have_title(re.compile("^We have your request"))
    page.get_by_role("link", name="Change an answer").click()
    change(page, "link", "Kind of visit")
    expect(page.locator(".progress")).to_have_text("Changing a request you sent")
    give(page, "be seen?", "Whichever is sooner")
    go_on(page)
    expect(page).to_have_url(re.compile(r"/state/\?missing=1$"))
    give(page, "In which state", "North Carolina")
    go_on(page)
    assert on_amend_page(page) == [
        ["Kind of visit", "In person, at a clinic", "Whichever is sooner"],
        ["State during a virtual visit", "Not given", "North Carolina"],
    ]
    send_changes(page)
    assert row_of(site, reference, "visit_type, patient_state") == ("either", "NC")

    give(left_open, "In your own words", "Now my leg is weak.")
    go_on(left_open)
    assert [row[0] for row in on_amend_page(left_open)] == ["In your own words"]
    left_open.get_by_role("button", name="Keep it as it was sent").click()
    expect(left_open).to_have_title(re.compile("^We have your request"))
    assert row_of(site, reference, "reason") == (ANSWERS["condition"]["reason"].replace("\r", ""),)

    open_own_page(page, address_in_mail(page, reference))
    change(page, "button", "Phone number")
    phone = page.get_by_role("textbox", name="Phone number")
    expect(phone).to_have_value(answers["contact"]["Phone number"])
    phone.fill("919-555-0777")
    go_on(page)
    assert on_amend_page(page) == [["Phone number", answers["contact"]["Phone number"], "(919) 555-0777"]]
    send_changes(page)

    desk.goto("/admin/appointments/appointmentrequest/")
    expect(find_at_desk(desk, reference).get_by_text("Changed by patient")).to_be_visible()
    desk.get_by_role("link", name=reference).click()
    expect(desk.locator("p.alert")).to_contain_text("The patient changed 3 answers, last on")
    before = re.escape(answers["contact"]["Phone number"])
    expect(desk.locator(".timeline")).to_contain_text(re.compile(rf"Phone number: {before} → \(919\) 555-0777"))
    expect(desk.locator(".timeline")).to_contain_text("Kind of visit: In person, at a clinic → Whichever is sooner")


def test_a_request_is_canceled_and_taken_back_and_a_lost_link_comes_again(open_page, site, answers):
    page = open_page(width=360, height=740, java_script_enabled=False)
    email = answers["contact"]["E-mail address"]
    skip_to(page, answers=answers)
    reference = send(page)
    own_page = address_in_mail(page, reference)
    expect_that_a_wrong_date_looks_like_an_unknown_link(page, own_page)
    open_own_page(page, own_page)

    page.get_by_role("link", name="Cancel this request").click()
    expect(page.get_by_role("heading", name="Cancel your request?")).to_be_visible()
    page.get_by_role("link", name="No, keep it").click()
    page.get_by_role("link", name="Cancel this request").click()
    give(page, "Would you tell us why?", "x" * 501)
    page.get_by_role("button", name="Yes, cancel my request").click()
    expect(page).to_have_title(re.compile("^Error: "))
    assert row_of(site, reference, "status") == ("submitted",)
    give(page, "Would you tell us why?", "I feel better.")
    page.get_by_role("button", name="Yes, cancel my request").click()
    expect(page.locator("main")).to_contain_text("You have canceled this request.")
    expect(page.get_by_role("button", name="Change")).to_have_count(0)
    assert row_of(site, reference, "status, closed_reason") == ("closed", "cancelled_by_patient")
    page.get_by_role("button", name="I still want an appointment").click()
    expect(page.locator("main")).to_contain_text("Our scheduling team is working on your request.")
    assert row_of(site, reference, "status") == ("in_review",)

    another_hour_begins(site)
    for address in ("nobody@example.com", email):  # the page that follows does not tell them apart
        page.goto("/appointments/request/")
        page.get_by_role("link", name="Get the link to your request again").click()
        give(page, "E-mail address", address)
        page.get_by_role("button", name="Send me the link").click()
        expect(page).to_have_url(re.compile(r"/appointments/manage/\?asked=1$"))
        expect(page.get_by_role("main")).to_contain_text("If we have a request with this address, an email")
    stranger = open_page(width=360)
    open_own_page(stranger, address_in_mail(stranger, "The link to your appointment request", to=email))
    expect(stranger.get_by_role("main")).to_contain_text(reference)
    expect(stranger.get_by_text("nobody@example.com")).to_have_count(0)


def another_hour_begins(site):
    """Forget who had the one mail an hour that a form can cause."""
    site.rows("DELETE FROM appointments_allowance RETURNING 1")


def expect_that_a_wrong_date_looks_like_an_unknown_link(page, known):
    bodies = []
    for address in (known, "/appointments/manage/AAAA/"):
        page.goto(address)
        give(page, "date of birth", {"Month": "3", "Day": "28", "Year": "1962"})
        go_on(page)
        expect(page).to_have_title(re.compile("^Error: "))
        expect(page.locator("#error-summary")).to_be_focused()
        page.get_by_role("link", name="This link and date of birth don't open a request.").click()
        expect(page.get_by_role("textbox", name="Month")).to_be_focused()
        expect(page.get_by_role("textbox", name="Day")).to_have_value("28")
        bodies.append(on_page.text_of(page.locator("body")))
    assert bodies[0] == bodies[1]
