"""How often a patient is among the first ten when one letter of a name is wrong: the desk, and one line of pg_trgm."""

import os
import random
import string
from collections.abc import Callable

from django.db import connection

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


KINDS = [replaced, dropped, added, swapped]


def desk(text: str) -> list[int]:
    """Return the first ten of the desk's search."""
    from appointments.admin.patient_search.names_found import requests_named

    return requests_named(text, most=1001)[:TEN]


def ids(statement: str, parameters: object) -> list[int]:
    """Return the keys that a statement finds."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [key for (key,) in cursor]


def measure(say: Callable[[str], None]) -> None:
    """Print the table."""
    chance = random.Random(SEED)
    with connection.cursor() as cursor:
        cursor.execute("SELECT legal_name FROM appointments_appointmentrequest ORDER BY id")
        names = [name for (name,) in cursor if len(name.split()) == 2 and min(map(len, name.split())) >= SHORTEST]
    say(f"\nOne letter wrong in either name: among the first ten, {NUMBER} of each kind, seed {SEED}\n")
    say("|mistake|desk|pg_trgm|\n|---|---|---|")
    totals = [0, 0]
    for kind in KINDS:
        found = [0, 0]
        for _ in range(NUMBER):
            meant = chance.choice(names)
            parts, which = meant.split(), chance.randrange(2)
            parts[which] = kind(chance, parts[which], chance.randrange(len(parts[which])))
            typed = " ".join(parts)
            right = set(ids(AS_NEAR, {"typed": typed, "meant": meant}))
            for place, first in enumerate([desk(typed), ids(TRIGRAMS, [typed])]):
                found[place] += bool(right & set(first))
                if place == 0 and os.environ.get("NAME_MISSES") and not right & set(first):
                    say(f"  {kind.__name__}: {typed!r} meant {meant!r}")
        say(f"|{kind.__name__}|" + "|".join(f"{100 * number / NUMBER:.0f} %" for number in found) + "|")
        totals = [one + other for one, other in zip(totals, found, strict=True)]
    say("|all|" + "|".join(f"{100 * number / NUMBER / len(KINDS):.1f} %" for number in totals) + "|")
