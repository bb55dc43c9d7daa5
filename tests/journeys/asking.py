"""The question pages as people in a browser answer them: by the question's words, with a finger or the keys."""

import hashlib
import itertools
import re

from playwright.sync_api import expect

from . import on_page

NUMBERS = itertools.count(1000)  # each request has its own phone number and address: limits are per contact
LAST_PAGE = "check"

# By page, each question and its answer: words to type or to choose, a list of choices, True for a box to tick,
# a number for the how-manieth entry of a list. A question may be shortened.
ANSWERS = {
    "safety": {"Are any of these happening now?": "No, none of them"},
    "who": {"Who needs the appointment?": "I do"},
    "caregiver": {
        "Your name": "Kim Carer",
        "You are the patient's …": "Parent",
        "Your phone number": "919 555 0143",
        "I may ask on the patient's behalf": True,
    },
    "condition": {
        "Which condition is it about?": "Tumors of the spine",
        "In your own words": "Pain in the middle of my back,\nworse at night.",
    },
    "history": {
        "been seen here before?": "No",
        "Which scans of the spine": ["MRI", "X-ray"],
        "Has a biopsy been taken?": "Not sure",
        "Did a doctor or nurse refer": "No",
    },
    "referral": {
        "Name of the doctor or nurse": "Dr. Sam Referrer",
        "Practice or hospital": "Sample Family Practice",
        "Their phone number": "919.555.0144",
    },
    "visit": {"be seen?": "In person"},
    "state": {"In which state": "North Carolina"},
    "locations": {"Which clinics work for you?": []},
    "doctor": {"Which doctor": "First available doctor"},
    "times": {"First choice": {"Day": 1, "Time of day": "Morning"}},
    "patient": {
        "legal name": "Pat O’Sample-Núñez",
        "date of birth": {"Month": "3", "Day": "27", "Year": "1962"},
        "ZIP code": "27610",
    },
    "contact": {"How should we contact you?": "Phone call"},
    "needs": {},
}


def answers_with(**changes):
    """Return one person's answers by page, with an address and a phone number that nobody else has."""
    number = next(NUMBERS)
    contact = {"Phone number": f"(919) 555-{number}", "E-mail address": f"pat-{number}@example.com"}
    merged = ANSWERS | {"contact": contact | ANSWERS["contact"]}
    return {step: answers | changes.get(step, {}) for step, answers in merged.items()}


def choose(scope, label):
    """Click a radio button's or a checkbox's words, as a finger does."""
    scope.locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}")).first.click()


def give(scope, question, answer):
    """Answer one question, found by its words as the accessibility tree has them."""
    if isinstance(answer, dict):
        for part, text in answer.items():
            give(scope.get_by_role("group", name=question), part, text)
    elif answer is True:
        choose(scope, question)
    elif isinstance(answer, int):
        scope.get_by_role("combobox", name=question).select_option(index=answer)
    elif isinstance(answer, list):
        for label in answer:
            choose(scope.get_by_role("group", name=question), label)
    else:
        give_words(scope, question, answer)


def give_words(scope, question, words):
    """Choose these words, or type them, whichever kind of field the question has."""
    group, options, line = (scope.get_by_role(role, name=question) for role in ("group", "combobox", "textbox"))
    kind = on_page.evaluate(group.or_(options).or_(line).first, "field => field.tagName")
    if kind == "FIELDSET":
        choose(group, words)
    elif kind == "SELECT":
        options.select_option(label=words)
    else:
        line.fill(words)


def go_on(page):
    page.get_by_role("button", name="Continue").click()


def step_of(page):
    """Return the last part of the page's address."""
    return on_page.path_of(page).rstrip("/").rpartition("/")[2]


def start(page, query=""):
    """Open the start page and go to the first question."""
    page.goto(f"/appointments/request/{query}")
    page.get_by_role("button", name="Start now").click()
    expect(page).to_have_url(re.compile("/safety/$"))


def answer(page, answers):
    """Give one page's answers."""
    for question, given in answers.items():
        give(page, question, given)


def answer_page(page, answers):
    """Answer the page that is shown and go on, until another page is there."""
    step = step_of(page)
    answer(page, answers[step])
    go_on(page)
    expect(page).not_to_have_url(re.compile(f"/{step}/"))


def answer_up_to(page, answers, goal=LAST_PAGE):
    """Answer page after page until the page `goal` is shown; returns the pages that were answered."""
    passed = []
    while step_of(page) != goal:
        passed.append(step_of(page))
        assert len(passed) < 20, passed
        answer_page(page, answers)
    return passed


def send(page):
    """Send a request that is answered; returns its reference."""
    page.get_by_role("button", name="Send my request").click()
    expect(page).to_have_title(re.compile("^We have your request"))
    return on_page.text_of(page.locator(".confirmation__reference"))


def kept_answers(page, site):
    """Return what the server keeps of the answers of this device."""
    secret = next(cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "request_draft")
    query = "SELECT answers FROM appointments_requestdraft WHERE secret_digest = %s"
    return site.rows(query, hashlib.sha256(secret.encode()).hexdigest())[0][0]


def row_of(site, reference, columns):
    """Return columns of the one request with this reference."""
    query = f"SELECT {columns} FROM appointments_appointmentrequest WHERE reference = %s"
    rows = site.rows(query, reference.replace("-", ""))
    assert len(rows) == 1
    return rows[0]


def address_in_mail(page, subject, to=""):
    """Wait for a mail and return the address of the request's own page in it."""
    mail = page.get_by_role("row").filter(has_text=to).get_by_role("link", name=re.compile(subject)).first
    on_page.visit_until(page, "/dev/mail/", expect(mail).to_be_visible)
    mail.click()
    expect(page).to_have_url(re.compile(r"/dev/mail/\d+/$"))
    return re.search(r"/appointments/manage/[\w-]+/", on_page.text_of(page.locator(".mail-text").first)).group(0)


def open_own_page(page, address):
    """Open a request's own page with the date of birth."""
    page.goto(address)
    give(page, "date of birth", ANSWERS["patient"]["date of birth"])
    go_on(page)
    expect(page.get_by_role("heading", name="What you asked for")).to_be_visible()


def sign_in_staff(page, site, email):
    """Sign in at the desk, whose home opens."""
    page.goto("/admin/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(site.password_of(email))
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/admin/$"))


def sign_in_scheduler(page, site):
    """Sign in at the desk and show the queue."""
    sign_in_staff(page, site, "scheduler@example.com")
    page.goto("/admin/appointments/appointmentrequest/")


def find_at_desk(page, reference):
    """Search the queue; returns the request's row."""
    page.get_by_role("searchbox").fill(reference)
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("status")).to_contain_text("1 request found")
    return page.get_by_role("row").filter(has_text=reference)
