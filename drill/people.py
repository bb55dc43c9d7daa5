"""What patients and schedulers do, and what they were told."""

import dataclasses
import itertools
import random
import re
from collections.abc import Callable

from .http_visitor import Ask, Script, insist

START = "/appointments/request/"
CHECK, DONE = f"{START}check/", f"{START}done/"
QUEUE = "/admin/appointments/appointmentrequest/"
PAGES = (
    *("/", "/conditions/tumors-of-the-spine/", "/find-a-doctor/", "/locations/", "/visitors/"),
    *("/find-a-doctor/?q=slipped+disc", "/find-a-doctor/?q=back+pain+near+27601", "/find-a-doctor/?q=spanish"),
    *("/find-a-doctor/suggest/?q=tum", "/search/?q=tumor", "/search/?q=parking"),
)
ANSWERS: dict[str, dict[str, object]] = {
    "safety": {"urgent_symptoms": "no"},
    "who": {"asks_for": "me"},
    "condition": {"condition": "not-sure", "reason": "It hurts.\r\nAt night."},
    "history": {"seen_before": "no", "scans": ["mri"], "biopsy": "not_sure", "referred": "no"},
    "visit": {"visit_type": "in_person"},
    "locations": {"locations": []},
    "doctor": {"doctor": "first-available"},
    "patient": {
        "legal_name": "Drill Patient",
        "date_of_birth_month": "3",
        "date_of_birth_day": "27",
        "date_of_birth_year": "1962",
        "postal_code": "27610",
    },
    "needs": {},
}
DAY = re.compile(r'<option value="(\d{4}-\d\d-\d\d)"')
TIME = re.compile(r'name="times" value="([^"]+)"')
VERSION = re.compile(r'name="seen_version" value="(\d+)"')


@dataclasses.dataclass
class Told:
    """What people were told, to be compared with the database."""

    acknowledged: set[str] = dataclasses.field(default_factory=set)  # e-mail addresses of requests that were sent
    unsure: set[str] = dataclasses.field(default_factory=set)  # of those who pressed Send and never learned
    forgotten: set[str] = dataclasses.field(default_factory=set)  # of those whose answers were gone
    booked: dict[int, str] = dataclasses.field(default_factory=dict)  # keys of requests: the time, as forms send it
    unsure_bookings: set[int] = dataclasses.field(default_factory=set)


def reader() -> Script:
    """Read one page."""
    yield Ask(random.choice(PAGES))


def patient(number: int, told: Told) -> Script:
    """Fill in the request form and send it, however often that takes."""
    email = f"patient{number}@drill.example"
    answers = ANSWERS | {"contact": {"phone": f"919{5550100 + number}", "email": email, "reach_by": "phone"}}
    yield from insist(START)
    answer = yield from insist(START, {})
    while answer.status == 302 and answer.location != CHECK:
        if "erased" in answer.location:
            told.forgotten.add(email)
            return
        step = answer.location.partition("?")[0].removeprefix(START).strip("/")
        if step == "times":
            page = yield from insist(answer.location)
            day = random.choice(DAY.findall(page.text))
            fields = {"day_1": day, "half_1": "morning", "day_2": day, "half_2": "afternoon"}
        else:
            fields = answers[step]
        answer = yield from insist(f"{START}{step}/", fields)
    if answer.status != 302:
        return  # was never asked to send, and doesn't believe so
    yield from _send(email, told)


def _send(email: str, told: Told) -> Script:
    yield from insist(CHECK)
    told.unsure.add(email)
    for _press in range(5):
        answer = yield from insist(CHECK, {})
        if (answer.status, answer.location) == (302, DONE):
            told.acknowledged.add(email)
            told.unsure.discard(email)
            yield from insist(DONE)
            return
        if "erased" in answer.location:
            told.forgotten.add(email)
            return


def scheduler(email: str, password: str, told: Told, is_over: Callable[[], bool]) -> Script:
    """Sign in, then take one request after another and book a time for it."""
    yield from insist("/accounts/login/")
    yield from insist("/accounts/login/", {"login": email, "password": password})
    while not is_over():
        answer = yield from insist(f"{QUEUE}take-next/", {})
        taken = re.fullmatch(rf"{QUEUE}(\d+)/change/.*", answer.location)
        if not taken:
            yield from insist(f"{QUEUE}?tab=all")
            continue
        page = yield from insist(answer.location)
        times, version = TIME.findall(page.text), VERSION.search(page.text)
        if not times or not version:
            continue
        key, time = int(taken[1]), random.choice(times)
        told.unsure_bookings.add(key)
        answer = yield from insist(f"{QUEUE}{key}/book/", {"seen_version": version[1], "times": time})
        if answer.status == 302 and not answer.location.startswith("/accounts/"):
            told.booked[key] = time
        if not answer.is_away:
            yield from insist(f"{QUEUE}{key}/change/")


def addresses() -> itertools.chain[str]:
    """Return network addresses that belong to nobody (RFC 2544), one for each person."""
    return itertools.chain(f"198.18.{number // 250}.{number % 250 + 1}" for number in range(60_000))
