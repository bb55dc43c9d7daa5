"""A scheduler's, a nurse's and a manager's morning at the desk, with every click and key counted."""

import re

import pytest
from playwright.sync_api import expect

from . import desk_morning, on_page
from .asking import find_at_desk, sign_in_staff
from .axe import finds_nothing_in_light_and_dark
from .hands import Hands

QUEUE = "/admin/appointments/appointmentrequest/"


@pytest.fixture(scope="module")
def morning(site):
    return desk_morning.busy_morning(site, new=6)


@pytest.fixture
def at_desk(site, open_page):
    """Return a function that signs someone in on the screen of a desk; returns their hands."""

    def sign_in(who):
        page = open_page(width=1280, height=800, reduced_motion="reduce")
        sign_in_staff(page, site, f"{who}@example.com")
        return Hands(page)

    return sign_in


def open_request(page, reference):
    """Find a request at the desk and open it; this isn't counted."""
    page.goto(QUEUE)
    find_at_desk(page, reference).get_by_role("link", name=reference).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(reference)


def said(page, words):
    expect(page.locator(".messagelist")).to_contain_text(re.compile(words))


def in_sight(page, *texts):
    """Check that all of these texts are on the first screen."""
    for text in texts:
        box = on_page.box_of(page.get_by_text(text).first)
        assert box["y"] >= 0, (text, box)
        assert box["y"] + box["height"] <= 800, (text, box)


def test_a_schedulers_morning(at_desk, morning):
    hands = at_desk("scheduler")
    page, waiting = hands.page, iter(morning["new"])

    expect(page.get_by_text(re.compile("Morgan Manager handed you"))).to_be_visible()
    with hands.at_most(1):
        hands.press("Take next")
    expect(page).to_have_url(re.compile(r"/\d+/change/"))

    open_request(page, next(waiting))
    in_sight(page, "My lower back hurts at night.", re.compile("^Offer .* and take next"), "Book: agreed")
    with hands.at_most(1):
        hands.press(re.compile("^Offer .* and take next"))
    said(page, "times are held")

    open_request(page, next(waiting))
    with hands.at_most(2):
        hands.click(page.locator("label.time").first)
        hands.press("Book: agreed with the patient")
    said(page, "Booked")

    with hands.at_most(3, keys=8):
        hands.click(page.get_by_text("Move the visit", exact=True))
        hands.click(page.locator("label.time").nth(3))
        hands.press("Move: agreed with the patient")
    said(page, "Moved to .*We're emailing the patient")

    with hands.at_most(4):
        hands.click(page.locator("summary", has_text="Cancel the visit"))
        hands.click(page.get_by_label("The patient", exact=True))
        hands.click(page.get_by_label("No, close the request"))
        hands.press("Cancel the visit")
    said(page, "The visit is canceled and the request closed")

    open_request(page, next(waiting))
    with hands.at_most(2, keys=46):
        hands.click(page.locator("summary", has_text="Ask the patient"))
        hands.type("Question to the patient", "Do you have your MRI pictures on a disc?")
        hands.press("Send question")
    said(page, "Question posted")

    with hands.at_most(3, keys=0):
        hands.click(page.get_by_label("No answer"))
        hands.press("Save attempt")
    said(page, "Contact attempt saved")

    open_request(page, next(waiting))
    with hands.at_most(3, keys=42):
        hands.click(page.locator("summary", has_text="Decline or close"))
        hands.click(page.get_by_label("Declined"))
        hands.type("Why?", "We don't treat this.")
        hands.press("Close the request")
    said(page, "closed")

    open_request(page, next(waiting))
    with hands.at_most(1):
        hands.press(re.compile("^Close as a duplicate of"))
    said(page, "duplicate")


