"""Someone who works with mouse and keyboard, whose clicks and keys are counted."""

import contextlib

from playwright.sync_api import expect


class Hands:
    """Works on a page. A chosen option of a list is a click for the list and one for the option."""

    def __init__(self, page):
        self.page = page
        self.clicks = self.keys = 0

    @contextlib.contextmanager
    def at_most(self, clicks, keys=0):
        """Run a block that takes no more than this."""
        self.clicks = self.keys = 0
        yield
        assert (self.clicks <= clicks, self.keys <= keys) == (True, True), (self.clicks, self.keys)

    def click(self, locator):
        self.clicks += 1
        locator.click()

    def press(self, name):
        """Click a button, and wait until the page that it leads to is there."""
        button = self.page.get_by_role("button", name=name)
        expect(button.first).to_be_visible()
        with self.page.expect_navigation():
            self.click(button.first)

    def follow(self, name):
        """Click a link to another page."""
        with self.page.expect_navigation():
            self.click(self.page.get_by_role("link", name=name).first)

    def choose(self, name, option):
        """Choose from the list of this name."""
        self.clicks += 2
        self.page.locator(f"select[name={name}]").select_option(label=option)

    def type(self, label, text, *, by_tab=True):
        """Type into a field that Tab leads to; `by_tab=False`: it's clicked."""
        field = self.page.get_by_role("textbox", name=label, exact=True)
        self.clicks += not by_tab
        self.keys += len(text) + by_tab
        field.fill(text)
