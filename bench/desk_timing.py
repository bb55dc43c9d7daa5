"""What each tab, search and page of the desk costs: milliseconds of the processor, Python's and the server's.

A list shows as many rows at every size: as many as at the smallest, if that fills no page.
"""

import os
import time
from collections.abc import Callable

from bench.search import use
from bench.search_timing import percentile, watched

TURNS = int(os.environ.get("TURNS", "20"))
ONLY = os.environ.get("ONLY", "")  # pages whose name has this
ROUNDS = 2  # the sizes take turns, so that a busy machine is busy for both
Ask = Callable[[], int | None]


def measure(names: dict[int, str], say: Callable[[str], None]) -> None:
    """Print a row for each question."""
    from django.conf import settings

    from bench.desk_questions import as_long_as, questions

    settings.ALLOWED_HOSTS = ["*"]
    asked: dict[int, dict[str, Ask]] = {}
    for size, name in names.items():
        use(name)
        asked[size] = dict(questions())
    say(f"Milliseconds of the processor, p50 / p95, {TURNS} turns\n")
    say("|page|rows|" + "|".join(f"{size:,}" for size in names) + "|ratio|statements|")
    say("|---" * (len(names) + 4) + "|")
    for what in asked[next(iter(names))]:
        if ONLY not in what:
            continue
        asks = {name: asked[size][what] for size, name in names.items()}
        with as_long_as(asks) as rows:
            times, statements = timed(asks)
        halves = {size: percentile(times[name], 0.5) for size, name in names.items()}
        shown = (f"{halves[size]:.0f} / {percentile(times[name], 0.95):.0f}" for size, name in names.items())
        ratio = halves[max(halves)] / halves[min(halves)]
        say(f"|{what}|{'' if rows is None else rows}|" + "|".join(shown) + f"|{ratio:.2f}|{statements}|")


def timed(asks: dict[str, Ask]) -> tuple[dict[str, list[float]], int]:
    """Ask each database in turns; return the milliseconds of each, and the most statements."""
    from django.db import connection

    times: dict[str, list[float]] = {name: [] for name in asks}
    statements = 0
    for _round in range(ROUNDS):
        for name, ask in asks.items():
            use(name)
            connection.ensure_connection()
            ask()  # not counted: a new connection has to learn what tables there are
            for _turn in range(TURNS // ROUNDS):
                with watched() as seen:
                    busy = time.process_time()
                    ask()
                    busy = time.process_time() - busy
                times[name].append(busy * 1000 + seen.busy())
                statements = max(statements, len(seen.times))
    return times, statements
