"""How well a typed name is someone's: the score that puts people in order.

One typed word is given to the family name, which counts double and squared; the others go to whichever part of the
name explains them best. A word that nothing explains costs a little. So both names fitting, however loosely, beat
one, and a family name beats a given name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from .name_spelling import name_words
from .typed_names import INITIAL, QUALITY, Fit, Reading, TypedName

FAMILY_COUNTS = 2
UNEXPLAINED = 0.25
FORMER_COUNTS = 0.95  # of a family name

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


def best_score(found: Iterable[Reading], someone: Candidate) -> Score:
    """Return the score of the reading that fits best."""
    given = {"given_name": name_words(someone.given_name), "known_as": name_words(someone.known_as)}
    family = {"family_name": name_words(someone.family_name), "former_name": name_words(someone.former_name)}
    return max((score(reading, given, family) for reading in found), key=lambda score: score.value)


def score(reading: Sequence[TypedName], given: Parts, family: Parts) -> Score:
    """Return how well a reading fits the words of a name."""
    in_family = [best_fit(typed, family) for typed in reading]
    best = [max(best_fit(typed, given), fit, key=quality) for typed, fit in zip(reading, in_family, strict=True)]
    counted = [fit.quality or -UNEXPLAINED for fit in best]
    gains = [FAMILY_COUNTS * fit.quality**2 - counts for fit, counts in zip(in_family, counted, strict=True)]
    most = max([0.0, *gains])
    if most:
        best[gains.index(most)] = in_family[gains.index(most)]
    complete = all(fit.quality or fit.typed.optional for fit in best)
    return Score(round(sum(counted) + most, 3), complete, tuple(fit for fit in best if fit.quality))


def quality(fit: WordFit) -> float:
    """Return how well a word fits."""
    return fit.quality


def best_fit(typed: TypedName, parts: Parts) -> WordFit:
    """Return what explains a typed word best among these parts of a name."""
    found = WordFit(typed)
    for part, words in parts.items():
        for place, word in enumerate(words):
            fit = typed.fit(word)
            if not fit.quality and not place and len(word) == 1 and typed.text.startswith(word):
                fit = Fit(INITIAL, QUALITY[INITIAL])  # “J. Smith” in the directory, “John Smith” typed
            counts = fit.quality * (FORMER_COUNTS if part == "former_name" else 1)
            if counts > found.quality:
                found = WordFit(typed, part, word, fit.how, counts)
    return found
