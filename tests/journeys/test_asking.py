"""Other ways through the questions: for someone else, unsure, with a second thought, in an emergency."""

import re

import pytest
from playwright.sync_api import expect

from .answered_ahead import skip_to
from .asking import (
    answer_page,
    answer_up_to,
    answers_with,
    find_at_desk,
    give,
    go_on,
    kept_answers,
    row_of,
    send,
    sign_in_scheduler,
    start,
)

VISIT, DOCTOR = "be seen?", "Which doctor"


@pytest.fixture
def phone(open_page):
    """A phone with JavaScript."""
    return open_page(width=360, height=740)


@pytest.fixture
def plain_phone(open_page):
    """A phone without JavaScript."""
    return open_page(width=360, height=740, java_script_enabled=False)


def row_on_page(page, question):
    """Return what stands beside a question on the page with all answers."""
    return page.locator(".summary-list__row").filter(has=page.get_by_text(question, exact=True)).locator("dd").first


def change(page, question):
    page.get_by_role("link", name=f"Change {question}", exact=True).click()


def test_a_mother_asks_for_her_child_by_video(plain_phone, site):
    page = plain_phone
    answers = answers_with(
        who={"Who needs the appointment?": "Someone I care for"},
        history={"Did a doctor or nurse refer": "Yes"},
        visit={VISIT: "Virtual visit"},
        patient={"date of birth": {"Month": "3", "Day": "27", "Year": "2019"}},
    )
    start(page)
    assert answer_up_to(page, answers, "patient")[1:8] == [
        *("who", "caregiver", "condition", "history", "referral", "visit", "state"),
    ]
    expect(page.get_by_role("group", name="The patient's date of birth")).to_be_visible()
    answer_page(page, answers)
    phone_number = page.get_by_role("textbox", name="Phone number")
    expect(phone_number).to_have_value("(919) 555-0143")  # the caregiver's own, to be kept or changed
    answer_up_to(page, answers)
    for question, answer in {
        "Who is this appointment for?": "Someone I care for",
        "Caregiver's name": "Kim Carer",
        "May ask on the patient's behalf": "Yes",
        "Who referred": "Dr. Sam Referrer",
        "Kind of visit": "Virtual visit, by video",
        "State during a virtual visit": "North Carolina",
        "Date of birth": "March 27, 2019",
    }.items():
        expect(row_on_page(page, question)).to_have_text(answer)
    reference = send(page)
    columns = "caregiver_relationship, caregiver_consent, referrer_practice, visit_type, patient_state"
    assert row_of(site, reference, columns) == ("parent", True, "Sample Family Practice", "virtual", "NC")


def test_someone_who_is_not_sure_takes_the_first_doctor_and_changes_answers_before_sending(phone, site):
    page = phone
    answers = answers_with(
        condition={"Which condition is it about?": "I'm not sure"},
        history={"been seen here before?": "Not sure", "Which scans of the spine": ["Not sure"]},
        visit={VISIT: "Whichever is sooner"},
        times={"Second choice": {"Day": 1, "Time of day": "Afternoon"}},
        needs={
            "Which language": "Español (Spanish)",
            "What would help you": ["An interpreter", "Someone comes along"],
        },
    )
    start(page)
    passed = answer_up_to(page, answers)
    assert {"state", "locations"} <= set(passed)
    for question, answer in {
        "Condition": "I'm not sure",
        "Scans": "Not sure",
        "Doctor": "First available doctor",
        "What helps": "An interpreter, Someone comes along",
    }.items():
        expect(row_on_page(page, question)).to_have_text(answer)

    change(page, "Legal name")
    name = page.get_by_role("textbox", name="legal name")
    expect(name).to_have_value("Pat O’Sample-Núñez")
    name.fill("Pat Sample")
    go_on(page)
    expect(row_on_page(page, "Legal name")).to_have_text("Pat Sample")

    change(page, "Scans")
    page.get_by_role("button", name="Back").click()
    expect(row_on_page(page, "Scans")).to_have_text("Not sure")

    change(page, "Referred by a doctor or nurse")  # an answer that needs another one asks for it, and only for it
    give(page, "Did a doctor or nurse refer", "Yes")
    go_on(page)
    expect(page).to_have_url(re.compile(r"/referral/\?missing=1$"))
    answer_page(page, answers)
    expect(row_on_page(page, "Who referred")).to_have_text("Dr. Sam Referrer")

    change(page, "Kind of visit")
    give(page, VISIT, "In person")
    go_on(page)
    expect(row_on_page(page, "Kind of visit")).to_have_text("In person, at a clinic")
    expect(page.locator("main")).not_to_contain_text("State during a virtual visit")
    reference = send(page)
    columns = "condition_id, physician_id, legal_name, visit_type, patient_state, language, referrer_name"
    assert row_of(site, reference, columns) == (None, None, "Pat Sample", "in_person", "", "es", "Dr. Sam Referrer")


def test_a_page_that_is_not_its_turn_leads_to_the_one_that_is(plain_phone):
    page = plain_phone
    page.goto("/appointments/request/contact/")
    expect(page).to_have_url(re.compile("/appointments/request/$"))
    skip_to(page, "condition")
    page.goto("/appointments/request/contact/")
    expect(page).to_have_url(re.compile(r"/condition/\?missing=1$"))


def test_a_yes_in_the_safety_check_shows_how_to_get_help_first(phone, site, open_page):
    page = phone
    start(page)
    give(page, "Are any of these happening now?", "Yes")
    go_on(page)
    expect(page).to_have_url(re.compile("/emergency/$"))
    help_now = page.get_by_role("main").get_by_role("link", name="Call 911")
    expect(help_now).to_have_attribute("href", "tel:911")
    expect(help_now).to_be_in_viewport()
    expect(page.locator("main img, main dialog")).to_have_count(0)

    on = page.get_by_role("button", name="Go on with my request")
    on.click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator("#error-summary")).to_be_focused()
    page.get_by_role("link", name="Call 911 first.").click()
    expect(page.get_by_role("checkbox", name="I have called 911")).to_be_focused()
    assert kept_answers(page, site).get("safety") is None  # a yes is kept only of someone who goes on
    give(page, "I have called 911", True)
    on.click()
    expect(page).to_have_url(re.compile("/who/$"))
    assert kept_answers(page, site)["safety"]["urgent_symptoms"] == ["yes"]
    skip_to(page)
    expect(row_on_page(page, "A symptom that needs help right now")).to_have_text("Yes")
    reference = send(page)

    desk = open_page()
    sign_in_scheduler(desk, site)
    row = find_at_desk(desk, reference)
    expect(row.get_by_text("Urgent", exact=True)).to_be_visible()
    row.get_by_role("link", name=reference).click()
    expect(desk.locator(".alert--urgent").first).to_have_text(
        "Urgent. The patient answered yes in the safety check, and was told to call 911."
    )
