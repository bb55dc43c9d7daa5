"""The component sheet in a real browser: accessible, never too wide, and helped by its script."""

import pytest
from playwright.sync_api import expect

from . import on_page
from .axe import finds_nothing, finds_nothing_in_light_and_dark

SHEETS = ["/dev/styleguide/", "/dev/styleguide/mistakes/"]
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("address", SHEETS)
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_components(open_page, address, width, scheme):
    page = open_page(width=width, color_scheme=scheme)
    page.goto(address)
    finds_nothing(page, {"runOnly": RULES})


def test_axe_would_find_a_mistake_in_light_and_in_dark(open_page):
    page = open_page()
    page.goto("/dev/styleguide/")
    add = "words => document.querySelector('main').append(Object.assign(document.createElement('p'), words))"
    on_page.evaluate(page, add, {"innerHTML": '<input type="text">'})
    with pytest.raises(AssertionError, match="'label'"):
        finds_nothing(page)
    on_page.evaluate(page, "document.querySelector('main > p:last-child').style.color = 'rgb(90, 90, 90)'")
    on_page.evaluate(page, "document.querySelector('main > p:last-child').textContent = 'Gray words'")
    with pytest.raises(AssertionError, match=r"in dark: .*color-contrast"):
        finds_nothing_in_light_and_dark(page)


@pytest.mark.parametrize("address", SHEETS)
@pytest.mark.parametrize(("width", "larger"), [(320, 1), (320, 2), (640, 2)])
def test_nothing_is_too_wide_for_a_small_phone_or_for_text_twice_as_large(open_page, address, width, larger):
    page = open_page(width=width)
    page.goto(address)
    on_page.evaluate(
        page,
        "factor => { document.documentElement.style.fontSize = `calc(112.5% * ${factor})`; }",
        larger,
    )
    assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_the_header_and_the_footer_fit_a_small_phone_with_text_twice_as_large(open_page):
    page = open_page(width=320)
    for address in ("/", "/conditions/tumors-of-the-spine/", "/appointments/request/"):
        page.goto(address)
        on_page.evaluate(page, "document.documentElement.style.fontSize = '225%'")
        assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= 320, address


def test_in_forced_colors_what_is_chosen_wrong_or_to_be_pressed_still_has_an_edge(open_page):
    page = open_page(width=360, forced_colors="active")
    page.goto("/dev/styleguide/mistakes/")
    page.get_by_text("Phone", exact=True).last.click()
    edge = """element => {
        const style = getComputedStyle(element);
        return [style.borderTopStyle, parseFloat(style.borderTopWidth), style.outlineStyle];
    }"""
    chosen, other = page.locator(".choice:has(:checked)").first, page.locator(".choice:not(:has(:checked))").first
    assert on_page.evaluate(chosen, edge)[2] in ("solid", "dashed")
    assert on_page.evaluate(other, edge) == ["solid", 1, "none"]
    wrong = page.locator("[aria-invalid=true]:is(input:not([type=radio], [type=checkbox]), textarea)").first
    assert on_page.evaluate(wrong, edge)[:2] == ["solid", 4]
    button = page.locator("main .button:not(.button--quiet)").first
    assert on_page.evaluate(button, edge)[:2] == ["solid", 1]


def test_every_target_is_large_enough_for_a_finger(open_page):
    page = open_page(width=360)
    page.goto("/dev/styleguide/")
    too_small = on_page.evaluate(
        page,
        """() => [...document.querySelectorAll("button, summary, .button, .site-actions a, .choice, select, nav a")]
            .filter((element) => element.checkVisibility())
            .map((element) => [element.textContent.trim(), element.getBoundingClientRect().height])
            .filter(([, height]) => height < 44)""",
    )
    assert too_small == []


def test_the_summary_has_the_focus_and_leads_to_the_field(page):
    page.goto("/dev/styleguide/mistakes/")
    expect(page.locator("#error-summary")).to_be_focused()
    page.get_by_role("link", name="Choose how we may reach you.").click()
    expect(page.get_by_role("radio", name="Phone")).to_be_in_viewport()


def test_the_menu_opens_with_and_without_a_script(page):
    page.goto("/dev/styleguide/")
    link = page.get_by_role("banner").get_by_role("link", name="Conditions")
    expect(link).to_be_hidden()
    page.get_by_role("banner").get_by_text("Menu").click()
    expect(link).to_be_visible()


def test_the_header_leaves_a_phone_most_of_its_screen(page):
    page.goto("/dev/styleguide/")
    assert on_page.box_of(page.get_by_role("banner"))["height"] <= 740 / 4


