"""Names for a typed word that no one has: one letter away, of the same sound, as heard, or two names typed as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from .name_spelling import one_mistake_away, plain_word
from .nicknames_in_use import other_names
from .tokens import Token
from .word_lookup import KnownWord

SHORT = 6  # letters: every word one mistake away is tried, because trigrams miss them
SHORTEST_TRIED = 3
SHORTEST_HALF = 3
MOST_WRONG_BY_SOUND = 3  # letters
MOST_OF_A_SOUND = 30

NAMES_LIKE = """
SELECT number, how, word, names, distance FROM (
    SELECT number, how, known.word, {names} AS names, (how <> 'nickname')::int AS distance
    FROM unnest(%(numbers)s::int[], %(hows)s::text[], %(words)s::text[]) AS asked(number, how, word)
         JOIN {words} AS known ON known.word = asked.word AND {names} > 0
    UNION ALL
    SELECT number, 'sounds', alike.word, names, 1
    FROM unnest(%(tokens)s::int[], %(typed)s::text[]) AS asked(number, word),
         LATERAL ({same_sound}) AS alike
    UNION ALL
    SELECT number, 'heard', alike.word, names, distance
    FROM unnest(%(tokens)s::int[], %(typed)s::text[]) AS asked(number, word),
         LATERAL ({as_heard}) AS alike
) AS found
"""


@dataclass(frozen=True)
class NameTable:
    """A table of the words of names. `names` is the SQL for how many people have a word.

    Of a word of up to `longest_tried` letters every one that is a mistake away is looked up. `sounds` are the
    functions that say how a word may sound; the table has an index for each. “Kowalczyk” is “Kowalchuk” by the second.
    """

    words: str
    names: str
    longest_tried: int
    sounds: tuple[str, ...] = ("dmetaphone",)

    @property
    def same_sound(self) -> str:
        """Return the SQL for the words that sound like `asked.word`, the closest first."""
        typed = ", ".join(f"{sound}(asked.word)" for sound in self.sounds)
        alike = " OR ".join(f"{sound}(known.word) IN ({typed})" for sound in self.sounds)
        return f"""
            SELECT known.word, {self.names} AS names FROM {self.words} AS known
            WHERE length(asked.word) > {SHORTEST_TRIED} AND asked.word ~ '^[a-z]+$'
              AND {self.names} > 0 AND ({alike})
              AND levenshtein_less_equal(known.word, asked.word, {MOST_WRONG_BY_SOUND}) <= {MOST_WRONG_BY_SOUND}
            ORDER BY levenshtein(known.word, asked.word), names DESC, word LIMIT {MOST_OF_A_SOUND}
        """

    @property
    def as_heard(self) -> str:
        """Return the SQL for the words that were typed as they are heard, “voychik” for “wojcik”, or the other way."""
        return " UNION ALL ".join(
            f"""
            (SELECT known.word, {self.names} AS names, 1 + levenshtein({written}, {heard}) AS distance
               FROM {self.words} AS known
              WHERE length(asked.word) > {SHORTEST_TRIED} AND asked.word ~ '^[a-z]+$' AND {self.names} > 0
                AND dmetaphone({written}) = dmetaphone({heard}) AND {heard} <> {original}
                AND levenshtein_less_equal({written}, {heard}, {MOST_WRONG_BY_SOUND}) <= {MOST_WRONG_BY_SOUND}
              ORDER BY distance, names DESC, word LIMIT {MOST_OF_A_SOUND})
            """
            for original, written in (("known.word", "asked.word"), ("asked.word", "known.word"))
            for heard in (f"physicians_heard({original})",)
        )


PHYSICIANS = NameTable("physicians_searchword", "names", SHORT)
Halves = Sequence[tuple[int, str, str]]  # number of the token, and the two names that it may be


def names_like(tokens: Sequence[Token], table: NameTable = PHYSICIANS) -> tuple[list[KnownWord], Halves]:
    """Return the names that these tokens may be meant as, and the two names that one of them may be."""
    asked: list[tuple[int, str, str]] = []
    cuts: list[tuple[int, str, str]] = []
    for token in tokens:
        text = plain_word(token.text)
        asked += [(token.number, "nickname", name) for name in sorted(other_names(text))]
        if SHORTEST_TRIED <= len(text) <= table.longest_tried and text.isalpha():
            asked += [(token.number, "similar", other) for other in one_mistake_away(text)]
        places = range(SHORTEST_HALF, len(text) - SHORTEST_HALF + 1)
        halves = [(text[:place], text[place:]) for place in places]
        cuts += [(token.number, *cut) for cut in halves]
        asked += [(token.number, "half", half) for cut in halves for half in cut]
    parameters: dict[str, Any] = {
        "numbers": [number for number, _how, _word in asked],
        "hows": [how for _number, how, _word in asked],
        "words": [word for _number, _how, word in asked],
        "tokens": [token.number for token in tokens],
        "typed": [plain_word(token.text) for token in tokens],
    }
    with connection.cursor() as cursor:
        cursor.execute(
            NAMES_LIKE.format(
                words=table.words, names=table.names, same_sound=table.same_sound, as_heard=table.as_heard
            ),
            parameters,
        )
        rows = cursor.fetchall()
    known_halves = {word for _number, how, word, *_its in rows if how == "half"}
    known = [KnownWord(number, how, word, None, names, 0, distance)
             for number, how, word, names, distance in rows if how != "half"]  # fmt: skip
    return known, [cut for cut in cuts if set(cut[1:]) <= known_halves]
