"""The browser tests read no page that they have not waited for: the cause of failures that come and go."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
READERS = {
    "tests/journeys/on_page.py",
    "tests/journeys/failures.py",
}  # the first waits, the second takes what is there
# What Playwright reads at once, or of a page that a click is just about to leave: and what to write in its place.
INSTEAD = {
    "count": "expect(locator).to_have_count(…)",
    "all": "on_page.texts_of, on_page.rows_of or on_page.evaluate_all",
    "is_visible": "expect(locator).to_be_visible()",
    "is_hidden": "expect(locator).to_be_hidden()",
    "is_enabled": "expect(locator).to_be_enabled()",
    "is_disabled": "expect(locator).to_be_disabled()",
    "is_editable": "expect(locator).to_be_editable()",
    "is_checked": "expect(locator).to_be_checked()",
    "inner_text": "expect(locator).to_have_text(…) or on_page.text_of",
    "inner_html": "expect(locator).to_have_text(…) or on_page.evaluate",
    "text_content": "expect(locator).to_have_text(…) or on_page.text_of",
    "all_inner_texts": "expect(locator).to_have_text([…]) or on_page.texts_of",
    "all_text_contents": "expect(locator).to_have_text([…]) or on_page.texts_of",
    "input_value": "expect(locator).to_have_value(…)",
    "get_attribute": "expect(locator).to_have_attribute(…) or on_page.attribute_of",
    "bounding_box": "on_page.box_of",
    "aria_snapshot": "expect(locator).to_match_aria_snapshot(…)",
    "evaluate": "on_page.evaluate",
    "evaluate_all": "on_page.evaluate_all",
    "evaluate_handle": "on_page.evaluate",
    "eval_on_selector": "on_page.evaluate",
    "eval_on_selector_all": "on_page.evaluate_all",
    "query_selector": "page.locator(…)",
    "query_selector_all": "page.locator(…)",
    "element_handle": "page.locator(…)",
    "element_handles": "page.locator(…)",
    "content": "expect(locator).to_contain_text(…) or on_page.text_of",
    "title": "expect(page).to_have_title(…) or on_page.title_of",
    "url": "expect(page).to_have_url(…) or on_page.path_of",
    "wait_for_timeout": "expect(…) or on_page.wait_until",
    "sleep": "expect(…) or on_page.wait_until",
}
NO_PAGES = {"itertools", "on_page"}
HAVE_AN_ADDRESS = {"request", "answer", "route"}  # which, unlike a page's, never changes


def browser_files():
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS.parent).as_posix()
        source = path.read_text()
        opens_a_browser = name.startswith("tests/journeys/") or "\nfrom playwright" in source
        if opens_a_browser and name not in READERS:
            yield name, source


def reads(name, source):
    """Return a sentence for each place that reads without having waited."""
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in INSTEAD:
            continue
        owner = node.value.id if isinstance(node.value, ast.Name) else ""
        if node.attr == "url":
            is_read = not isinstance(node.value, ast.Call) and owner not in HAVE_AN_ADDRESS
        else:
            is_read = id(node) in called and owner not in NO_PAGES
        if is_read:
            yield f"{name}:{node.lineno}: .{node.attr} reads before the page is there; write {INSTEAD[node.attr]}"


def test_the_browser_tests_read_no_page_that_they_have_not_waited_for():
    files = dict(browser_files())
    assert "tests/journeys/asking.py" in files
    assert [sentence for name, source in files.items() for sentence in reads(name, source)] == []


@pytest.mark.parametrize(
    "line",
    [
        "if page.get_by_role('group').count(): pass",
        "page.locator('tr').all()",
        "assert page.url.endswith('/check/')",
        "assert self.page.url",
        "html = page.content()",
        "page.wait_for_timeout(10)",
        "page.evaluate('1')",
        "scope.locator('p').first.inner_text()",
    ],
)
def test_a_read_at_once_is_found(line):
    assert len(list(reads("a.py", line))) == 1


@pytest.mark.parametrize(
    "line",
    ["itertools.count(1)", "on_page.evaluate(page, '1')", "broken.append(request.url)", "urldefrag(a).url", "all([])"],
)
def test_what_reads_no_page_is_left_alone(line):
    assert list(reads("a.py", line)) == []
