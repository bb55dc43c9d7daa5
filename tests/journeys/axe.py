"""What axe finds on a page, in light and in dark; its script is long, and a page takes it in once."""

from axe_playwright_python.sync_playwright import Axe

from . import on_page

VIOLATIONS = {"resultTypes": ["violations"]}  # every rule runs; only what is wrong is written up, in a third less time
AXE_RULES = VIOLATIONS | {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = VIOLATIONS | {"runOnly": ["color-contrast"]}


def finds_nothing(page, rules=AXE_RULES):
    """Assert that nothing is wrong with the page as it is shown now."""
    title = on_page.title_of(page)
    results = Axe().run(page, options=rules)
    assert results.violations_count == 0, f"{title}: {results.generate_report()}"


def finds_nothing_in_light_and_dark(page):
    """Assert that nothing is wrong in light, and that the contrasts are enough in dark."""
    page.emulate_media(color_scheme="light")
    finds_nothing(page)
    page.emulate_media(color_scheme="dark")
    wrong = on_page.evaluate(page, "async options => (await axe.run(options)).violations", CONTRAST)
    assert wrong == [], f"{on_page.title_of(page)}, dark"
