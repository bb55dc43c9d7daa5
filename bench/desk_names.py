"""How often a patient is among the first ten when one letter of a name is wrong: the desk, and one line of pg_trgm."""

import os
import random
import string
import time
from collections.abc import Callable

from django.db import connection

from bench.search_timing import percentile, watched

NUMBER = int(os.environ.get("NAME_QUESTIONS", "50"))  # of each kind
SEED = int(os.environ.get("NAME_SEED", "17"))
TEN = 10
SHORTEST = 4  # letters of the name that gets the mistake
TRIGRAMS = """
SELECT id FROM appointments_appointmentrequest
ORDER BY similarity(unaccent(lower(legal_name)), unaccent(lower(%s))) DESC, id LIMIT 10
"""
# Anyone as near to what was typed as the person who was meant counts as right, too.
AS_NEAR = """
SELECT id FROM appointments_appointmentrequest,
     (SELECT levenshtein(unaccent(lower(%(typed)s)), unaccent(lower(%(meant)s))) AS most) AS meant
WHERE levenshtein_less_equal(unaccent(lower(legal_name)), unaccent(lower(%(typed)s)), most) <= most
"""


def replaced(chance: random.Random, name: str, place: int) -> str:
    """Return a name with another letter at a place."""
    return name[:place] + chance.choice(string.ascii_lowercase) + name[place + 1 :]


def dropped(_chance: random.Random, name: str, place: int) -> str:
    """Return a name without the letter at a place."""
    return name[:place] + name[place + 1 :]


def added(chance: random.Random, name: str, place: int) -> str:
    """Return a name with one more letter at a place."""
    return name[:place] + chance.choice(string.ascii_lowercase) + name[place:]


def swapped(_chance: random.Random, name: str, place: int) -> str:
    """Return a name whose letters at a place and behind it changed places."""
    place = min(place, len(name) - 2)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


Mistake = Callable[[random.Random, str, int], str]
KINDS: list[Mistake] = [replaced, dropped, added, swapped]


def desk(text: str) -> list[int]:
    """Return the first ten of the desk's search."""
    from appointments.admin.patient_search.names_found import requests_named

    return requests_named(text, most=1001)[:TEN]


def ids(statement: str, parameters: object) -> list[int]:
    """Return the keys that a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [key for (key,) in cursor]


def timed(find: Callable[[], list[int]]) -> tuple[list[int], float]:
    """Return what was found, and the milliseconds of the processor that it took, Python's and the server's."""
    with watched() as statements:
        busy = time.process_time()
        found = find()
        busy = time.process_time() - busy
    return found, busy * 1000 + statements.busy()


def measure(say: Callable[[str], None]) -> None:
    """Print the table: how many are among the first ten, and the milliseconds of half of the questions."""
    chance = random.Random(SEED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT legal_name FROM appointments_appointmentrequest ORDER BY id")
        names = [name for (name,) in cursor if len(name.split()) == 2 and min(map(len, name.split())) >= SHORTEST]
    say(f"\nOne letter wrong in either name: among the first ten, {NUMBER} of each kind, seed {SEED}\n")
    say("|mistake|desk|pg_trgm|desk, ms|pg_trgm, ms|\n|---|---|---|---|---|")
    totals = [0, 0]
    for kind in KINDS:
        right_ones, took = [0, 0], ([], [])
        for _ in range(NUMBER):
            typed, meant = mistaken(chance, kind, names)
            right = set(ids(AS_NEAR, {"typed": typed, "meant": meant}))
            for place, find in enumerate([lambda: desk(typed), lambda: ids(TRIGRAMS, [typed])]):  # noqa: B023
                first, busy = timed(find)
                took[place].append(busy)
                right_ones[place] += bool(right & set(first))
                if place == 0 and os.environ.get("NAME_MISSES") and not right & set(first):
                    say(f"  {kind.__name__}: {typed!r} meant {meant!r}")
        shown = [f"{100 * number / NUMBER:.0f} %" for number in right_ones]
        say(f"|{kind.__name__}|" + "|".join([*shown, *(f"{percentile(its, 0.5):.0f}" for its in took)]) + "|")
        totals = [one + other for one, other in zip(totals, right_ones, strict=True)]
    say("|all|" + "|".join(f"{100 * number / NUMBER / len(KINDS):.1f} %" for number in totals) + "|||")


def mistaken(
    chance: random.Random, kind: Callable[[random.Random, str, int], str], names: list[str]
) -> tuple[str, str]:
    """Return a name with a mistake in one of its halves, and the name that was meant."""
    meant = chance.choice(names)
    parts, which = meant.split(), chance.randrange(2)
    parts[which] = kind(chance, parts[which], chance.randrange(len(parts[which])))
    return " ".join(parts), meant
