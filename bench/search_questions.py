"""What is asked, by kind: always the same questions for the same directory."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

NUMBER = 200  # of each kind
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BROAD = 40  # the most frequent words of the vocabulary
FAR = 0.5  # of the list lies before a page far behind
DEEP_LISTS = 25
FREQUENT = """
SELECT word FROM physicians_searchword WHERE length(word) > 3 AND names = 0 ORDER BY terms DESC, word LIMIT %s
"""


@dataclass(frozen=True)
class Question:
    """An address of the directory, and what those who answer without reading words have to know of it."""

    parameters: dict[str, str]
    name: tuple[str, str] = ("", "")  # given and family
    conditions: tuple[int, ...] = ()  # what the words mean, as one would look it up by hand
    before: int = 0  # physicians before the page

    @property
    def text(self) -> str:
        """Return the words."""
        return self.parameters.get("q", "")


@dataclass
class Material:
    """What questions are made of."""

    chance: random.Random
    people: list[tuple[str, str]]
    phrases: list[tuple[str, int]]  # lay phrase and condition
    broad: list[str]
    languages: list[str]
    zips: list[str]
    slugs: Callable[[int, int], str | None]  # of the physician at a place in a condition's list
    sizes: dict[int, int]  # physicians of a condition


def read_material() -> Material:
    """Read it from a filled directory."""
    from physicians.zip_places import centroids

    def rows(statement: str, *values: Any) -> list[Any]:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
            cursor.execute(statement, values or None)
            return list(cursor.fetchall())

    def slug_at(condition: int, place: int) -> str | None:
        found = rows(
            "SELECT slug FROM physicians_physician JOIN (SELECT physician_id FROM physicians_physiciandocument"
            " WHERE words @@ %s::tsquery ORDER BY unavailable, gaps, sort_name, physician_id"
            " OFFSET %s LIMIT 1) AS there ON physician_id = id",
            f"'condition:{condition}'",
            place,
        )
        return found[0][0] if found else None

    chance = random.Random(8)
    ids = [pk for (pk,) in rows("SELECT id FROM physicians_physician WHERE live ORDER BY id")]
    people = rows(
        "SELECT given_name, family_name FROM physicians_physician WHERE id = ANY (%s) ORDER BY id",
        chance.sample(ids, min(len(ids), 1000)),
    )
    chance.shuffle(people)
    return Material(
        chance=chance,
        people=people,
        phrases=rows("SELECT phrase, target FROM physicians_searchterm WHERE kind = 'condition' ORDER BY 1, 2"),
        broad=[word for (word,) in rows(FREQUENT, BROAD)],
        languages=[code for (code,) in rows("SELECT code FROM physicians_language WHERE code <> 'en' ORDER BY code")],
        zips=sorted(code for code in centroids() if code.startswith(("27", "28"))),
        slugs=slug_at,
        sizes=dict(rows("SELECT condition_id, count(*) FROM physicians_physician_conditions GROUP BY 1")),
    )


def questions(material: Material) -> dict[str, list[Question]]:
    """Return the questions of every kind of search."""
    pick = material.chance.choice

    def phrase(**more: str) -> Question:
        words, condition = pick(material.phrases)
        return Question({"q": words, **more}, conditions=(condition,))

    def name(mistakes: Callable[[str, str], tuple[str, str]] = lambda given, family: (given, family)) -> Question:
        given, family = pick(material.people)
        return Question({"q": " ".join(mistakes(given, family))}, (given, family))

    def with_typo(given: str, family: str) -> tuple[str, str]:
        return given, mistyped(material.chance, family)

    asked = {
        "full name": name,
        "name with a typing mistake": lambda: name(with_typo),
        "phrase": phrase,
        "phrase, accepting, language": lambda: phrase(accepting="1", language=pick(material.languages)),
        "broad term": lambda: Question({"q": pick(material.broad)}),
        "everybody": lambda: Question({"accepting": "1"}),
        "within 25 miles, by distance": lambda: Question({"zip": pick(material.zips), "sort": "distance"}),
        "phrase within 25 miles, best first": lambda: phrase(zip=pick(material.zips)),
        "phrase, page 10": lambda: phrase(page="10"),
    }
    found = {kind: [make() for _ in range(NUMBER)] for kind, make in asked.items()}
    deep = [far_behind(material) for _ in range(DEEP_LISTS)]
    found["phrase, far behind"] = [pick(deep) for _ in range(NUMBER)]
    return found


def far_behind(material: Material) -> Question:
    """Return a page of a condition's list that begins behind half of it."""
    _phrase, condition = material.chance.choice(material.phrases)
    place = int(material.sizes.get(condition, 0) * FAR)
    slug = material.slugs(condition, place)
    condition_phrases = [words for words, target in material.phrases if target == condition]
    parameters = {"q": material.chance.choice(condition_phrases), **({"after": slug} if slug else {})}
    return Question(parameters, conditions=(condition,), before=place + 1)


def beginnings(material: Material) -> list[Question]:
    """Return what is in the search box while a name or a complaint is typed."""
    found = []
    for number in range(NUMBER):
        given, family = material.chance.choice(material.people)
        phrase = material.chance.choice(material.phrases)[0]
        text = [family, phrase, f"{given} {family}"][number % 3]
        least = len(given) + 2 if number % 3 == 2 else 2
        text = text[: material.chance.randint(least, max(least, min(len(text), least + 5)))].strip()
        found.append(Question({"q": text}, (given, family)))
    return found


def mistyped(chance: random.Random, word: str) -> str:
    """Return a word with one mistake: a letter added, left out, replaced, or swapped with the next."""
    while True:
        place = chance.randrange(len(word))
        letter = chance.choice(LETTERS)
        changed = chance.choice(
            [
                word[:place] + letter + word[place:],
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1 : place + 2] + word[place] + word[place + 2 :],
            ]
        )
        if changed.lower() != word.lower() and len(changed) > 1:
            return changed
