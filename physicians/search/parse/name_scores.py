"""How well a typed name is someone's: the score that puts people in order.

One typed word is given to the family name, which counts double and squared; the others go to whichever part of the
name explains them best. A word that nothing explains costs a little. So both names fitting, however loosely, beat
one, and a family name beats a given name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .name_spelling import name_words
from .typed_names import INITIAL, NO_FIT, QUALITY, Fit, Reading, TypedName

FAMILY_COUNTS = 2
UNEXPLAINED = 0.25
FORMER_COUNTS = 0.95  # of a family name


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
    """What explains a typed word: a part of someone's name (a field of Physician)."""

    typed: TypedName
    part: str
    word: str
    fit: Fit

    @property
    def quality(self) -> float:
        """Return how well, from 0 to 1."""
        return self.fit.quality * (FORMER_COUNTS if self.part == "former_name" else 1)


@dataclass(frozen=True)
class Score:
    """How well someone's name fits, and what explains each word. `complete`: nothing that was typed is left over."""

    value: float = -1.0
    complete: bool = False
    explained: tuple[WordFit, ...] = field(default=())


def best_score(found: Iterable[Reading], someone: Candidate) -> Score:
    """Return the score of the reading that fits best."""
    parts = {
        part: name_words(getattr(someone, part)) for part in ("given_name", "known_as", "family_name", "former_name")
    }
    return max((score(reading, parts) for reading in found), key=lambda score: score.value)


def score(reading: Sequence[TypedName], parts: dict[str, list[str]]) -> Score:
    """Return how well a reading fits the words of a name."""
    given = [best_fit(typed, parts, ("given_name", "known_as")) for typed in reading]
    family = [best_fit(typed, parts, ("family_name", "former_name")) for typed in reading]
    best = [max(pair, key=lambda fit: fit.quality) for pair in zip(given, family, strict=True)]
    counted = [fit.quality or -UNEXPLAINED for fit in best]
    total = sum(counted)
    gains = [FAMILY_COUNTS * fit.quality**2 - counts for fit, counts in zip(family, counted, strict=True)]
    most = max([0.0, *gains])
    if most:
        best[gains.index(most)] = family[gains.index(most)]
    complete = all(fit.quality or fit.typed.optional for fit in best)
    return Score(round(total + most, 3), complete, tuple(fit for fit in best if fit.quality))


def best_fit(typed: TypedName, parts: dict[str, list[str]], of: Sequence[str]) -> WordFit:
    """Return what explains a typed word best among these parts of the name."""
    found = WordFit(typed, of[0], "", NO_FIT)
    for part in of:
        for place, word in enumerate(parts[part]):
            fit = typed.fit(word)
            if not fit.quality and not place and len(word) == 1 and typed.text.startswith(word):
                fit = Fit(INITIAL, QUALITY[INITIAL])  # “J. Smith” in the directory, “John Smith” typed
            each = WordFit(typed, part, word, fit)
            if each.quality > found.quality:
                found = each
    return found
