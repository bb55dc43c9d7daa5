"""Find a doctor in a browser: results while typing, answers that come late or never, and the keys."""

import re

import pytest
from playwright.sync_api import expect

from . import on_page

ADDRESS = "/find-a-doctor/"


def query(text):
    return re.compile(rf"/find-a-doctor/\?q={text}($|&|#)")


@pytest.fixture
def page(open_page):
    page = open_page()
    page.goto(ADDRESS)
    return page


def test_results_follow_the_words_and_ticks_without_a_reload_and_back_undoes_each(page):
    box, tick = page.locator("#q"), page.get_by_label("Takes new patients")
    on_page.evaluate(page, "document.documentElement.dataset.sameDocument = 'yes'")
    everybody = on_page.text_of(page.locator("#results strong"))
    box.press_sequentially("slipped disk")
    expect(page).to_have_title(re.compile("^Doctors for “slipped disk”"))
    expect(page).to_have_url(query("slipped%20disk"))
    expect(box).to_be_focused()
    expect(box).to_have_value("slipped disk")
    expect(page.locator("#results strong")).not_to_have_text(everybody)
    found = on_page.text_of(page.locator("#results strong"))
    expect(page.locator("#said")).to_have_text(f"{found}.")
    box.press("Escape")
    tick.focus()
    tick.press("Space")
    expect(page).to_have_url(re.compile("accepting=1"))
    expect(page.locator(".tag--off", has_text="Takes new patients")).to_be_visible()
    expect(tick).to_be_focused()
    page.go_back()
    expect(page).to_have_url(query("slipped%20disk"))
    expect(tick).not_to_be_checked()
    page.go_back()
    expect(page.locator("#results strong")).to_have_text(everybody)
    expect(box).to_have_value("")
    page.go_forward()
    expect(page.locator("#results strong")).to_have_text(found)
    expect(box).to_have_value("slipped disk")
    expect(page.locator("html[data-same-document]")).to_have_count(1)


def test_an_answer_that_is_overtaken_is_dropped(page):
    held = []

    def hold(route):
        held.append(route)

    page.route(query("tumor"), hold)
    with page.expect_request(query("tumor")):
        page.locator("#q").fill("tumor")
    page.locator("#q").fill("scoliosis")
    expect(page).to_have_title(re.compile("^Doctors for “scoliosis”"))
    held[0].fulfill(content_type="text/html", body='<div id="found">Too late</div>')
    on_page.evaluate(page, "fetch('/healthz')")  # whatever the late answer does, it has done by then
    expect(page.locator(".tag--off")).to_contain_text("coliosis")
    expect(page.locator("#q")).to_have_value("scoliosis")
    expect(page).to_have_url(query("scoliosis"))


def test_a_request_that_fails_says_so_and_the_button_still_works(page):
    page.route(query("tumor"), lambda route: route.abort(), times=1)
    page.locator("#q").fill("tumor")
    expect(page.locator("#trouble")).to_contain_text("We could not update the list.")
    expect(page.locator("#results-heading")).to_have_text("All our spine doctors")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page).to_have_title(re.compile("^Doctors for “tumor”"))
    expect(page.locator("#trouble")).to_be_empty()


def test_suggestions_are_chosen_by_the_keys_alone_and_free_text_is_always_sent(page):
    box = page.get_by_role("combobox", name="What hurts")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    box.press_sequentially("scol")
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", on_page.attribute_of(options.first, "id"))
    box.press("ArrowUp")
    expect(options.first).to_have_attribute("aria-selected", "false")
    box.press("Escape")
    expect(options).to_have_count(0)
    expect(box).to_have_value("scol")
    box.press("Enter")
    expect(page.locator("#results-heading")).to_have_text("Doctors who fit")
    expect(page).to_have_url(query("scol"))
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_be_focused()
    label = on_page.text_of(options.first.locator(".suggestions__label"))
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"\?(q|condition|specialty|procedure)=|/find-a-doctor/[\w-]+/$"))
    expect(page.locator("#main")).to_contain_text(label)


def test_without_javascript_the_form_and_the_links_do_the_same(open_page):
    page = open_page(width=360, height=740, java_script_enabled=False)
    page.goto(ADDRESS)
    page.get_by_label("What hurts").fill("slipped disk")
    page.get_by_text("Filters", exact=True).first.click()
    page.get_by_label("Takes new patients").check()
    page.get_by_label("ZIP code").fill("27610")
    page.get_by_role("button", name=re.compile("^Show ")).click()
    expect(page).to_have_title(re.compile("^Doctors for “slipped disk”"))
    expect(page.locator(".tag--off")).to_have_count(3)
    expect(page.get_by_text(re.compile("miles? away")).first).to_be_visible()
    page.get_by_label("Sort by").select_option("distance")
    page.get_by_role("button", name="Sort", exact=True).click()
    page.get_by_role("link", name="Takes new patients").click()
    expect(page.locator(".tag--off")).to_have_count(2)
    expect(page).to_have_url(re.compile("sort=distance"))
    expect(page.locator("#q")).to_have_value("slipped disk")


@pytest.mark.parametrize("size", [(360, 640), (1280, 800)])
def test_in_danger_the_first_screen_has_the_button_to_call(open_page, size):
    page = open_page(width=size[0], height=size[1])
    call = page.get_by_role("link", name="Call 911", exact=True)
    page.goto("/")
    page.locator("#id_q").fill("i cant pee")
    page.locator("#id_q").press("Enter")
    expect(call).to_be_in_viewport(ratio=1)
    page.goto("/search/?q=i+cant+pee")
    expect(call).to_be_in_viewport(ratio=1)
    page.goto(ADDRESS)
    page.locator("#q").press_sequentially("i cant pee")
    expect(call).to_be_in_viewport(ratio=1)
    expect(page.locator("#said")).to_have_text("Call 911 now if this is an emergency.")
    expect(page.locator("#q")).to_be_focused()
    page.locator("#q").press("Enter")
    expect(page.locator("#results-heading")).to_be_focused()
    expect(call).to_be_in_viewport(ratio=1)


def test_half_a_word_is_no_failure_until_the_typing_rests(page):
    heading, note = page.locator("#results-heading"), page.locator(".directory__notes")
    page.clock.install()
    page.clock.pause_at(on_page.evaluate(page, "Date.now()") + 10_000)
    with page.expect_response(query("qwxz")) as answer:
        page.locator("#q").fill("qwxz")
        page.clock.run_for(400)
    answer.value.finished()
    on_page.evaluate(page, "fetch('/healthz')")  # whatever the answer does, it has done by then
    page.clock.run_for(100)
    expect(heading).to_have_text("All our spine doctors")
    with page.expect_response(query("qwxz")) as answer:
        page.clock.run_for(1600)
    answer.value.finished()
    page.clock.resume()
    expect(note).to_contain_text("Nothing in the directory fits “qwxz”.")
    expect(heading).to_have_text("Doctors who fit")


def test_a_box_that_is_full_says_so(page):
    box = page.locator("#q")
    box.fill("a" * 999)
    expect(page.get_by_text("it holds 1,000 characters")).to_have_count(0)
    box.press("a")
    expect(page.get_by_text("it holds 1,000 characters")).to_be_visible()
    box.fill("back pain")
    expect(page.get_by_text("it holds 1,000 characters")).to_have_count(0)
