"""Each page of the desk loads the style sheets of what is on it, and no others."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from appointments.services.visits.free_time_value import value_of

from .at_desk import QUEUE
from .visits import book, wanted

OURS = ("desk", "desk_parts", "desk_lists", "queue", "request_page", "entry", "day_sheet", "calendar")


def classes_in(sheet):
    """Return the classes that a style sheet has rules for."""
    text = re.sub(r"/\*.*?\*/", "", Path(finders.find(f"css/{sheet}.css")).read_text(), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]*)\{", text)
    return {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}


@pytest.fixture
def pages(client, make_staff, make_request, visiting, clinic):
    """Return each page's markup, and the names of our own style sheets that it loads beside desk.css."""
    staff = make_staff("root@example.com", is_superuser=True)
    client.force_login(staff)
    book(make_request(), staff, wanted(visiting, clinic))
    calendar, time = reverse("admin:appointments_calendar"), value_of(wanted(visiting, clinic, "2026-11-24 10:20"))
    addresses = {
        "/admin/": set(),
        QUEUE: {"desk_parts", "desk_lists", "queue"},
        make_request().get_absolute_url(): {"desk_parts", "request_page"},
        f"{QUEUE}add/": {"desk_parts", "entry"},
        f"{QUEUE}day-sheet/?date=2026-11-24": {"desk_parts", "day_sheet"},
        f"{calendar}?date=2026-11-24": {"desk_parts", "calendar"},
        f"{calendar}time/?time={time}": {"desk_parts", "calendar"},
        "/admin/appointments/holiday/": {"desk_lists"},
        "/admin/appointments/recordaccess/": {"desk_lists"},
    }
    return [(address, client.get(address).content.decode(), sheets) for address, sheets in addresses.items()]


def test_every_class_on_a_page_that_has_rules_has_them_in_a_sheet_that_the_page_loads(pages):
    rules = {sheet: classes_in(sheet) for sheet in OURS}
    for address, page, sheets in pages:
        loaded = set(re.findall(r"/css/(\w+?)(?:\.\w{12})?\.css", page)) & set(OURS)
        assert loaded == sheets | {"desk"}, address
        used = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
        styled = set().union(*(rules[sheet] for sheet in loaded))
        of_columns = {name for name in used if name.startswith(("field-", "column-"))}  # every list of Django has them
        elsewhere = {name for sheet in set(OURS) - loaded for name in rules[sheet] & used} - styled - of_columns
        assert not elsewhere, (address, elsewhere)
