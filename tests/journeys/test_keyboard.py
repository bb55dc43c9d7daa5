"""A whole request with nothing but the keys, and the focus to be seen at every stop."""

import pytest
from playwright.sync_api import expect

from .asking import answers_with
from .keyboard import Keyboard


@pytest.fixture
def keyboard(open_page):
    return Keyboard(open_page())


def test_a_request_is_made_with_the_keyboard_alone(keyboard):
    keys, answers = keyboard, answers_with()
    keys.page.goto("/appointments/request/")
    keys.on_page("Request an appointment")
    keys.to("Start now")
    keys.press("Enter")
    keys.on_page("Do you")
    keys.to("Yes, one or more")
    keys.press("ArrowDown")
    assert keys.stop() == "No, none of them"
    keys.go_on()
    keys.on_page("Who is this appointment for?")
    keys.to("I do")
    keys.press("Space", "Enter")  # Enter in a question goes on
    keys.on_page("What do you need help with?")
    keys.to("I'm not sure")
    while keys.stop() != "Tumors of the spine":
        keys.press("ArrowDown")
    keys.fill("In your own words", "It hurts.")
    keys.go_on()
    keys.on_page("What has been done")
    keys.to("Yes")
    keys.press("ArrowDown")
    keys.to("MRI")
    keys.press("Space")
    keys.to("X-ray")
    keys.press("Space")
    keys.to("Yes")
    keys.press("ArrowDown", "ArrowDown")
    assert keys.stop() == "Not sure"
    keys.to("Yes")
    keys.press("ArrowDown")
    keys.go_on()
    keys.on_page("In person or by video")
    keys.to("In person")
    keys.press("Space", "Enter")
    keys.on_page("Which clinic")
    keys.go_on()
    keys.on_page("Which doctor")
    keys.to("First available doctor")
    keys.press("Space", "Enter")
    keys.on_page("When works for you?")
    keys.to("Day")
    keys.press("ArrowDown")
    keys.to("Morning")
    keys.press("Space")
    keys.go_on()
    keys.on_page("About you")
    keys.fill("Your legal name", "Pat Sample")
    keys.fill("Month", "3")
    keys.fill("Day", "27")
    keys.fill("Year", "1962")
    keys.press("Enter")
    expect(keys.page.locator("#error-summary")).to_be_focused()
    keys.stop()
    keys.to("Enter the ZIP code.")
    keys.press("Enter")
    expect(keys.page.get_by_role("textbox", name="ZIP code")).to_be_focused()
    keys.page.keyboard.type("27610")
    keys.press("Enter")
    keys.on_page("How we can reach you")
    keys.fill("Phone number", answers["contact"]["Phone number"])
    keys.to("Phone call")
    keys.press("Space")
    keys.to("E-mail address", "Shift+Tab")
    keys.page.keyboard.type(answers["contact"]["E-mail address"])
    keys.press("Enter")
    keys.on_page("What helps you")
    keys.go_on()
    keys.on_page("Check your answers")
    keys.to("Send my request")
    keys.press("Enter")
    keys.on_page("We have your request")
