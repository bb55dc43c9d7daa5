"""An auditor reads the security log, and who saw a request, in a browser."""

from playwright.sync_api import expect

from . import axe, on_page
from .asking import sign_in_scheduler, sign_in_staff
from .desk_morning import quiet_morning

LOG, ERASURES = "/admin/wakemed/securityevent/", "/admin/wakemed/erasure/"


def test_an_auditor_finds_a_sign_in_and_axe_finds_nothing(open_page, site):
    page = open_page(reduced_motion="reduce")
    sign_in_staff(page, site, "auditor@example.com")
    page.locator(".desk-sections").get_by_role("link", name="Security log").click()
    expect(page.locator("#result_list")).to_contain_text("auditor@example.com signed in.")
    axe.finds_nothing_in_light_and_dark(page)
    page.goto(f"{LOG}?q=nobody@example.com&kind__exact=signed_out")
    expect(page.locator(".desk-empty")).to_have_text("Nothing was recorded that fits.")
    axe.finds_nothing_in_light_and_dark(page)
    for address, heading in {ERASURES: "Erasures", "/admin/appointments/recordaccess/": "Access log"}.items():
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        fits_a_phone_and_axe_finds_nothing(page)


def test_an_auditor_sees_who_found_a_request_and_axe_finds_nothing(open_page, site):
    quiet_morning(site)
    desk = open_page(reduced_motion="reduce")
    sign_in_scheduler(desk, site)
    desk.goto("/admin/appointments/appointmentrequest/?tab=new")
    [[reference]] = site.rows(
        "SELECT reference FROM appointments_appointmentrequest AS request JOIN appointments_recordaccess AS seen"
        " ON seen.request_id = request.id ORDER BY seen.id DESC LIMIT 1"
    )
    page = open_page(reduced_motion="reduce")
    sign_in_staff(page, site, "auditor@example.com")
    page.locator(".desk-sections").get_by_role("link", name="Who saw a request").click()
    page.get_by_label("Reference of the request").fill(reference)
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_role("region", name="All of it, the latest first")).to_contain_text("Saw it in a list.")
    axe.finds_nothing_in_light_and_dark(page)
    page.emulate_media(media="print")
    expect(page.get_by_label("Reference of the request")).to_be_hidden()
    page.goto("/admin/appointments/recordaccess/")
    expect(page.locator("#result_list")).to_contain_text("seen in a list")
    fits_a_phone_and_axe_finds_nothing(page)
    manager = open_page(reduced_motion="reduce")
    sign_in_staff(manager, site, "manager@example.com")
    manager.goto(f"{LOG}copy/?reference={reference}")
    expect(manager.get_by_role("button", name="Print")).to_be_visible()
    fits_a_phone_and_axe_finds_nothing(manager)


def fits_a_phone_and_axe_finds_nothing(page):
    """Look at the page as wide as it is, and 360 pixels wide: there it doesn't scroll sideways."""
    axe.finds_nothing_in_light_and_dark(page)
    wide = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= 360
    axe.finds_nothing_in_light_and_dark(page)
    page.set_viewport_size(wide)
