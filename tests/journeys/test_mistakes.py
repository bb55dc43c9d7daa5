"""Every sentence about a mistake that a person can make, met once in a browser."""

import datetime
import re

import pytest
from playwright.sync_api import expect

from tests.appointments.mistakes import mistakes_of_people

from .asking import answer_page, answers_with, give, go_on, start, step_of

TYPED = """() => [...new FormData(document.getElementById("question"))].filter(
    ([name]) => name !== "csrfmiddlewaretoken"
)"""
# The words that a screen reader adds to the field that has the focus, or to its group when it comes in.
ERRORS_AT_FOCUS = """() => [document.activeElement, document.activeElement.closest("fieldset")]
    .flatMap((element) => (element?.getAttribute("aria-describedby") ?? "").split(" "))
    .filter((id) => id.endsWith("_error"))
    .map((id) => document.getElementById(id).textContent.replace(/\\s+/g, " ").trim())
    .join(" ")"""

# The ways in which a page is answered so that it has as few mistakes as there are: good answers by their names.
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
    """Type or choose what a field should hold; None and [] choose nothing."""
    field = page.locator(f"#question [name='{name}']")
    kind = field.first.evaluate("field => field.type")
    if kind in ("radio", "checkbox"):
        wanted = value if isinstance(value, list) else [value]
        for option in field.all():
            is_wanted = option.get_attribute("value") in wanted or value == "on"
            if kind == "checkbox" or is_wanted:
                option.set_checked(is_wanted, force=True)  # the words beside it take the tap
        expect(page.locator(f"#question [name='{name}']:checked")).to_have_count(
            0 if value in (None, []) else len(wanted)
        )
    elif kind == "select-one":
        field.select_option(**({"index": value} if isinstance(value, int) else {"value": value}))
    else:
        field.fill(value)


def make(page, mistake):
    """Answer the page with this one mistake, send it, and expect all that helps to mend it."""
    for name, value in (GOOD.get(mistake.step, {}) | mistake.changes).items():
        fill_in(page, name, value)
    typed = page.evaluate(TYPED)
    go_on(page)
    summary = page.get_by_role("alert").or_(page.locator("#error-summary"))
    line = summary.get_by_role("link").filter(has_text=mistake.sentence).first
    expect(line).to_be_visible()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("There is a problem")
    assert page.evaluate(TYPED) == typed
    line.press("Enter")
    name = page.evaluate("document.activeElement.name")
    assert name.startswith(
        next(iter(mistake.changes)).removesuffix("_month").removesuffix("_day").removesuffix("_year")
    )
    assert mistake.sentence in page.evaluate(ERRORS_AT_FOCUS)
    expect(page.locator(".field__error").filter(has_text=mistake.sentence).first).to_be_visible()


@pytest.mark.parametrize(
    ("changes", "first", "last"),
    [
        ({"who": {"Who needs the appointment?": "Somebody I care for"}}, "safety", "state"),
        ({}, "doctor", "needs"),
    ],
    ids=["a caregiver, as far as the state", "the patient, from the doctor on"],
)
def test_every_mistake_is_said_where_it_is_and_costs_nothing_that_was_typed(open_page, changes, first, last):
    visit = {"be seen?": "Virtual"}
    referred = {"Did a doctor or nurse send": "Yes"}
    answers = answers_with(history=referred, visit=visit, **changes)
    page = open_page(width=360, height=740)
    start(page)
    made, looking = [], False
    while (step := step_of(page)) != "check":
        looking = looking or step == first
        for mistake in mistakes_of_people(datetime.date.today()) if looking else []:
            if mistake.step == step:
                make(page, mistake)
                made.append(step)
        if step == last:
            break
        answer_page(page, answers)
    assert {first, last} <= set(made)
    assert len(made) > 20
