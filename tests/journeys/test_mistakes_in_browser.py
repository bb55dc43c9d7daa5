"""Every sentence about a mistake that a person can make, met once in a browser."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.appointments.mistakes import mistakes_of_people

from . import on_page
from .answered_ahead import skip_to
from .asking import answer, answers_with, go_on, step_of

TYPED = """() => [...new FormData(document.getElementById("question"))].filter(
    ([name]) => name !== "csrfmiddlewaretoken"
)"""
# The words that a screen reader adds to the field that has the focus, or to its group when it comes in.
ERRORS_AT_FOCUS = """() => [document.activeElement, document.activeElement.closest("fieldset")]
    .flatMap((element) => (element?.getAttribute("aria-describedby") ?? "").split(" "))
    .filter((id) => id.endsWith("_error"))
    .map((id) => document.getElementById(id).textContent.replace(/\\s+/g, " ").trim())
    .join(" ")"""

TODAY = datetime.datetime.now(datetime.UTC).date()

# What stands beside a mistake: good answers, by the names of their fields.
GOOD = {
    "caregiver": {"caregiver_name": "Kim Carer", "caregiver_relationship": "parent", "caregiver_phone": "919 555 0143"}
    | {"caregiver_consent": "on"},
    "condition": {"condition": "not-sure", "reason": "It hurts."},
    "history": {"seen_before": "no", "scans": ["x_ray"], "biopsy": "no", "referred": "yes"},
    "referral": {"referrer_name": "Dr. Sam Referrer", "referrer_phone": ""},
    "times": {"day_1": 1, "half_1": "morning", "day_2": 1, "half_2": "afternoon"},
    "patient": {"legal_name": "Pat Doe", "date_of_birth_month": "3", "date_of_birth_day": "27"}
    | {"date_of_birth_year": "1962", "postal_code": "27610"},
    "contact": {"phone": "(919) 555-0142", "email": "pat@example.com", "reach_by": "phone"},
}


def fill_in(page, name, value):
    """Type or choose what the field of this name should hold; None and [] choose nothing."""
    field = page.locator(f"#question [name='{name}']")
    kind = on_page.evaluate(field.first, "field => field.type")
    if kind == "select-one":
        field.select_option(**({"index": value} if isinstance(value, int) else {"value": value}))
    elif kind in ("radio", "checkbox"):
        choose(field, set(value if isinstance(value, list) else [value] if value else []))
    else:
        field.fill(value)


def choose(options, wanted):
    """Choose these values of a group of radio buttons or boxes, and no other."""
    kind = on_page.attribute_of(options.first, "type")
    values = on_page.evaluate_all(options, "options => options.map((option) => [option.value, option.checked])")
    for number, (value, is_chosen) in enumerate(values):
        if is_chosen != (value in wanted) and not (is_chosen and wanted and kind == "radio"):
            options.nth(number).set_checked(not is_chosen, force=True)  # the words beside it take the tap


class QuestionPage:
    """A question page with what stands in it, so that only what differs has to be typed."""

    def __init__(self, page):
        self.page, self.holds = page, {}

    def hold(self, answers):
        for name, value in answers.items():
            if self.holds.get(name, None) != value:
                fill_in(self.page, name, value)
        self.holds |= answers

    def make(self, mistake):
        """Answer the page with this one mistake, send it, and expect all that helps to mend it."""
        page = self.page
        self.hold(GOOD.get(mistake.step, {}) | mistake.changes)
        typed = on_page.evaluate(page, TYPED)
        go_on(page)
        line = page.locator("#error-summary").get_by_role("link").filter(has_text=mistake.sentence).first
        expect(line).to_be_visible()
        expect(page).to_have_title(re.compile("^Error: "))
        expect(page.locator("#error-summary")).to_be_focused()
        expect(page.locator("#error-summary")).to_contain_text("There is a problem")
        assert on_page.evaluate(page, TYPED) == typed
        line.press("Enter")
        field = re.sub("_(month|day|year)$", "", next(iter(mistake.changes)))
        expect(page.locator(":focus")).to_have_attribute("name", re.compile(f"^{field}"))
        assert mistake.sentence in on_page.evaluate(page, ERRORS_AT_FOCUS)
        expect(page.locator(f"#id_{field}_error")).to_be_visible()


@pytest.mark.parametrize(
    ("changes", "first", "last"),
    [
        ({"who": {"Who needs the appointment?": "Someone I care for"}}, "safety", "state"),
        ({}, "doctor", "needs"),
    ],
    ids=["a caregiver, as far as the state", "the patient, from the doctor on"],
)
def test_every_mistake_is_said_where_it_is_and_costs_nothing_that_was_typed(open_page, changes, first, last):
    visit = {"be seen?": "Virtual"}
    referred = {"Did a doctor or nurse refer": "Yes"}
    answers = answers_with(history=referred, visit=visit, **changes)
    page = open_page(width=360, height=740)
    skip_to(page, first, visit={"visit_type": "virtual"})
    made = []
    while (step := step_of(page)) != "check":
        mistakes = [mistake for mistake in mistakes_of_people(TODAY) if mistake.step == step]
        question = QuestionPage(page)
        for mistake in mistakes:
            question.make(mistake)
            made.append(step)
        if step == last:
            break
        if mistakes and step in GOOD:  # answered already, but for the last mistake
            question.hold(GOOD[step])
        else:
            answer(page, answers[step])
        go_on(page)
        expect(page).not_to_have_url(re.compile(f"/{step}/"))
    assert {first, last} <= set(made)
    assert len(made) > 15
