"""How often the name that was meant is among the first twenty when it was mistyped."""

import random
import time

from django.db import OperationalError
from django.http import QueryDict

from bench import search_bare, search_wagtail
from bench.search_questions import Material, mistyped
from bench.search_timing import LEAST, PATIENCE

NAMES = 300
FIRST = 20


def ours(text: str) -> list[str]:
    """Return the names on the directory's first two pages."""
    from physicians.models import Physician
    from physicians.search.directory_search import search_directory
    from physicians.search.query.ranked_list import RankedList

    query = QueryDict(mutable=True)
    query["q"] = text
    search = search_directory(query).found
    if not search.total:
        return []
    hits = RankedList(search.plan.matches, "best", search.plan.near).read_page(limit=FIRST)
    found = Physician.objects.in_bulk([hit.physician_id for hit in hits])
    return [physician.plain_name for physician in found.values()]


def recall(material: Material) -> list[tuple[str, str, float, int]]:
    """Return for each kind of mistake and each contender the share found, and of how many names.

    Anyone with the name counts: of a hundred James Smiths any will do.
    """
    chance = random.Random(9)
    names = [chance.choice(material.people) for _ in range(NAMES)]
    mistakes = {
        "one mistake in the family name": [(given, mistyped(chance, family)) for given, family in names],
        "one mistake in either name": [(mistyped(chance, given), mistyped(chance, family)) for given, family in names],
    }
    found = []
    for kind, typed in mistakes.items():
        contenders = (("directory", ours), ("trigrams", search_bare.alike), ("Wagtail fuzzy", search_wagtail.fuzzy))
        for contender, search in contenders:
            hits, asked, begin = 0, 0, time.perf_counter()
            for name, text in zip(names, typed, strict=True):
                if asked >= LEAST and time.perf_counter() - begin > 3 * PATIENCE:
                    break
                try:
                    hits += " ".join(name) in search(" ".join(text))
                except OperationalError:  # the statement_timeout
                    break
                asked += 1
            found.append((kind, contender, hits / asked if asked else float("nan"), asked))
    return found
