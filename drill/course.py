"""The course of a drill: traffic comes, one thing after the other goes wrong, and then the tally is taken."""

import time
from collections.abc import Sequence

from .faults import Fault
from .mail_server import MailServer
from .own_site import OwnSite
from .tally import compared, now, print_phases, wait_for_the_mail
from .traffic import Load, Traffic

SCHEDULER = "scheduler@example.com"
LONGEST_CALM = 120  # seconds


def say(text: str) -> None:
    """Print at once."""
    print(text, flush=True)


def go_wrong(traffic: Traffic, faults: Sequence[Fault], each: float, enough: int) -> dict[str, float | None]:
    """Let one thing after the other go wrong, `each` seconds long; return how long the site took to come back."""
    recovered: dict[str, float | None] = {}
    calm(traffic, time.monotonic() + each, enough)
    for fault in faults:
        until = time.monotonic() + each
        say(f"  {now()} {fault.name}")
        traffic.begin_phase(fault.name)
        fault.begin()
        time.sleep(fault.seconds)
        fault.end()
        recovered[fault.name] = fault.seconds_to_recover()
        calm(traffic, until, enough)
    return recovered


def calm(traffic: Traffic, until: float, enough: int) -> None:
    """Wait until that moment, and longer while fewer than so many requests and visits have been acknowledged since."""
    told = traffic.told
    requests, visits = len(told.acknowledged) + enough, len(told.booked) + enough
    while time.monotonic() < until or (
        (len(told.acknowledged) < requests or len(told.booked) < visits) and time.monotonic() < until + LONGEST_CALM
    ):
        time.sleep(0.1)


def drill(
    site: OwnSite, mail_server: MailServer, faults: Sequence[Fault], load: Load, *, seconds: float, enough: int = 0
) -> list[str]:
    """Let traffic come and things go wrong, print the tally and return what is wrong.

    `enough` requests and visits are acknowledged between two faults, however long that takes.
    """
    staff = (SCHEDULER, site.password_of(SCHEDULER))
    with Traffic(site.port, load, staff) as traffic:
        recovered = go_wrong(traffic, faults, seconds / (len(faults) + 1), enough)
    wait_for_the_mail(site)
    say("")
    print_phases(traffic, recovered, say)
    repeats_allowed = sum(fault.stops_mail for fault in faults)
    counted, wrong = compared(site, mail_server, traffic.told, repeats_allowed)
    wrong += [f"After “{name}” the site didn't come back." for name, took in recovered.items() if took is None]
    wrong += traffic.mistakes
    say("\n" + "\n".join(counted + [f"WRONG: {sentence}" for sentence in wrong]))
    return wrong
