"""What a scheduler sees of the queue and the day sheet at 1280 pixels and on a phone, and what a script adds."""

from playwright.sync_api import expect

from . import axe, on_page
from .asking import sign_in_scheduler
from .desk_morning import busy_morning, quiet_morning

QUEUE = "/admin/appointments/appointmentrequest/"


def test_tabs_stay_in_one_row_and_the_sheet_prints_by_a_button(open_page, site):
    busy_morning(site, 1)
    page = open_page(reduced_motion="reduce")
    sign_in_scheduler(page, site)
    page.goto(f"{QUEUE}?tab=waiting")
    page.get_by_text("Filter", exact=True).click()
    tabs = page.locator(".desk-tabs > *")
    assert len(set(on_page.evaluate_all(tabs, "tabs => tabs.map(tab => tab.getBoundingClientRect().bottom)"))) == 1
    page.locator(".desk-tabs__more > summary").click()
    left, right = on_page.evaluate(
        page, "(({left, right}) => [left, right])(document.querySelector('.desk-tabs__menu').getBoundingClientRect())"
    )
    assert left >= 0
    assert right <= page.viewport_size["width"]
    axe.finds_nothing_in_light_and_dark(page)
    page.goto(f"{QUEUE}day-sheet/")
    expect(page.get_by_text("To print, use your browser's menu.")).to_be_hidden()
    on_page.evaluate(page, "window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_on_a_phone_the_actions_below_the_queue_can_be_read(open_page, site):
    quiet_morning(site)
    page = open_page(width=360, height=740, reduced_motion="reduce")
    sign_in_scheduler(page, site)
    for name in ("action", "colleague"):
        assert on_page.box_of(page.locator(f"#changelist-form select[name={name}]"))["width"] >= 200, name