def test_characters_left_are_counted_like_on_the_server(open_page):
    page = open_page(width=360)
    page.goto("/dev/styleguide/")
    words, count = page.get_by_label("In your own words"), page.locator("#id_words_count")
    expect(count).to_have_text("You have 60 characters left.")
    words.fill("a\n👍")
    expect(count).to_have_text("You have 57 characters left.")
    words.fill("x" * 59)
    expect(count).to_have_text("You have 1 character left.")
    words.fill("x" * 62)
    expect(count).to_have_text("You have 2 characters too many.")
    expect(words).to_have_value("x" * 62)
    expect(page.locator("[aria-live=polite]")).to_have_text("You have 2 characters too many.")


def test_a_double_click_sends_once_and_going_back_lets_it_be_sent_again(open_page):
    page = open_page()
    posts = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.post_data))
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill("nobody@example.com")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in", exact=True).dblclick()
    expect(page.locator("#error-summary")).to_be_visible()
    assert len(posts) == 1
    page.go_back()
    page.get_by_label("Password").fill("wrong again")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("#error-summary")).to_be_visible()
    assert len(posts) == 2


def test_a_notice_is_hidden_with_the_keyboard_until_it_changes_and_only_with_a_script(open_page):
    page = open_page(width=360)
    page.goto("/covid-19/")
    hide, notices = page.get_by_role("button", name="Hide"), page.locator("notice-box")
    expect(hide).to_have_count(2)
    assert min(on_page.box_of(hide.first)[side] for side in ("width", "height")) >= 44
    hide.first.focus()
    page.keyboard.press("Enter")
    expect(hide).to_be_focused()  # the one that is left
    expect(page.locator("[data-notice-hidden]")).to_have_text("The notice is hidden. It comes back when it changes.")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto("/visitors/")
    expect(notices.filter(visible=True)).to_have_count(0)
    assert page.context.cookies() == []
    on_page.evaluate(notices.first, "notice => localStorage.setItem(notice.dataset.notice, 'an older version')")
    page.reload()
    expect(notices.filter(visible=True)).to_have_count(1)

    without_script = open_page(width=360, java_script_enabled=False)
    without_script.goto("/covid-19/")
    expect(without_script.locator("notice-box").filter(visible=True)).to_have_count(2)
    expect(without_script.get_by_role("button", name="Hide")).to_have_count(0)


def test_paper_gets_whole_addresses_closed_answers_and_nothing_to_press(page, site):
    page.goto("/conditions/tumors-of-the-spine/")
    page.emulate_media(media="print", color_scheme="dark")
    after = "link => getComputedStyle(link, '::after').content"
    links = page.locator("main a[href^='/treatments/']").filter(visible=True)
    inside = on_page.evaluate(links.first, after)
    outside = on_page.evaluate(page.locator("main a[href^='http']").first, after)
    assert inside == f'" ({site.address}/treatments/en-bloc-resection/)"'
    assert outside.startswith('" (https://')
    assert on_page.evaluate(page.locator("main a[href^='tel:']").first, after) == "none"
    expect(page.locator(".printed")).to_contain_text(f"{site.address}/conditions/tumors-of-the-spine/")
    expect(page.locator(".printed")).to_contain_text("As of ")
    closed = page.locator(".qa details:not([open]) p").first
    assert on_page.evaluate(closed, "words => words.getBoundingClientRect().height") > 0
    expect(page.locator("nav, button, notice-box").filter(visible=True)).to_have_count(0)
    assert on_page.evaluate(page, "getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_class_is_chosen_in_the_drawing_by_key_and_by_tap_without_a_script(open_page):
    page = open_page(width=360, height=740, java_script_enabled=False, has_touch=True, reduced_motion="reduce")
    page.goto("/conditions/tumors-of-the-spine/")
    outside, inside = (page.locator(f".tumor--{place} .tumor__shape") for place in ("extradural", "intramedullary"))
    choose = page.get_by_role("group", name="Show in the drawing")
    faded = "rgba(0, 0, 0, 0)"
    for shape in (outside, inside):
        expect(shape).not_to_have_css("fill", faded)
    choose.get_by_role("radio", name="All of them").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    chosen = choose.get_by_role("radio", name="2 Intramedullary")
    expect(chosen).to_be_focused()
    expect(chosen).to_have_accessible_description("Inside the spinal cord.")
    expect(outside).to_have_css("fill", faded)
    expect(inside).not_to_have_css("fill", faded)
    outside.scroll_into_view_if_needed()
    box = on_page.box_of(outside)
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(choose.get_by_role("radio", name="3 Extradural")).to_be_checked()
    expect(inside).to_have_css("fill", faded)
    expect(page.locator(".class-card--extradural")).not_to_have_css("outline-color", faded)
    expect(page.locator(".class-card--intramedullary")).to_have_css("outline-color", faded)
