"""Enter in a field of the desk never does what can't be taken back."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from appointments.admin.request_page.action_registry import ACTIONS
from appointments.services.requests.nurse_reviews import ask_for_nurse_review
from appointments.services.visits.free_time_value import value_of

from .at_desk import QUEUE, press
from .visits import TUESDAY, book, offer, wanted

REACH_PATIENTS = {name for name, action in ACTIONS.items() if action.mail}


class _Forms(HTMLParser):
    """Reads what each form posts to, its fields in which Enter presses a button, and its buttons in their order."""

    def __init__(self):
        super().__init__()
        self.forms = []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.forms.append({"action": attrs.get("action", ""), "fields": [], "buttons": []})
        elif tag == "button" and self.forms:
            self.forms[-1]["buttons"].append(attrs)
        elif tag == "input" and attrs.get("type") != "hidden" and self.forms:
            self.forms[-1]["fields"].append(attrs.get("name"))


def forms_of(response):
    """Return the forms of a page that have a field to press Enter in."""
    reader = _Forms()
    reader.feed(response.content.decode())
    return [form for form in reader.forms if form["fields"]]


def actions_of(form):
    """Return the names of the actions that a form's buttons run."""
    addresses = [form["action"], *(button.get("formaction", "") for button in form["buttons"])]
    named = {urlsplit(address).path.rstrip("/").rsplit("/", 1)[-1] for address in addresses}
    return named | {button.get("value") for button in form["buttons"] if button.get("name") == "do"}


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


@pytest.fixture
def pages(desk, scheduler, visiting, clinic, make_request):
    """Return pages with every form that reaches a patient."""
    new, asked, offered, booked, closed = (make_request() for _ in range(5))
    ask_for_nurse_review(request_id=asked.pk, actor=scheduler)
    offer(offered, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    book(booked, scheduler, wanted(visiting, clinic))
    press(desk, closed, "close", closed_reason="declined", reason="Not for us.")
    time = {"request": new.pk, "time": value_of(wanted(visiting, clinic, "2026-11-25 09:00"))}
    return [
        *(desk.get(each.get_absolute_url()) for each in (new, asked, offered, booked, closed)),
        press(desk, new, "book"),  # with its mistake
        desk.get(reverse("admin:appointments_calendar_time"), time),
    ]


def test_enter_in_a_form_that_reaches_a_patient_presses_no_button(pages):
    seen = set()
    for form in (form for page in pages for form in forms_of(page)):
        reaches = actions_of(form) & REACH_PATIENTS
        seen |= reaches
        if reaches:
            assert form["buttons"][0].get("formmethod") == "dialog", form
    assert {"offer", "book", "close", "duplicate"} <= seen


def test_enter_on_a_ticked_row_of_visits_checks_no_one_in(desk, scheduler, visiting, clinic, make_request, now):
    book(make_request(), scheduler, wanted(visiting, clinic))
    now.move_to(f"{TUESDAY}:00-05:00")
    desk.force_login(scheduler)
    page = desk.get(QUEUE, {"tab": "visits"}).content.decode()
    form = page[page.index('id="changelist-form"') :]
    assert "/check_in/" in form
    assert 'formmethod="dialog"' in re.search(r"<button[^>]*>", form)[0]
