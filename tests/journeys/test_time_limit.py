"""Half an hour: what is typed is kept that long, and its end is said beforehand and can be put off."""

import hashlib
import re

import pytest
from playwright.sync_api import expect

from . import on_page
from .answered_ahead import skip_to
from .axe import finds_nothing

WORDS = "Pain in the middle of my back,\nworse at night."
HALF_AN_HOUR = 30 * 60
ADDRESS = "/appointments/request/condition/"


def in_own_words(page):
    return page.get_by_label("In your own words")


def warning(page):
    return page.get_by_role("dialog", name="Do you need more time?")


def kept(page):
    """Expect that the page keeps what is typed, and the server has it."""
    return page.expect_response(lambda answer: answer.url.endswith("/keep/") and answer.status == 204)


def asked(page):
    """Expect that the page asks the server how long the draft lives."""
    return page.expect_response(lambda answer: answer.url.endswith("/extend/") and answer.request.method == "GET")


class Device:
    """A page on the way through the questions, its draft, and a clock that can be turned."""

    def __init__(self, page, site):
        self.page, self.site = page, site
        page.clock.install()
        skip_to(page, "condition")

    @property
    def digest(self):
        secret = next(each["value"] for each in self.page.context.cookies() if each["name"] == "request_draft")
        return hashlib.sha256(secret.encode()).hexdigest()

    def seconds_left(self):
        """Return for how many seconds the server keeps the draft."""
        query = "SELECT extract(epoch FROM expires_at - now()) FROM appointments_requestdraft WHERE secret_digest = %s"
        return float(self.site.rows(query, self.digest)[0][0])

    def ends_in(self, seconds):
        """Let the server's half hour end in `seconds`."""
        query = (
            "UPDATE appointments_requestdraft SET expires_at = now() + %s * interval '1 second' "
            "WHERE secret_digest = %s RETURNING 1"
        )
        assert self.site.rows(query, seconds, self.digest) == [(1,)]

    def comes_to_the_warning(self):
        """Let 28 minutes and a second pass, on the server and on the device."""
        self.ends_in(119)
        self.page.clock.fast_forward(28 * 60 * 1000 + 1000)
        expect(warning(self.page)).to_be_visible()


@pytest.fixture
def device(open_page, site):
    return Device(open_page(width=360, height=740), site)


def test_two_minutes_before_the_end_a_warning_says_so_and_speaks_seldom(device):
    page = device.page
    # The clock stands still but for `run_for`, and the answer is the same on a busy machine.
    page.route("**/extend/", lambda route: route.fulfill(json={"seconds": 119}))
    page.clock.pause_at(on_page.evaluate(page, "Date.now()") / 1000 + 28 * 60 + 1)
    clock = page.get_by_role("timer")
    expect(clock).to_have_text("1:59")
    expect(warning(page)).to_contain_text("To protect your privacy, we erase your answers in 2 minutes.")
    expect(page.get_by_role("button", name="Keep my answers for 30 more minutes")).to_be_focused()
    on_page.evaluate(
        page,
        """() => {
            const live = document.querySelector("dialog [aria-live]");
            window.spoken = [];
            new MutationObserver(() => window.spoken.push(live.textContent)).observe(live, { childList: true });
        }""",
    )
    page.clock.run_for(50_000)
    expect(clock).to_have_text("1:09")
    page.clock.run_for(60_000)
    expect(clock).to_have_text("0:09")
    assert on_page.evaluate(page, "window.spoken") == [
        "To protect your privacy, we erase your answers in 1 minute.",
        "To protect your privacy, we erase your answers in 20 seconds.",
    ]


@pytest.mark.parametrize("how", ["button", "Escape"])
def test_more_time_keeps_what_is_typed_and_gives_the_focus_back(device, how):
    page = device.page
    in_own_words(page).fill(WORDS)
    device.comes_to_the_warning()
    if how == "button":
        page.get_by_role("button", name="Keep my answers for 30 more minutes").click()
    else:
        page.keyboard.press("Escape")
    expect(warning(page)).to_be_hidden()
    expect(in_own_words(page)).to_be_focused()
    expect(in_own_words(page)).to_have_value(WORDS)
    assert device.seconds_left() > HALF_AN_HOUR - 60
    page.reload()
    expect(in_own_words(page)).to_have_value(WORDS)


def test_no_warning_when_another_tab_has_asked_for_more_time(device):
    line = device.page.locator("#kept-until")
    before = on_page.text_of(line)
    with asked(device.page):
        device.page.clock.fast_forward(28 * 60 * 1000 + 1000)
    expect(line).not_to_have_text(before)  # an answer that is still read would run out of patience in `run_for`
    device.page.clock.run_for(5_000)
    expect(warning(device.page)).to_be_hidden()


def test_a_laptop_that_slept_past_the_end_shows_no_answers(device):
    page = device.page
    in_own_words(page).fill(WORDS)
    device.ends_in(-60)
    page.clock.fast_forward(31 * 60 * 1000)
    expect(page).to_have_url(re.compile(r"/appointments/request/\?erased=1$"))
    expect(page.locator("main")).to_contain_text("Your earlier answers have been erased")
    page.go_back()
    expect(page.locator("body")).not_to_contain_text("In your own words")


