"""What people were told, against what the database and the mail server have."""

import collections
import datetime
import time
from collections.abc import Callable, Iterable

from .mail_server import MailServer
from .own_site import OwnSite
from .people import Told
from .traffic import Traffic

QUEUE_SECONDS = 240  # a mail that failed twice is tried again after two minutes
REQUESTS = (
    "SELECT email, count(*) FROM appointments_appointmentrequest WHERE email LIKE '%@drill.example' GROUP BY email"
)
# Of each request: how often it was sent, and how many mails say that it was received.
PARTS = """
    SELECT request.email,
        (SELECT count(*) FROM appointments_statuschange WHERE request_id = request.id AND to_status = 'submitted'),
        (SELECT count(*) FROM appointments_notification WHERE request_id = request.id AND kind = 'received')
    FROM appointments_appointmentrequest request WHERE request.email LIKE '%@drill.example'
"""
VISITS = """
    SELECT request_id, physician_id, location_id, lower(period) AT TIME ZONE 'UTC' FROM appointments_appointment
    WHERE status = 'booked' AND request_id IN
        (SELECT id FROM appointments_appointmentrequest WHERE email LIKE '%@drill.example')
"""
MAILS = "SELECT id::text, state FROM appointments_notification"
WAITING = (
    "SELECT count(*) FROM appointments_notification WHERE state = 'queued' AND next_attempt_at < now() + %s::interval"
)


def wait_for_the_mail(site: OwnSite) -> None:
    """Return once nothing waits to be sent soon."""
    deadline = time.monotonic() + QUEUE_SECONDS
    while site.rows(WAITING, f"{QUEUE_SECONDS} seconds")[0][0] and time.monotonic() < deadline:
        time.sleep(1)


def compared(site: OwnSite, mail_server: MailServer, told: Told, repeats_allowed: int) -> tuple[list[str], list[str]]:
    """Return what was counted and what is wrong, each as sentences."""
    counted, wrong = [], []
    for part in (_requests(site, told), _visits(site, told), _mails(site, mail_server, repeats_allowed)):
        counted += part[0]
        wrong += part[1]
    if told.forgotten:
        wrong.append(f"{len(told.forgotten)} patients lost answers that had been taken.")
    return counted, wrong


def _requests(site: OwnSite, told: Told) -> tuple[list[str], list[str]]:
    in_database = dict(site.rows(REQUESTS))
    parts = {email: (sent, mails) for email, sent, mails in site.rows(PARTS)}
    lost = told.acknowledged - in_database.keys()
    doubled = {email for email, number in in_database.items() if number > 1}
    invented = in_database.keys() - told.acknowledged - told.unsure
    in_part = {email for email, found in parts.items() if found != (1, 1)}
    counted = [
        f"{len(told.acknowledged)} requests acknowledged; {len(in_database)} in the database, "
        f"of which {len(in_database.keys() & told.unsure)} whose patients were still trying at the end."
    ]
    return counted, _sentences(
        ("acknowledged requests are lost", lost),
        ("requests are there twice", doubled),
        ("requests are of nobody who sent one", invented),
        ("requests lack their history or their mail, or have it twice", in_part),
        ("patients were told that their request was sent: too few", () if told.acknowledged else ("no",)),
    )


def _visits(site: OwnSite, told: Told) -> tuple[list[str], list[str]]:
    visits = collections.defaultdict(list)
    for key, physician, location, start in site.rows(VISITS):
        visits[key].append(f"{physician}-{location or ''}-{start:%Y%m%dT%H%M}")
    lost = {key for key, time_value in told.booked.items() if time_value not in visits[key]}
    doubled = {key for key, booked in visits.items() if len(booked) > 1}
    counted = [
        f"{len(told.booked)} bookings acknowledged; {sum(map(len, visits.values()))} visits in the database, "
        f"of which {sum(len(visits[key]) for key in visits.keys() - told.booked.keys())} were never acknowledged."
    ]
    return counted, _sentences(
        ("acknowledged bookings are lost", lost),
        ("requests have more than one visit", doubled),
        ("bookings are of nobody who pressed Book", visits.keys() - told.unsure_bookings - told.booked.keys()),
        ("bookings were acknowledged: too few", () if told.booked else ("no",)),
    )


def _mails(site: OwnSite, mail_server: MailServer, repeats_allowed: int) -> tuple[list[str], list[str]]:
    states = {f"<{key}@": state for key, state in site.rows(MAILS)}
    taken = {f"{name.partition('@')[0]}@": number for name, number in mail_server.taken.items()}
    lost = {name for name, state in states.items() if state == "sent" and name not in taken}
    stuck = {name for name, state in states.items() if state in ("queued", "failed", "bounced")}
    repeated = sum(taken.values()) - len(taken)
    counted = [
        f"{sum(state == 'sent' for state in states.values())} mails sent; {len(taken)} arrived, "
        f"{repeated} of them twice with the same Message-ID (at most {repeats_allowed} are promised)."
    ]
    return counted, _sentences(
        ("mails that count as sent never arrived", lost),
        ("mails are still waiting or given up", stuck),
        ("mails arrived that nobody queued", taken.keys() - states.keys()),
        ("mails came twice, more than is promised", range(repeated) if repeated > repeats_allowed else ()),
    )


def _sentences(*findings: tuple[str, Iterable[object]]) -> list[str]:
    listed = [(words, sorted(map(str, found))) for words, found in findings]
    return [f"{len(found)} {words}: {', '.join(found[:5])}" for words, found in listed if found]


def print_phases(traffic: Traffic, recovered: dict[str, float | None], say: Callable[[str], None]) -> None:
    """Print a table: the answers of each phase, the slowest, and how long it took to come back."""
    columns = sorted({column for counts in traffic.answers.values() for column in counts})
    say(f"| phase | {' | '.join(columns)} | slowest, s | back after, s |")
    say("|---" * (len(columns) + 3) + "|")
    for phase, counts in traffic.answers.items():
        cells = [str(counts[column] or "") for column in columns]
        seconds = recovered.get(phase, "")
        back = "never" if seconds is None else f"{seconds:.1f}" if seconds != "" else ""
        say(f"| {phase} | {' | '.join(cells)} | {traffic.slowest.get(phase, 0):.1f} | {back} |")


def now() -> str:
    """Return the time on the clock, for the lines that are printed on the way."""
    return f"{datetime.datetime.now():%H:%M:%S}"  # noqa: DTZ005
