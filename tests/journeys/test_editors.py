"""From a wrong sentence on a page to the right one: an editor, a reviewer and a patient."""

import re

import pytest
from playwright.sync_api import expect

PAGE = "/covid-19/"
WRONG, RIGHT = "Masks", "Masks are free at every door"


@pytest.fixture
def sign_in(site, open_page):
    """Return a function that signs a sample account in and returns its browser."""

    def enter(email):
        page = open_page()
        page.goto("/staff/")
        page.get_by_label("E-mail").fill(email)
        page.get_by_label("Password", exact=True).fill(site.password_of(email))
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/cms/**")
        return page

    return enter