def test_at_the_end_the_page_goes_away_by_itself(device):
    device.comes_to_the_warning()
    device.ends_in(-1)
    device.page.clock.run_for(121_000)
    expect(device.page).to_have_url(re.compile(r"/appointments/request/\?erased=1$"))


def test_without_a_connection_the_warning_stays_and_says_what_to_do(device):
    page = device.page
    device.comes_to_the_warning()
    page.context.set_offline(True)
    button = page.get_by_role("button", name="Keep my answers for 30 more minutes")
    button.click()
    expect(warning(page)).to_contain_text("We could not reach our server. Please press the button again.")
    finds_nothing(page)
    page.context.set_offline(False)
    button.click()
    expect(warning(page)).to_be_hidden()


def test_the_line_below_the_question_says_until_when_and_puts_it_off(device):
    page = device.page
    line = page.locator("#kept-until")
    before = on_page.text_of(line)
    assert re.fullmatch(r"We keep your answers until \d+:\d\d\s[AP]M on this device, then we erase them\.", before)
    device.ends_in(600)
    page.clock.fast_forward(20 * 60 * 1000)
    page.get_by_role("button", name="Keep them for 30 more minutes").click()
    expect(line).not_to_have_text(before)
    assert device.seconds_left() > HALF_AN_HOUR - 60
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))


def test_what_is_typed_survives_a_reload_and_a_closed_tab_and_prolongs_nothing(device):
    page = device.page
    device.ends_in(600)
    with kept(page):
        in_own_words(page).press_sequentially("Since May")
        page.clock.run_for(1_000)
    assert device.seconds_left() < 600
    page.reload()
    expect(in_own_words(page)).to_have_value("Since May")
    with kept(page):
        in_own_words(page).fill(WORDS)
        page.clock.run_for(1_000)
    other = page.context.new_page()
    page.close()
    other.goto(ADDRESS)
    expect(in_own_words(other)).to_have_value(WORDS)


def test_words_typed_in_the_last_moment_before_leaving_are_kept(device):
    page = device.page
    in_own_words(page).fill(WORDS)
    page.goto("/find-a-doctor/")
    # The words are still on their way when the page that sent them is gone.
    on_page.visit_until(page, ADDRESS, expect(in_own_words(page)).to_have_value, WORDS)


def test_one_keeping_at_a_time_and_the_newest_words_win(device):
    page, held = device.page, []

    def hold(route):  # Playwright looks at the signature, which a built-in does not have
        held.append(route)

    page.route("**/keep/", hold)
    with page.expect_request("**/keep/"):
        in_own_words(page).fill("one")
        page.clock.run_for(1_000)
    for words in ("two", "three"):
        in_own_words(page).fill(words)
        page.clock.run_for(1_000)
    assert len(held) == 1
    with page.expect_request("**/keep/"):
        with kept(page):
            held[0].continue_()
        page.clock.run_for(5_000)
    on_page.wait_until(page, lambda: len(held) == 2)  # the browser reports a request before the route has it
    with kept(page):
        held[1].continue_()
    assert ["reason=one" in held[0].request.post_data, "reason=three" in held[1].request.post_data] == [True, True]


def test_a_failed_keeping_is_silent_and_tried_again(device):
    page = device.page
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        in_own_words(page).fill(WORDS)
        page.clock.run_for(1_000)
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.context.set_offline(False)
    with kept(page):
        page.clock.run_for(10_000)


def test_sending_the_page_keeps_nothing_beside_it(device):
    page, sent = device.page, []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    in_own_words(page).fill(WORDS)
    page.get_by_text("I'm not sure", exact=True).click()
    page.get_by_role("button", name="Continue").click()
    expect(page).not_to_have_url(re.compile("condition"))
    assert [url.partition("/request")[2] for url in sent] == ["/condition/"]


def test_without_a_script_the_button_keeps_what_is_typed(open_page):
    page = open_page(width=360, height=740, java_script_enabled=False)
    skip_to(page, "condition")
    expect(page.locator("#kept-until")).to_contain_text(re.compile(r"until \d+:\d\d [AP]M E[DS]T on this device"))
    expect(page.get_by_role("dialog")).to_be_hidden()
    in_own_words(page).fill(WORDS)
    page.get_by_role("button", name="Keep them for 30 more minutes").click()
    expect(page).to_have_url(re.compile(ADDRESS))
    expect(in_own_words(page)).to_have_value(WORDS)


def test_enter_goes_on_and_back_takes_along_what_is_typed(page):
    skip_to(page, "condition")
    in_own_words(page).fill(WORDS)
    page.get_by_role("button", name="Back").click()
    expect(page).to_have_url(re.compile("/who/$"))
    page.get_by_label("I do").press("Enter")
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))
    expect(in_own_words(page)).to_have_value(WORDS)
