"""What axe finds on a page, in light and in dark; its script is long, and a page takes it in once."""

from axe_playwright_python.sync_playwright import Axe

from . import on_page

AXE_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": ["color-contrast"]}
ONLY_WHAT_IS_WRONG = {"resultTypes": ["violations"]}  # every rule runs; what is right isn't written up
WRONG = """async (options) => (await axe.run(options)).violations
    .map(({ id, help, nodes }) => [id, help, nodes.map((node) => node.html)])"""


def finds_nothing(page, rules=AXE_RULES):
    """Assert that nothing is wrong with the page as it is shown now."""
    on_page.evaluate(page, Axe().axe_script)
    still_finds_nothing(page, rules)


def still_finds_nothing(page, rules, seen=""):
    """Assert the same of a page that has the script; `seen` says how it is shown."""
    wrong = on_page.evaluate(page, WRONG, rules | ONLY_WHAT_IS_WRONG)
    assert wrong == [], f"{on_page.title_of(page)} {seen}: {wrong}"


def finds_nothing_in_light_and_dark(page):
    """Assert that nothing is wrong in light, and that the contrasts are enough in dark."""
    page.emulate_media(color_scheme="light")
    finds_nothing(page)
    page.emulate_media(color_scheme="dark")
    still_finds_nothing(page, CONTRAST, "in dark")
