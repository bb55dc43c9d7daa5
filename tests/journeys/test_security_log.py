"""An auditor reads the security log in a browser."""

from playwright.sync_api import expect

from . import axe
from .asking import sign_in_staff

LOG = "/admin/wakemed/securityevent/"


def test_an_auditor_finds_a_sign_in_and_axe_finds_nothing(open_page, site):
    page = open_page(reduced_motion="reduce")
    sign_in_staff(page, site, "auditor@example.com")
    page.locator(".desk-sections").get_by_role("link", name="Security log").click()
    expect(page.locator("#result_list")).to_contain_text("auditor@example.com signed in.")
    axe.finds_nothing_in_light_and_dark(page)
    page.goto(f"{LOG}?q=auditor@example.com&kind__exact=signed_out")
    expect(page.locator(".desk-empty")).to_have_text("Nothing was recorded that fits.")
    axe.finds_nothing_in_light_and_dark(page)
