"""What is asked of the desk: tabs and filters, searches, every kind of request, the calendar, who has read what."""

import contextlib
import datetime
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.contrib import admin
from django.db.models.functions import Mod
from django.test import Client
from django.utils import timezone

from appointments.admin.patient_search.names_found import requests_named
from appointments.admin.tabs import TABS
from appointments.mail.desk_numbers import desk_numbers
from appointments.models import AppointmentRequest, RecordAccess
from bench.search import use
from physicians.models import Location, Physician
from wakemed.models import User

QUEUE = "/admin/appointments/appointmentrequest/"
ACCESSES = "/admin/appointments/recordaccess/"
FULL_WEEKS = datetime.timedelta(days=61)  # ahead: from then on there are as many visits at any size
THOUSAND = 1000
STATUSES = {
    "new": "submitted",
    "in review": "in_review",
    "question asked": "waiting_on_patient",
    "on the waitlist": "waitlisted",
    "offered": "offered",
    "booked": "booked",
    "closed": "closed",
}
Ask = Callable[[], int | None]  # returns how many rows a list shows
Page = Callable[[str], Ask]
Questions = Iterator[tuple[str, Ask]]


def questions() -> Questions:
    """Yield what is measured, with the function that asks for it once."""
    page, audited = page_for("scheduler1@example.com"), page_for("auditor@example.com")
    requests = AppointmentRequest.objects
    open_one = requests.filter(status="submitted").order_by("-id").first()
    someone = requests.filter(legal_name__startswith="Mary ").order_by("-id").first()
    yield from lists(page, open_one)
    yield from filtered(page, open_one)
    yield from searches(page, someone)
    yield "home", page("/admin/")
    for what, status in STATUSES.items():
        yield f"request: {what}", page(requests.filter(status=status).order_by("-id").first().get_absolute_url())
    twice = requests.filter(pk__lte=THOUSAND, status="submitted").annotate(rest=Mod("pk", 50)).filter(rest=1).last()
    yield "request: sent twice", page(twice.get_absolute_url())
    yield from days(page, open_one)
    yield from readings(audited, open_one, someone)
    yield "digest", digest


def digest() -> None:
    """Count what the morning's mail says."""
    desk_numbers()


@contextlib.contextmanager
def as_long_as(asks: Mapping[str, Ask]) -> Iterator[int | None]:
    """Make pages as long as the shortest answer to a question, so that all show as many rows; give their number.

    `asks` are by the name of their database. No number is given for a page that is no list.
    """
    rows = []
    for name, ask in asks.items():
        use(name)
        rows.append(ask())
    shortest = min((row for row in rows if row is not None), default=None)
    lists = [admin.site._registry[model] for model in (AppointmentRequest, RecordAccess)]
    before = [each.list_per_page for each in lists]
    for each in lists:
        each.list_per_page = each.list_per_page if shortest is None else max(1, shortest)
    yield shortest
    for each, its in zip(lists, before, strict=True):
        each.list_per_page = its


def page_for(email: str) -> Page:
    """Return the function that makes an address the question for its page, asked by a member of staff."""
    client = Client()
    client.force_login(User.objects.get(email=email))

    def page(address: str) -> Ask:
        def ask() -> int | None:
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.status_code)
            shown = getattr(answer, "context_data", None) or {}
            return len(shown["cl"].result_list) if "cl" in shown else None

        return ask

    return page


