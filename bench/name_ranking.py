"""How often the right physician is first, or among the first five, when a name is typed.

The directory, one line of pg_trgm, and Wagtail's own search, over the same names in the same run.
"""

import os
import time
from collections.abc import Callable

from django.db import OperationalError, connection
from django.http import QueryDict

from bench import search_wagtail
from bench.name_questions import Asker, NameQuestion

NUMBER = int(os.environ.get("NAME_QUESTIONS", "60"))  # of each kind
SEED = int(os.environ.get("NAME_SEED", "16"))
FIVE = 5
PATIENCE = 60.0  # seconds for Wagtail; it is asked no further then
TRIGRAMS = """
SELECT id FROM physicians_physician WHERE live
ORDER BY similarity(unaccent(lower(given_name || ' ' || family_name)), unaccent(lower(%s))) DESC, id LIMIT 5
"""
Search = Callable[[str], list[int]]


def directory(text: str) -> list[int]:
    """Return the first five of the directory."""
    from physicians.search.directory_search import search_directory

    asked = QueryDict(mutable=True)
    asked["q"] = text
    found = search_directory(asked).found
    return [hit.physician_id for hit in found.ranked.read_page(limit=FIVE)] if found.total else []


def trigrams(text: str) -> list[int]:
    """Return the first five by the one line."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGRAMS, [text])
        return [pk for (pk,) in cursor]


class Wagtail:
    """Wagtail's search, and its fuzzy one when that finds nobody."""

    def __init__(self) -> None:
        self.spent = 0.0
        self.gave_up = False

    def __call__(self, text: str) -> list[int]:
        found = search_wagtail.search(text)[:FIVE]
        if not found and not self.gave_up:
            begin = time.perf_counter()
            try:
                found = search_wagtail.fuzzy_ids(text)[:FIVE]
            except OperationalError:  # the statement_timeout
                self.gave_up = True
            self.spent += time.perf_counter() - begin
            self.gave_up = self.gave_up or self.spent > PATIENCE
        return found


def measure(say: Callable[[str], None]) -> None:
    """Print the table of one size."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 20000")
        cursor.execute("SELECT id, given_name, family_name FROM physicians_physician WHERE live ORDER BY id")
        people = cursor.fetchall()
    asked = Asker(people, SEED).questions(NUMBER)
    wagtail = Wagtail()
    contenders: dict[str, Search] = {"directory": directory, "pg_trgm": trigrams, "Wagtail": wagtail}
    answers = {name: [(question, search(question.text)) for question in asked] for name, search in contenders.items()}
    say(f"First place / among five, in percent, {NUMBER} names of each kind (seed {SEED})\n")
    say("|typed|" + "|".join(contenders) + "|\n" + "|---" * (len(contenders) + 1) + "|")
    for kind in [*dict.fromkeys(question.kind for question in asked), "all"]:
        say(f"|{kind}|" + "|".join(rates(answers[name], kind) for name in contenders) + "|")
    if wagtail.gave_up:
        say("\nWagtail's fuzzy search used up its patience; from then on only its ordinary one was asked.")
    if os.environ.get("NAME_MISSES"):
        names = {pk: f"{given} {family}" for pk, given, family in people}
        for question, found in answers["directory"]:
            if not found or found[0] not in question.right:
                right = sorted(question.right)[:2]
                fate = "" if question.right & set(found) else ", not among five"
                meant, got = ([names[pk] for pk in ids] for ids in (right, found))
                say(f"  {question.kind}{fate}: {question.text!r} meant {meant}, found {got}")


def rates(answers: list[tuple[NameQuestion, list[int]]], kind: str) -> str:
    """Return both rates of a kind."""
    its = [(question.right, found) for question, found in answers if kind in {question.kind, "all"}]
    first = sum(bool(found) and found[0] in right for right, found in its)
    five = sum(bool(right & set(found)) for right, found in its)
    return f"{percent(first, len(its))} / {percent(five, len(its))}"


def percent(part: int, whole: int) -> str:
    """Return a share in percent with one decimal, if it has one."""
    return f"{100 * part / whole:.1f}".removesuffix(".0")
