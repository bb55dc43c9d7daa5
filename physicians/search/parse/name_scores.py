"""How well a typed name is someone's: the score that puts people in order.

One typed word is given to the family name, the others go to whichever part of the name explains them best. A word that
nothing explains costs a little. If all are explained, a mistake costs the same in either name, and names in the typed
order come before swapped ones; half of a double name counts a hair less than all of it. If not, the family name counts
double and squared. So both names fitting, however loosely, beat one, and a family name beats a given name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .name_spelling import name_words
from .nicknames_in_use import closeness
from .typed_names import INITIAL, NICKNAME, QUALITY, Fit, Reading, TypedName, misspelled

FAMILY_COUNTS = 2
UNEXPLAINED = 0.25
WHOLE_NAME = 1.0  # for a family name when every word is explained
SWAPPED = 0.05
FORMER_COUNTS = 0.95  # of a family name
FAMILY_PARTS = ("family_name", "former_name")
HALF_COUNTS = 0.99  # of a double name

Parts = Mapping[str, Sequence[str]]  # the words of each part of a name


@dataclass(frozen=True)
class Candidate:
    """Someone who may have been meant. `alike` is the whole name's similarity, `place` the usual order."""

    pk: int
    npi: str
    given_name: str
    family_name: str
    known_as: str
    former_name: str
    alike: float
    place: tuple[object, ...]


@dataclass(frozen=True)
class WordFit:
    """What explains a typed word, and how well (0 to 1): a word of a part of someone's name, a field of Physician."""

    typed: TypedName
    part: str = ""
    word: str = ""
    how: str = ""
    quality: float = 0.0


@dataclass(frozen=True)
class Score:
    """How well someone's name fits, and what explains each word. `complete`: nothing that was typed is left over."""

    value: float = -1.0
    complete: bool = False
    explained: tuple[WordFit, ...] = field(default=())


def best_score(found: Iterable[Reading], someone: Candidate, *, family_first: bool = False) -> Score:
    """Return the score of the reading that fits best. With `family_first` the family name was typed first."""
    given = {"given_name": name_words(someone.given_name), "known_as": name_words(someone.known_as)}
    family = {"family_name": name_words(someone.family_name), "former_name": name_words(someone.former_name)}
    scores = (score(reading, given, family, family_first=family_first) for reading in found)
    return max(scores, key=lambda score: score.value)


def forget_names() -> None:
    """Forget all names that were looked at: patients' names stay in no process."""
    for remembers in (name_words, misspelled, closeness):
        remembers.cache_clear()


def score(reading: Sequence[TypedName], given: Parts, family: Parts, *, family_first: bool = False) -> Score:
    """Return how well a reading fits the words of a name."""
    in_given = [best_fit(typed, given) for typed in reading]
    in_family = [best_fit(typed, family) for typed in reading]
    if any(fit.quality and fit.how != INITIAL for fit in in_family):  # then a letter beside it is a middle initial,
        in_family = [fit if fit.how != INITIAL else WordFit(fit.typed) for fit in in_family]  # and no other half
    best = [max(pair, key=quality) for pair in zip(in_given, in_family, strict=True)]
    counted = [fit.quality or -UNEXPLAINED for fit in best]
    complete = all(fit.quality or fit.typed.optional for fit in best)
    if complete and len(reading) > 1:
        gains = [
            WHOLE_NAME + fit.quality - counts - SWAPPED * is_swapped(in_given, place, family_first=family_first)
            if fit.quality
            else 0.0
            for place, (fit, counts) in enumerate(zip(in_family, counted, strict=True))
        ]
    else:
        gains = [FAMILY_COUNTS * fit.quality**2 - counts for fit, counts in zip(in_family, counted, strict=True)]
    most = max([0.0, *gains])
    if most:
        best[gains.index(most)] = in_family[gains.index(most)]
    return Score(round(sum(counted) + most, 3), complete, tuple(fit for fit in best if fit.quality))


def is_swapped(in_given: Sequence[WordFit], place: int, *, family_first: bool) -> bool:
    """Return True if a given name was typed on the wrong side of the family name at that place."""
    return any(fit.quality for fit in (in_given[:place] if family_first else in_given[place + 1 :]))


def quality(fit: WordFit) -> float:
    """Return how well a word fits."""
    return fit.quality


def best_fit(typed: TypedName, parts: Parts) -> WordFit:
    """Return what explains a typed word best among these parts of a name."""
    found = WordFit(typed)
    for part, words in parts.items():
        for place, word in enumerate(words):
            fit = typed.fit(word)
            if fit.how == NICKNAME and part in FAMILY_PARTS:
                continue  # nobody calls a Wilson “Will”
            if not fit.quality and not place and len(word) == 1 and typed.text.startswith(word):
                fit = Fit(INITIAL, QUALITY[INITIAL])  # “J. Smith” in the directory, “John Smith” typed
            counts = fit.quality * (FORMER_COUNTS if part == "former_name" else 1)
            if fit.quality and fit.how != INITIAL and len(word) < max(map(len, words)):  # the whole is the longest
                counts *= HALF_COUNTS
            if counts > found.quality:
                found = WordFit(typed, part, word, fit.how, counts)
    return found