def test_who_walks_in_is_booked_in_six_clicks_and_a_fax_is_offered_times_in_eight(at_desk, morning):
    hands = at_desk("scheduler")
    page = hands.page
    page.goto("/admin/")
    with hands.at_most(6, keys=40):
        hands.follow("Calendar")
        if morning["hours_on"]:  # the last half hour of a day: only tomorrow is left
            page.goto(f"{QUEUE}calendar/?date={morning['hours_on']}")
        hands.click(page.locator(".calendar .block--free, .calendar .block--short").first)
        hands.follow("New request for a caller")
        if morning["hours_on"]:
            page.get_by_label("Walk-in").check()
        else:
            expect(page.get_by_role("textbox", name="Legal name")).to_be_focused()
        expect(page.get_by_label("Walk-in")).to_be_checked()
        hands.type("Legal name", "Walker Inn")
        hands.type("Date of birth (month/day/year)", "03271962")
        hands.type("Phone", "9195550142")
        hands.click(page.get_by_label("Yes", exact=True))
        hands.press("Save and see free times")
        hands.press("Book: agreed with the patient")
    said(page, "Walker Inn, .*: Booked")

    page.goto("/admin/")
    with hands.at_most(8, keys=60):
        hands.follow("New request")
        hands.click(page.get_by_label("Fax"))
        hands.type("Legal name", "Fay Faxed")
        hands.type("Date of birth (month/day/year)", "03271962")
        hands.type("Phone", "9195550142")
        hands.click(page.get_by_label("No", exact=True))
        hands.click(page.locator("summary", has_text="Referral and background"))
        hands.type("Who referred", "Dr. Ray Ford", by_tab=False)
        hands.press("Save and see free times")
        hands.press(re.compile("^Offer .* and take next"))
    said(page, "times are held")


def test_todays_visits_and_yesterdays_are_told_how_they_went_in_one_click_each(at_desk, morning):
    hands = at_desk("scheduler")
    page = hands.page

    def in_row(tab, reference, button):
        page.goto(f"{QUEUE}?tab={tab}")
        row = page.get_by_role("row").filter(has_text=reference)
        with hands.at_most(1), page.expect_navigation():
            hands.click(row.get_by_role("button", name=button))

    in_row("visits", morning["today"][0], "Check in")
    said(page, "checked in")
    in_row("no_outcome", morning["no_outcome"][0], "Mark completed")
    said(page, "took place")

    page.goto(f"{QUEUE}?tab=away")
    with hands.at_most(3):
        hands.follow(morning["away"][0])
        hands.click(page.locator("label.time").first)
        hands.press("Move: agreed with the patient")
    said(page, "Moved to")


def test_a_patient_who_speaks_spanish_is_offered_doctors_who_do_in_two_clicks(at_desk, morning):
    hands = at_desk("scheduler")
    page = hands.page
    open_request(page, morning["spanish"][0])
    in_sight(page, "Speaks Español (Spanish)", "Needs an interpreter", "Only physicians who speak Spanish")
    with hands.at_most(2):
        hands.follow("Only physicians who speak Spanish")
        hands.press(re.compile("^Offer .* and take next"))
    said(page, "times? (is|are) held. We're emailing the patient")


