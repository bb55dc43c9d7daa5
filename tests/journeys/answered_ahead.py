"""Question pages that a test only passes through, answered without being shown: a post takes a tenth of a page's time.

That a browser's pages post the same, other journeys show.
"""

import re
from urllib.parse import urlencode, urlsplit

from tests.appointments.form_answers import GOOD, SOMETIMES, START

from .asking import LAST_PAGE, answers_with

ANSWERS = {
    **(GOOD | SOMETIMES),
    "visit": {"visit_type": "in_person"},
    "locations": {"locations": []},
    "doctor": {"doctor": "first-available"},
}


class Ahead:
    """The posts of a device, with the cookies of its browser."""

    def __init__(self, page):
        self.page = page

    @property
    def cookies(self):
        return {cookie["name"]: cookie["value"] for cookie in self.page.context.cookies()}

    def next_step(self):
        """Return the page that wants an answer; starts a request unless one is started."""
        if "request_draft" not in self.cookies:
            self.page.request.get(START)
            self.post(START, {})
        answer = self.page.request.get(f"{START}{LAST_PAGE}/", max_redirects=0)
        return LAST_PAGE if answer.ok else step_in(answer)

    def post(self, address, fields):
        """Post the fields, which must be good answers; returns what follows."""
        answer = self.page.request.post(
            address,
            data=urlencode({"csrfmiddlewaretoken": self.cookies["csrftoken"]} | fields, doseq=True),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            max_redirects=0,
        )
        assert answer.status == 302, answer.text()
        return step_in(answer)

    def first_day(self):
        """Return the answer for the page of times: the morning of the first day."""
        days = self.page.request.get(f"{START}times/").text()
        return {"day_1": re.search(r'<option value="(\d[^"]+)"', days).group(1), "half_1": "morning"}


def step_in(redirect):
    """Return the page that the answer leads to."""
    return urlsplit(redirect.headers["location"]).path.rstrip("/").rpartition("/")[2]


def skip_to(page, goal=LAST_PAGE, answers=None, **changes):
    """Answer every page before `goal` and open that; returns the pages that were answered.

    The phone number and the address are those of `answers`; other changes are by page, with the names of the fields.
    """
    ahead, passed = Ahead(page), []
    contact = (answers or answers_with())["contact"]
    contact = {"phone": contact["Phone number"], "email": contact["E-mail address"]}
    step = ahead.next_step()
    while step != goal:
        passed.append(step)
        assert len(passed) < 20, passed
        fields = ahead.first_day() if step == "times" else ANSWERS[step]
        fields = fields | (contact if step == "contact" else {}) | changes.get(step, {})
        step = ahead.post(f"{START}{step}/", fields)
    page.goto(f"{START}{goal}/")
    return passed
