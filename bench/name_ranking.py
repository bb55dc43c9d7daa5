"""How often the right physician is first, or among the first five, when a name is typed.

The directory, one line of pg_trgm, and Wagtail's own search, over the same names in the same run.
"""

import contextlib
import os
import time
from collections.abc import Callable, Sequence

from django.db import OperationalError, connection
from django.http import QueryDict

from bench import search_wagtail
from bench.name_questions import Asker, NameQuestion

NUMBER = int(os.environ.get("NAME_QUESTIONS", "60"))  # of each kind
SEED = int(os.environ.get("NAME_SEED", "16"))
FIVE = 5
PATIENCE = float(os.environ.get("WAGTAIL_SECONDS", "600"))  # it is asked no further then
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
        self.end = time.monotonic() + PATIENCE

    @property
    def is_over(self) -> bool:
        """Return True when its time is up."""
        return time.monotonic() > self.end

    def __call__(self, text: str) -> list[int]:
        found = search_wagtail.search(text)[:FIVE]
        if not found:
            with contextlib.suppress(OperationalError):  # the statement_timeout: that is no answer
                found = search_wagtail.fuzzy_ids(text)[:FIVE]
        return found


def measure(say: Callable[[str], None]) -> None:
    """Print the table of one size."""
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 20000")
        cursor.execute("SELECT id, given_name, family_name FROM physicians_physician WHERE live ORDER BY id")
        people = cursor.fetchall()
    asked = Asker(people, SEED).questions(NUMBER)
    contenders: dict[str, Search] = {"directory": directory, "pg_trgm": trigrams}
    answers = {name: [(question, search(question.text)) for question in asked] for name, search in contenders.items()}
    answers["Wagtail"] = ask_wagtail(asked)
    say(f"First place / among five, in percent, {NUMBER} names of each kind (seed {SEED})\n")
    say("|typed|" + "|".join(answers) + "|\n" + "|---" * (len(answers) + 1) + "|")
    for kind in [*dict.fromkeys(question.kind for question in asked), "all"]:
        say(f"|{kind}|" + "|".join(rates(its, kind) for its in answers.values()) + "|")
    if len(answers["Wagtail"]) < len(asked):
        say(f"\nWagtail was asked {len(answers['Wagtail'])} of the {len(asked)}, as many of each kind, until its "
            f"{PATIENCE:.0f} seconds were over.")  # fmt: skip
    if os.environ.get("NAME_MISSES"):
        names = {pk: f"{given} {family}" for pk, given, family in people}
        for question, found in answers["directory"]:
            if not found or found[0] not in question.right:
                right = sorted(question.right)[:2]
                fate = "" if question.right & set(found) else ", not among five"
                meant, got = ([names[pk] for pk in ids] for ids in (right, found))
                say(f"  {question.kind}{fate}: {question.text!r} meant {meant}, found {got}")


def ask_wagtail(asked: Sequence[NameQuestion]) -> list[tuple[NameQuestion, list[int]]]:
    """Return Wagtail's answers: to the same questions, a kind after the other, for as long as its time lasts."""
    kinds = [
        [question for question in asked if question.kind == kind] for kind in dict.fromkeys(q.kind for q in asked)
    ]
    wagtail = Wagtail()
    answers: list[tuple[NameQuestion, list[int]]] = []
    for round_of_kinds in zip(*kinds, strict=True):
        if wagtail.is_over:
            break
        answers += [(question, wagtail(question.text)) for question in round_of_kinds]
    return answers


def rates(answers: list[tuple[NameQuestion, list[int]]], kind: str) -> str:
    """Return both rates of a kind."""
    if not answers:
        return "–"
    its = [(question.right, found) for question, found in answers if kind in {question.kind, "all"}]
    first = sum(bool(found) and found[0] in right for right, found in its)
    five = sum(bool(right & set(found)) for right, found in its)
    return f"{percent(first, len(its))} / {percent(five, len(its))}"


def percent(part: int, whole: int) -> str:
    """Return a share in percent with one decimal, if it has one."""
    return f"{100 * part / whole:.1f}".removesuffix(".0")
