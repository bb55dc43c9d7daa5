"""An auditor reads the security log, and who saw a request, in a browser."""

from playwright.sync_api import expect

from . import axe
from .asking import sign_in_scheduler, sign_in_staff
from .desk_morning import quiet_morning

LOG = "/admin/wakemed/securityevent/"


def test_an_auditor_finds_a_sign_in_and_axe_finds_nothing(open_page, site):
    page = open_page(reduced_motion="reduce")
    sign_in_staff(page, site, "auditor@example.com")
    page.locator(".desk-sections").get_by_role("link", name="Security log").click()
    expect(page.locator("#result_list")).to_contain_text("auditor@example.com signed in.")
    axe.finds_nothing_in_light_and_dark(page)
    page.goto(f"{LOG}?q=nobody@example.com&kind__exact=signed_out")
    expect(page.locator(".desk-empty")).to_have_text("Nothing was recorded that fits.")
    axe.finds_nothing_in_light_and_dark(page)


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
