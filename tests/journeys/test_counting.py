"""The characters of a text, counted in the browser while it is typed and on the server when it is sent."""

import re

from playwright.sync_api import expect

from .answered_ahead import skip_to

MOST = 1000
TOO_LONG = {  # a text: how many characters it has
    "x" * 1012: 1012,
    "ab\n" * 400 + "c": 1201,
    "👍" * 1003: 1003,
    "👩‍👩‍👧" * 250: 1250,  # five code points, drawn as one
    "e\N{COMBINING ACUTE ACCENT}" * 1050: 1050,  # composed, as it is stored
    "\n \N{NO-BREAK SPACE}" + "é" * 1001 + " \N{IDEOGRAPHIC SPACE}\n": 1001,
}


def test_browser_and_server_count_the_same_number(open_page):
    page = open_page(width=360)
    skip_to(page, "condition")
    words, count = page.get_by_label("In your own words"), page.locator("#id_reason_count")
    for text, characters in TOO_LONG.items():
        words.fill(text)
        over = characters - MOST
        too_many = f"You have {over} character{'' if over == 1 else 's'} too many."
        expect(count).to_have_text(too_many)
        page.get_by_role("button", name="Continue").click()
        expect(page.locator("#id_reason_error")).to_contain_text(f"It has {characters} now.")
        expect(words).to_have_value(text)
        expect(count).to_have_text(too_many)


def test_outer_spaces_take_no_room(open_page):
    page = open_page(width=360)
    skip_to(page, "condition")
    page.get_by_text("I'm not sure", exact=True).click()
    page.get_by_label("In your own words").fill("\n" + "x" * MOST + " \n")
    expect(page.locator("#id_reason_count")).to_have_text("You have 0 characters left.")
    page.get_by_role("button", name="Continue").click()
    expect(page).not_to_have_title(re.compile("^Error: "))
    expect(page).not_to_have_url(re.compile("condition"))