def test_a_request_is_booked_with_the_keyboard_alone(at_desk, morning):
    page = at_desk("scheduler").page
    open_request(page, morning["keyboard"][0])
    page.keyboard.press("Alt+T")
    page.keyboard.press("Space")
    page.keyboard.press("Alt+B")
    expect(page.get_by_role("button", name="Offer and take next")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Book: agreed with the patient")).to_be_focused()
    page.keyboard.press("Enter")
    said(page, "Booked")


def test_a_nurses_morning(at_desk, morning):
    hands = at_desk("nurse")
    page, [reference] = hands.page, morning["nurse"]
    with hands.at_most(4, keys=30):
        hands.follow(re.compile("Nurse review"))
        hands.follow(reference)
        hands.click(page.get_by_label("Urgent"))
        hands.type("Findings (optional)", "Numb leg. See this week.")
        hands.press("Complete review")
    said(page, "review is complete")
    in_sight(page, "Numb leg. See this week.", "My leg has been numb since Friday.")


def test_a_managers_morning(at_desk, morning):
    hands = at_desk("manager")
    page = hands.page
    in_sight(page, "Take next", "No outcome yet", "Doctor away", "Visits today")
    [handed] = morning["to_hand_over"]
    page.goto(QUEUE)
    row = find_at_desk(page, handed)
    with hands.at_most(6):
        hands.click(row.get_by_role("checkbox"))
        hands.choose("action", "Hand to a colleague")
        hands.choose("colleague", "Sam Scheduler")
        hands.press("Go")
    said(page, "now with Sam Scheduler")
    with hands.at_most(8, keys=6):
        hands.follow("Back to the queue")
        hands.click(page.locator("summary", has_text="Filter"))
        hands.choose("visit", "Virtual visit, by video")
        hands.press("Show")
        hands.type("Save this filter as", "Video")
        hands.click(page.get_by_label("for everyone"))
        hands.press("Save")
    expect(page.get_by_role("link", name="Video")).to_be_visible()
    with hands.at_most(2):
        hands.follow("Day sheet")
        hands.follow("A sheet for each physician")


NOTE_SENDING = """document.addEventListener("submit", (event) => {
    if (event.submitter.formMethod !== "dialog") {
        event.preventDefault();
        document.body.dataset.sent = "yes";
    }
})"""


def test_enter_on_a_ticked_time_sends_nothing_to_the_patient(at_desk, morning):
    page = at_desk("scheduler").page
    open_request(page, morning["mine"][0])
    sent, time = page.locator("body[data-sent]"), page.locator("input[name=times]").first
    on_page.evaluate(page, NOTE_SENDING)
    time.press("Space")
    time.press("Enter")
    page.locator("summary", has_text="Another time").click()
    page.locator("#times_off_rules_reason").press("Enter")
    expect(sent).to_have_count(0)
    expect(time).to_be_checked()  # it is the same page
    page.get_by_role("button", name="Offer these times").press("Enter")
    expect(sent).to_have_count(1)


def test_the_times_that_are_ticked_are_named_beside_the_button_that_offers_them(at_desk, morning):
    page = at_desk("scheduler").page
    open_request(page, morning["mine"][0])
    buttons = page.locator("#send-times")
    expect(page.locator("#chosen-times")).to_be_hidden()
    times = page.locator("input[name=times]")
    words = [on_page.attribute_of(times.nth(place), "data-words") for place in (0, 1)]
    times.nth(0).check()
    times.nth(1).check()
    expect(buttons).to_contain_text(f"Chosen: {'; '.join(words)}")
    times.nth(0).uncheck()
    expect(buttons).to_contain_text(f"Chosen: {words[1]}")


@pytest.mark.parametrize("kind", ["mine", "offered", "booked"])
def test_a_shortcut_unfolds_the_part_that_it_names_and_goes_to_its_first_field(at_desk, morning, kind):
    page = at_desk("scheduler").page
    open_request(page, morning[kind][0])
    links = on_page.evaluate_all(page.locator("[data-key]"), "links => links.map((a) => [a.dataset.key, a.hash])")
    assert {"t", "c"} <= {key for key, _anchor in links}
    for key, anchor in links:
        page.keyboard.press(f"Alt+{key}")
        room = page.locator(".module, form").filter(has=page.locator(anchor)).or_(page.locator(anchor))
        focus = room.locator(":focus").first
        expect(focus).to_be_in_viewport()
        if anchor != "#history":  # which has nothing to fill in
            expect(focus).not_to_have_attribute("tabindex", "-1")
        if anchor in ("#times", "#contact", "#do-ask"):
            expect(focus).to_have_attribute("name", re.compile("^(times|channel|text)$"))


def test_a_link_to_a_folded_part_unfolds_it(at_desk, morning):
    page = at_desk("scheduler").page
    open_request(page, morning["mine"][0])
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Ask").click()
    expect(page.locator("#ask_text")).to_be_in_viewport()


DESK = {
    "home": "/admin/",
    "queue": QUEUE,
    "visits": f"{QUEUE}?tab=no_outcome",
    "search": f"{QUEUE}?q=fir",
    "new request": f"{QUEUE}add/",
    "calendar": f"{QUEUE}calendar/",
    "week": f"{QUEUE}calendar/?span=week",
}


def test_axe_finds_nothing_on_any_page_of_the_desk(at_desk, morning):
    hands = at_desk("admin")
    page = hands.page
    sections = on_page.evaluate_all(page.locator(".desk-sections a"), "links => links.map((link) => link.pathname)")
    for address in dict.fromkeys([*DESK.values(), *sections]):
        page.goto(address)
        finds_nothing_in_light_and_dark(page)
    for kind in ("new", "nurse", "offered", "booked"):
        open_request(page, morning[kind][-1])
        finds_nothing_in_light_and_dark(page)
