"""What each tab, search and page of the desk costs: milliseconds of the processor, Python's and the server's."""

import os
import time
from collections.abc import Callable

from bench.search import use
from bench.search_timing import percentile, watched

TURNS = int(os.environ.get("TURNS", "20"))
ROUNDS = 2  # the sizes take turns, so that a busy machine is busy for both
WARMING = 2


def measure(names: dict[int, str], say: Callable[[str], None]) -> None:
    """Print a row for each question."""
    from django.conf import settings
    from django.db import connection

    from bench.desk_questions import questions

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
