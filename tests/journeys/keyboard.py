"""Someone without a mouse, and what the focus shows at every stop."""

import re

from playwright.sync_api import expect

from . import on_page

STOP = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const words = element.labels?.length ? element.labels[0].innerText : element.innerText;
    return {
        isNowhere: element === document.body,  // a key that was pressed while the page was still being put up
        name: words.replace(/\\s+/g, " ").trim(),
        ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 1) || style.boxShadow !== "none",
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


class Keyboard:
    """Someone without a mouse."""

    def __init__(self, page):
        self.page = page

    def stop(self):
        """Return the name of what has the focus, which must be seen."""
        stop = on_page.evaluate(self.page, STOP)
        if stop["isNowhere"]:
            return ""
        assert stop["ring"], stop
        assert stop["inView"], stop
        return stop["name"]

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, name, key="Tab"):
        """Press Tab until something whose name begins so has the focus."""
        passed = []
        while not passed or not passed[-1].startswith(name):
            assert len(passed) < 60, passed
            self.press(key)
            passed.append(self.stop())

    def past_the_header(self):
        self.to("Skip to the content")
        self.press("Enter")
        expect(self.page.locator("main")).to_be_focused()

    def fill(self, name, text):
        self.to(name)
        self.page.keyboard.type(text)

    def on_page(self, title):
        expect(self.page).to_have_title(re.compile(f"^{title}"))
        self.page.wait_for_load_state()  # its title is there before its keys are
        self.past_the_header()

    def go_on(self):
        self.to("Continue")
        self.press("Enter")
