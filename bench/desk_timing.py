"""What each tab, search and page of the desk costs: milliseconds of the processor, Python's and the server's."""

import os
import time
from collections.abc import Callable, Iterator

from bench.search import use
from bench.search_timing import percentile, watched

TURNS = int(os.environ.get("TURNS", "20"))
ROUNDS = 2  # the sizes take turns, so that a busy machine is busy for both
WARMING = 2
QUEUE = "/admin/appointments/appointmentrequest/"
ACCESSES = "/admin/appointments/recordaccess/"
Ask = Callable[[], object]


def questions() -> Iterator[tuple[str, Ask]]:
    """Yield what is measured, with the function that asks for it once."""
    from django.test import Client

    from appointments.admin.tabs import TABS
    from appointments.mail.desk_numbers import desk_numbers
    from appointments.models import AppointmentRequest
    from wakemed.models import User

    def page_for(email: str) -> Callable[[str], Ask]:
        client = Client()
        client.force_login(User.objects.get(email=email))

        def page(address: str) -> Ask:
            def ask() -> None:
                answer = client.get(address)
                assert answer.status_code == 200, (address, answer.status_code)

            return ask

        return page

    page, audited = page_for("scheduler1@example.com"), page_for("auditor@example.com")
    requests = AppointmentRequest.objects
    open_one = requests.filter(status="submitted").order_by("-id").first()
    booked = requests.filter(status="booked").order_by("-id").first()
    someone = requests.filter(legal_name__startswith="Mary ").order_by("-id").first()
    given, _, family = someone.legal_name.partition(" ")
    for tab in TABS:
        yield f"tab: {tab.label}", page(f"{QUEUE}?tab={tab.name}")
    yield "tab: All, last page", last_page(page, "all")
    yield "tab: All, from the middle", next_thousand(page)
    for what, typed in {
        "family name": "Smith",
        "full name": someone.legal_name,
        "full name, misspelt": f"{given} {family[:2]}{family[3:]}",
        "two letters": "Sm",
        "phone": str(someone.phone),
        "birth date": f"{someone.date_of_birth:%m/%d/%Y}",
        "e-mail": someone.email or "patient1@example.com",
        "reference": someone.spoken_reference,
        "medical record number": "MRN0000076",
        "nobody": "Qxzvyk Wqxjzz",
    }.items():
        yield f"search: {what}", page(f"{QUEUE}?q={typed.replace('+', '%2B')}")
    yield "page: new request", page(open_one.get_absolute_url())
    yield "page: booked request", page(booked.get_absolute_url())
    yield "page: home", page("/admin/")
    yield "who read: all", audited(ACCESSES)
    yield "who read: reference", audited(f"{ACCESSES}?q={open_one.reference}")
    yield "who read: colleague", audited(f"{ACCESSES}?q=scheduler1@example.com")
    yield "who read: opened", audited(f"{ACCESSES}?kind__exact=opened")
    yield "digest", desk_numbers


def last_page(page: Callable[[str], Ask], tab: str) -> Ask:
    """Return what asks for the last page of a tab: of its first thousand, if there are more."""
    from appointments.models import AppointmentRequest

    return page(f"{QUEUE}?tab={tab}&p={-(-min(AppointmentRequest.objects.count(), 1000) // 25)}")


def next_thousand(page: Callable[[str], Ask]) -> Ask:
    """Return what asks for the page behind a request in the middle of all."""
    from appointments.models import AppointmentRequest

    middle = AppointmentRequest.objects.order_by("pk")[AppointmentRequest.objects.count() // 2]
    return page(f"{QUEUE}?tab=all&after={middle.pk}")


def measure(names: dict[int, str], say: Callable[[str], None]) -> None:
    """Print a row for each question."""
    from django.conf import settings
    from django.db import connection

    settings.ALLOWED_HOSTS = ["*"]
    asked, times, statements = {}, {}, {}
    for size, name in names.items():
        use(name)
        asked[size] = dict(questions())
    for round_ in range(ROUNDS):
        for size, name in names.items():
            use(name)
            connection.ensure_connection()
            for what, ask in asked[size].items():
                for turn in range(-WARMING if not round_ else -1, TURNS // ROUNDS):
                    with watched() as seen:
                        busy = time.process_time()
                        ask()
                        busy = time.process_time() - busy
                    if turn >= 0:
                        times.setdefault((what, size), []).append(busy * 1000 + seen.busy())
                        statements[what, size] = len(seen.times)
    say(f"Milliseconds of the processor, p50 / p95, {TURNS} turns\n")
    say("|page|" + "|".join(f"{size:,}" for size in names) + "|ratio|statements|\n" + "|---" * (len(names) + 3) + "|")
    for what in asked[next(iter(names))]:
        halves = {size: percentile(times[what, size], 0.5) for size in names}
        shown = (f"{half:.0f} / {percentile(times[what, size], 0.95):.0f}" for size, half in halves.items())
        ratio = halves[max(halves)] / halves[min(halves)]
        say(f"|{what}|" + "|".join(shown) + f"|{ratio:.1f}|{max(statements[what, size] for size in names)}|")