def lists(page: Page, open_one: Any) -> Questions:
    """Yield every tab, and the ends of a long one."""
    for tab in TABS:
        yield f"tab: {tab.label}", page(f"{QUEUE}?tab={tab.name}")
    last = -(-min(AppointmentRequest.objects.count(), THOUSAND) // 25)  # of the first thousand
    yield "tab: All, last page", page(f"{QUEUE}?tab=all&p={last}")
    middle = AppointmentRequest.objects.order_by("pk")[AppointmentRequest.objects.count() // 2]
    yield "tab: All, from the middle", page(f"{QUEUE}?tab=all&after={middle.pk}")


def filtered(page: Page, open_one: Any) -> Questions:
    """Yield what every filter leaves of the first tab and of all requests, and what one filter leaves of every tab."""
    clinic, doctor = (model.objects.live().values_list("pk", flat=True)[0] for model in (Location, Physician))
    colleague = User.objects.get(email="scheduler1@example.com").pk
    chosen = {
        "one clinic": f"clinic={clinic}",
        "virtual": "clinic=virtual",
        "no clinic chosen": "clinic=any",
        "one physician": f"physician={doctor}",
        "one colleague": f"colleague={colleague}",
        "no colleague": "colleague=none",
        "one condition": f"condition={open_one.condition_id}",
        "English": "language=en",
        "Spanish": "language=es",
        "a language that nobody speaks": "language=vi",
        "in person": "visit=in_person",
        "one clinic, in person": f"clinic={clinic}&visit=in_person",
    }
    for name, query in chosen.items():
        for tab in (TABS[0], TABS[-1]):
            yield f"filter: {tab.label}, {name}", page(f"{QUEUE}?tab={tab.name}&{query}")
    for tab in TABS[1:-1]:
        yield f"filter: {tab.label}, one clinic", page(f"{QUEUE}?tab={tab.name}&{chosen['one clinic']}")
    yield "filter: a family name, one clinic", page(f"{QUEUE}?q=Smith&{chosen['one clinic']}")


def searches(page: Page, someone: Any) -> Questions:
    """Yield a search of every kind."""
    given, _, family = someone.legal_name.partition(" ")
    for what, typed in {
        "family name": "Smith",
        "full name": someone.legal_name,
        "a letter missing": f"{given} {family[:2]}{family[3:]}",
        "a letter wrong": f"{given} {family[:2]}x{family[3:]}",
        "a letter added": f"{given} {family[:2]}x{family[2:]}",
        "letters swapped": f"{given} {family[0]}{family[2]}{family[1]}{family[3:]}",
        "two letters": "Sm",
        "phone": str(someone.phone),
        "birth date": f"{someone.date_of_birth:%m/%d/%Y}",
        "e-mail": someone.email or "patient1@example.com",
        "reference": someone.spoken_reference,
        "medical record number": "MRN0000076",
        "nobody": "Qxzvyk Wqxjzz",
    }.items():
        yield f"search: {what}", page(f"{QUEUE}?q={typed.replace('+', '%2B')}")
    behind = requests_named("Sm", most=THOUSAND + 1)[:THOUSAND][-1]
    yield "search: two letters, next thousand", page(f"{QUEUE}?q=Sm&after={behind}")


def days(page: Page, open_one: Any) -> Questions:
    """Yield the calendar and the day sheet."""
    calendar, day = f"{QUEUE}calendar/?date=", timezone.localdate() + FULL_WEEKS
    while day.weekday():
        day += datetime.timedelta(days=1)
    doctor = Physician.objects.live().values_list("pk", flat=True)[0]
    yield "calendar: day", page(f"{calendar}{day}")
    yield "calendar: week", page(f"{calendar}{day}&span=week")
    yield "calendar: a physician's week", page(f"{calendar}{day}&span=week&physician={doctor}")
    yield "calendar: day, for a request", page(f"{calendar}{day}&request={open_one.pk}")
    yield "day sheet", page(f"{QUEUE}day-sheet/?date={day}")


def readings(audited: Page, open_one: Any, someone: Any) -> Questions:
    """Yield what an auditor asks."""
    yield "who read: all", audited(ACCESSES)
    for what, typed in {
        "reference": open_one.reference,
        "colleague": "scheduler1@example.com",
        "family name": "Smith",
        "full name": someone.legal_name,
    }.items():
        yield f"who read: {what}", audited(f"{ACCESSES}?q={typed}")
    yield "who read: opened", audited(f"{ACCESSES}?kind__exact=opened")
