"""Staff set up a second step and sign in with it: an app's code without JavaScript, a passkey with it."""

import re

import pytest
from playwright.sync_api import expect

from tests.one_time_codes import code_of

from . import on_page
from .axe import finds_nothing_in_light_and_dark
from .signin_pages import signin_page

SETUP = "/accounts/second-step/"
PASSKEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_password(page, site, email):
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(site.password_of(email))
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page):
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()


def test_an_app_is_set_up_and_asked_at_the_next_sign_in(page, site, has_script):
    email = "nurse@example.com"
    page.emulate_media(reduced_motion="reduce")  # colors that fade are too pale on the way
    look = finds_nothing_in_light_and_dark if has_script else str
    give_password(page, site, email)
    page.goto(SETUP)
    page.get_by_role("link", name="Set up an app").click()
    look(page)
    secret = on_page.text_of(page.locator(".secret-key code"))
    page.get_by_label("Code").fill(code_of(secret))
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    look(page)
    recovery_code, another = (on_page.text_of(page.locator(".recovery-codes li").nth(number)) for number in (0, 1))
    page.get_by_role("link", name="I have them: go on").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    sign_out(page)
    give_password(page, site, email)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    look(page)
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/admin/$"))

    page.goto(SETUP)
    look(page)
    page.get_by_role("link", name="Remove the app").click()
    look(page)
    page.get_by_label("Code").fill(another)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("button", name="Remove the app").click()
    expect(page.get_by_text("The app is removed.")).to_be_visible()


@pytest.mark.parametrize("state", ["with single sign-on", "locked"])
def test_axe_finds_nothing_on_the_sign_in_however_it_is(open_page, site, state):
    markup = signin_page(site, state)
    page = open_page(width=320, height=640, reduced_motion="reduce")
    page.route("**/accounts/login/", lambda route: route.fulfill(body=markup, content_type="text/html"))
    page.goto("/accounts/login/")
    expect(page.get_by_label("Code")).to_have_count(1 if state == "locked" else 0)
    expect(page.get_by_role("link", name="Sign in with your hospital account")).to_have_count(1 - (state == "locked"))
    assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= 320
    finds_nothing_in_light_and_dark(page)


@pytest.fixture
def laptop(open_page, site):
    """A browser with a passkey of its own, under the name that passkeys need."""
    page = open_page(reduced_motion="reduce")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY})
    return page


def test_a_passkey_is_added_and_signs_in_by_itself(laptop, site):
    page, home = laptop, site.name_address
    page.goto(f"{home}/accounts/login/")
    page.get_by_label("Email").fill("auditor@example.com")
    page.get_by_label("Password", exact=True).fill(site.password_of("auditor@example.com"))
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{home}{SETUP}passkeys/add/")
    page.get_by_label("Name of this passkey").fill("Work laptop")
    finds_nothing_in_light_and_dark(page)
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    page.goto(f"{home}{SETUP}")
    expect(page.get_by_text("Work laptop")).to_be_visible()

    page.goto(f"{home}/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto(f"{home}/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile("/admin/$"))

    page.goto(f"{home}{SETUP}")
    page.get_by_role("link", name="remove Work laptop").click()
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_role("button", name="Remove the passkey").click()
    expect(page.get_by_text("The passkey is removed.")).to_be_visible()
