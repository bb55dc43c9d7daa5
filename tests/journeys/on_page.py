"""What a page shows, read only once the page is there.

`expect(…)` comes first: it asks again until the answer is right. The functions here are for what a test remembers or
measures. They read once, so they wait first: until the page has loaded and what they read is on it. No other file of
the browser tests reads a page (`tests/test_browser_reads.py`).
"""

import contextlib
import re
import time
import urllib.parse

from playwright.sync_api import expect

SECONDS = 60  # the longest wait, however busy the machine is


def path_of(page):
    """Return the path of the page's address."""
    page.wait_for_load_state()
    return urllib.parse.urlsplit(page.url).path


def title_of(page):
    page.wait_for_load_state()
    return page.title()


def text_of(locator):
    """Return the text of the one element, without the white space around it."""
    locator.page.wait_for_load_state()
    expect(locator).to_be_visible()
    return locator.inner_text().strip()


def texts_of(locator):
    """Return the texts of all the elements, of which there must be one at least."""
    locator.page.wait_for_load_state()
    expect(locator).not_to_have_count(0)
    return locator.all_inner_texts()


def rows_of(table):
    """Return the rows of a table's body, each as a list of its cells' texts."""
    rows = table.locator("tbody tr")
    expect(rows).not_to_have_count(0)
    return evaluate_all(rows, "rows => rows.map((row) => [...row.cells].map((cell) => cell.innerText))")


def attribute_of(locator, name):
    """Return an attribute that the element must have."""
    expect(locator).to_have_attribute(name, re.compile(".*"))
    return locator.get_attribute(name)


def box_of(locator):
    """Return where the element is drawn: x, y, width and height in pixels."""
    locator.page.wait_for_load_state()
    expect(locator).to_be_visible()
    return locator.bounding_box()


def evaluate(page_or_element, script, *argument):
    """Run a script on the loaded page, or on an element of it, and return what it returns."""
    getattr(page_or_element, "page", page_or_element).wait_for_load_state()
    return page_or_element.evaluate(script, *argument)


def evaluate_all(locator, script):
    """Run a script on all the elements, of which there must be one at least."""
    locator.page.wait_for_load_state()
    expect(locator).not_to_have_count(0)
    return locator.evaluate_all(script)


def visit_until(page, address, assertion, *values):
    """Open the address again and again until an assertion holds, such as `expect(mail).to_be_visible`."""
    deadline = time.monotonic() + SECONDS
    page.goto(address)
    while time.monotonic() < deadline:
        with contextlib.suppress(AssertionError):
            return assertion(*values, timeout=250)
        page.goto(address)
    return assertion(*values)


def wait_until(page, condition):
    """Let the browser go on until a condition of Python's holds."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        page.wait_for_timeout(10)
