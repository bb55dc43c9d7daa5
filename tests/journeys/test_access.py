"""Every page of the flow for a small phone, large text, a screen reader, forced colors and a slow line."""

import re

import pytest
from playwright.sync_api import expect

from . import on_page
from .answered_ahead import skip_to
from .asking import (
    address_in_mail,
    answer_page,
    answers_with,
    find_at_desk,
    give,
    go_on,
    open_own_page,
    send,
    sign_in_scheduler,
    start,
    step_of,
)
from .axe import finds_nothing_in_light_and_dark

MOST_BYTES = 40_000
TWICE_AS_LARGE = {"fontSizes": {"standard": 32, "fixed": 26}}  # the reader's own setting; 16 and 13 as a rule
# Every page applies, and stands on the way.
ALL_PAGES = {
    "who": {"Who needs the appointment?": "Someone I care for"},
    "history": {"Did a doctor or nurse refer": "Yes"},
    "visit": {"be seen?": "Whichever is sooner"},
}
POSTED_ON_ALL_PAGES = {
    "who": {"asks_for": "someone_else"},
    "history": {"referred": "yes"},
    "visit": {"visit_type": "either"},
}
NOTHING_TO_FORGET = {"locations", "needs"}  # every answer is optional
CUT_OFF = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.closest(".visually-hidden, .not-for-people"))
    .filter((element) => {
        const box = element.getBoundingClientRect();
        const isButton = element.matches("button, .button");
        return box.left < 0 || box.right > document.documentElement.clientWidth
            || (isButton && element.scrollWidth > element.clientWidth);
    })
    .map((element) => element.outerHTML.slice(0, 200))"""
EDGES = """element => {
    const style = getComputedStyle(element);
    return {
        border: style.borderTopStyle === "none" ? 0 : parseFloat(style.borderTopWidth),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    };
}"""

# Roles and names as a screen reader is told them.
READ_ALOUD = {
    "caregiver": """
      - main:
        - heading "There is a problem" [level=2]
        - list:
          - listitem:
            - link "Enter your own name."
        - heading "About you, the caregiver" [level=1]
        - textbox "Your name"
        - combobox "You are the patient's …"
        - textbox "Your phone number"
        - checkbox "I may ask on the patient's behalf"
        - paragraph:
          - button "Continue"
    """,
    "history": """
      - main:
        - heading "What has been done so far" [level=1]
        - group "Has the patient been seen here before?":
          - radio "Yes"
          - radio "No"
          - radio "Not sure"
        - group "Which scans of the spine have been taken?":
          - checkbox "MRI"
          - checkbox "CT"
        - group "Has a biopsy been taken?":
          - radio "Not sure"
        - group "Did a doctor or nurse refer the patient to us?":
          - radio "Yes"
          - radio "No"
    """,
    "times": """
      - main:
        - heading "When works for you?" [level=1]
        - group "First choice":
          - combobox "Day"
          - group "Time of day":
            - radio "Morning"
            - radio "Afternoon"
        - group "Second choice":
          - combobox "Day (optional)"
          - group "Time of day (optional)":
            - radio "Morning"
    """,
    "patient": """
      - main:
        - heading "About the patient" [level=1]
        - textbox "The patient's legal name"
        - textbox "What should we call the patient? (optional)"
        - group "The patient's date of birth":
          - textbox "Month"
          - textbox "Day"
          - textbox "Year"
        - textbox "The patient's ZIP code"
    """,
}
# A field or a group, and the words that are read with it when it is wrong.
DESCRIBED = {
    "caregiver": ("textbox", "Your name", "Error: Enter your own name."),
    "history": ("group", "Which scans", "Choose all that apply.* Error: Choose the scans"),
    "times": ("combobox", "Day", "Error: Choose at least one day."),
    "patient": ("group", "date of birth", "For example 3 27 1962. Error: Enter the date of birth."),
}


@pytest.fixture
def small(open_page):
    """The smallest phone, with text twice as large."""
    page = open_page(width=320, height=640, reduced_motion="reduce")
    page.context.new_cdp_session(page).send("Page.setFontSizes", TWICE_AS_LARGE)
    return page


def fits(page):
    """Assert that nothing has to be scrolled to the side, and nothing to press is cut off."""
    title = on_page.title_of(page)
    assert on_page.evaluate(page, "getComputedStyle(document.documentElement).fontSize") == "36px"
    assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= 320, title
    assert on_page.evaluate(page, CUT_OFF) == [], title


def is_accessible(page):
    """Assert that there is one heading, and that axe finds nothing, in light and dark."""
    expect(page.get_by_role("main").get_by_role("heading", level=1)).to_have_count(1)
    finds_nothing_in_light_and_dark(page)


def test_every_question_fits_a_small_phone_with_large_text_and_is_read_aloud_as_it_is_meant(small):
    page, answers, looked_at = small, answers_with(**ALL_PAGES), []
    page.goto("/appointments/request/")
    fits(page)
    start(page)
    while (step := step_of(page)) != "check":
        fits(page)
        if step not in NOTHING_TO_FORGET:
            go_on(page)
            expect(page).to_have_title(re.compile("^Error: "))
            fits(page)
        is_accessible(page)
        if step in READ_ALOUD:
            expect(page.locator("body")).to_match_aria_snapshot(READ_ALOUD[step])
            role, name, words = DESCRIBED[step]
            described = page.get_by_role("main").get_by_role(role, name=name).first
            expect(described).to_have_accessible_description(re.compile(words))
        looked_at.append(step)
        answer_page(page, answers)
    assert len(looked_at) == 14
    fits(page)
    is_accessible(page)


def test_every_page_after_an_answer_fits_too(small, open_page, site):
    page, answers, looked_at = small, answers_with(), []

    def look():
        fits(page)
        is_accessible(page)
        looked_at.append(on_page.title_of(page))

    def look_at_mistake(button):
        page.get_by_role("button", name=button).click()
        expect(page).to_have_title(re.compile("^Error: "))
        look()

    start(page)
    give(page, "Are any of these happening now?", "Yes")
    go_on(page)
    look_at_mistake("Go on with my request")
    skip_to(page, answers=answers)
    reference = send(page)
    look()
    page.get_by_role("link", name="Change an answer").click()
    page.get_by_role("link", name="Change In your own words").click()
    give(page, "In your own words", "Now my leg is weak.")
    go_on(page)
    expect(page.get_by_role("button", name="Send these changes")).to_be_visible()
    look()
    own_page = address_in_mail(page, reference)
    page.goto(own_page)
    look_at_mistake("Continue")
    open_own_page(page, own_page)
    look()
    page.get_by_role("link", name="Cancel this request").click()
    expect(page.get_by_role("button", name="Yes, cancel my request")).to_be_visible()
    look()
    page.get_by_role("button", name="Yes, cancel my request").click()
    expect(page.locator("main")).to_contain_text("You have canceled this request.")
    look()
    page.goto("/appointments/manage/")
    look_at_mistake("Send me the link")
    give(page, "E-mail address", answers["contact"]["E-mail address"])
    page.get_by_role("button", name="Send me the link").click()
    expect(page).to_have_url(re.compile("asked=1$"))
    look()
    assert len(looked_at) == 9
    desk = open_page(reduced_motion="reduce")
    sign_in_scheduler(desk, site)
    is_accessible(desk)
    find_at_desk(desk, reference).get_by_role("link", name=reference).click()
    expect(desk).to_have_url(re.compile("/change/"))
    is_accessible(desk)


def test_in_forced_colors_what_is_chosen_wrong_or_focused_has_an_edge_of_its_own(open_page):
    page = open_page(width=360, height=740, forced_colors="active")
    start(page)
    chosen, other = page.locator(".choice").first, page.locator(".choice").last
    give(page, "Are any of these happening now?", "Yes")
    assert on_page.evaluate(chosen, EDGES)["outline"] >= 2
    assert on_page.evaluate(other, EDGES) == {"border": 1, "outline": 0}
    skip_to(page, "caregiver", who={"asks_for": "someone_else"})
    go_on(page)
    summary, name = page.locator("#error-summary"), page.get_by_role("textbox", name="Your name")
    expect(summary).to_be_focused()
    assert on_page.evaluate(summary, EDGES)["border"] >= 4
    unfocused = on_page.evaluate(name, EDGES)
    assert unfocused == {"border": 4, "outline": 0}  # wrong: twice as thick as others
    name.focus()
    assert on_page.evaluate(name, EDGES)["outline"] >= 2
    name.fill("Kim Carer")
    consent = page.locator(".choice")
    assert on_page.evaluate(consent, EDGES) == {"border": 1, "outline": 0}
    give(page, "I may ask", True)
    assert on_page.evaluate(consent, EDGES)["outline"] >= 2
    go_on(page)
    expect(page.get_by_role("textbox", name="Your phone number")).to_have_attribute("aria-invalid", "true")
    assert on_page.evaluate(name, EDGES) == {"border": 2, "outline": 0}


def weigh(page, address):
    """Return how many bytes a page and all that it asks for take over the wire, by the browser's own account."""
    page.goto(address)
    sizes = on_page.evaluate(page, "performance.getEntries().map((entry) => entry.transferSize ?? 0).filter(Boolean)")
    assert len(sizes) >= 3, address  # the page, its style and its script
    return sum(sizes)


def test_every_page_of_the_flow_weighs_at_most_40_kilobytes(open_page):
    page = open_page(width=360, height=740)
    favicon = len(page.request.get("/favicon.ico").body())  # headless, Chromium asks for none
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    steps = skip_to(
        page, who={"asks_for": "someone_else"}, history={"referred": "yes"}, visit={"visit_type": "either"}
    )
    weights = {step: weigh(page, f"/appointments/request/{step}/") for step in [*steps, "emergency", "check"]}
    weights["start"] = weigh(page, "/appointments/request/")
    page.goto("/appointments/request/check/")
    own_page = address_in_mail(page, send(page))
    open_own_page(page, own_page)
    for address in ("/appointments/request/done/", "/appointments/request/amend/", "/appointments/manage/", own_page):
        weights[address] = weigh(page, address)
    assert len(weights) == len(steps) + 7
    too_heavy = {name: weight + favicon for name, weight in weights.items() if weight + favicon > MOST_BYTES}
    assert too_heavy == {}
