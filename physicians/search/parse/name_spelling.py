"""How one word of a name can be written otherwise, and how far a misspelled one is from it."""

import functools
import itertools
import re

from .tokens import APOSTROPHES, NAME_SUFFIXES, plain

# Letters that are not an accented one: as PostgreSQL's unaccent writes them.
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe"})
ALPHABET = "abcdefghijklmnopqrstuvwxyz"
APART = re.compile(r"[^\W_]+")
AT_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, " "))

# A word and how it is also written; both are the same name.
VARIANTS = [
    (re.compile(r"^mc(?=[a-z]{3})"), "mac"),
    (re.compile(r"^mac(?=[a-z]{3})"), "mc"),
    (re.compile(r"^st(?=[^aeiouy]{0,2}[aeiouy]|$)"), "saint"),
    (re.compile(r"^saint"), "st"),
    (re.compile(r"^saint"), "ste"),
    (re.compile(r"^ste$"), "saint"),
]
# A name of one country as it's written in another: Müller and Mueller, Nunes and Núñez, Sofia and Sophia. Both may be
# in the directory.
ELSEWHERE = [
    *((re.compile(f"{vowel}e"), vowel) for vowel in "aou"),
    *((re.compile(f"{vowel}(?=[^aeiouy])"), f"{vowel}e") for vowel in "aou"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])s$"), "z"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])z$"), "s"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"(?<!f)f(?!f)"), "ph"),
]
MOST_MISTAKES = ((9, 3), (6, 2), (4, 1))  # from so many letters


@functools.lru_cache(maxsize=4096)  # of a few hundred candidates, many share a name
def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, its halves joined too: “de la Cruz” is de, la, cruz and delacruz."""
    words = words_of(text)
    if len(words) > 1:
        words += ["".join(words), *(one + other for one, other in itertools.pairwise(words))]
    return tuple(dict.fromkeys([*words, *words_of(text.translate(AT_APOSTROPHES))]))


def words_of(text: str) -> list[str]:
    """Return the words of a text in plain form, without what is only said after a name."""
    return [word for word in APART.findall(plain_word(plain(text))) if word not in NAME_SUFFIXES]


def plain_word(text: str) -> str:
    """Return a word as PostgreSQL has it in the tables of the search."""
    return text.translate(LETTERS)


def variants(word: str) -> frozenset[str]:
    """Return the other ways to write the same name: “mcdonald” and “macdonald”, “stjohn” and “saintjohn”."""
    return frozenset(pattern.sub(other, word) for pattern, other in VARIANTS if pattern.search(word)) - {word}


def spelled_elsewhere(word: str) -> frozenset[str]:
    """Return the names that are the same one in another country, if anyone has them: “mueller” for “muller”."""
    found = {word[: it.start()] + other + word[it.end() :] for old, other in ELSEWHERE for it in old.finditer(word)}
    return frozenset(found) - {word}


def one_mistake_away(word: str) -> list[str]:
    """Return every word with one letter left out, added, replaced, or swapped with the next."""
    found = []
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        found += [before + letter + after for letter in ALPHABET]
        if after:
            found += [before + letter + after[1:] for letter in ALPHABET]
            found.append(before + after[1:])
        if len(after) > 1:
            found.append(before + after[1] + after[0] + after[2:])
    return [other for other in dict.fromkeys(found) if other != word]


def mistakes_allowed(one: str, other: str) -> int:
    """Return how many letters may be wrong between two words."""
    longest = max(len(one), len(other))
    return next((most for length, most in MOST_MISTAKES if longest >= length), 0)


def mistakes(one: str, other: str) -> int:
    """Return how many letters are wrong; two neighbors that changed places are one mistake."""
    rows = [list(range(len(other) + 1))]
    for place, letter in enumerate(one, start=1):
        row = [place]
        for column, against in enumerate(other, start=1):
            cost = min(rows[-1][column] + 1, row[-1] + 1, rows[-1][column - 1] + (letter != against))
            swapped = place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == against
            row.append(min(cost, rows[-2][column - 2] + 1) if swapped else cost)
        rows.append(row)
    return rows[-1][-1]
