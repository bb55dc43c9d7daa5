"""The words of a query as words of a name: what each of them can be, and how well that fits."""

import functools
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .name_spelling import mistakes, mistakes_allowed, plain_word, spelled_elsewhere, variants
from .nicknames_in_use import closeness, other_names
from .spelling_variants import other_spellings
from .typing_mistakes import ORDINARY, cost_of_mistakes
from .word_lookup import KnownWord

SAME, ELSEWHERE, NICKNAME, BEGUN, MISSPELT, INITIAL = "same", "elsewhere", "nickname", "begun", "misspelt", "initial"
QUALITY = {SAME: 1.0, ELSEWHERE: 0.97, NICKNAME: 0.93, BEGUN: 0.88, INITIAL: 0.55}
LEAST_MISSPELT = 0.3
QUALITY_AS_HEARD = 0.85  # hardly worse than one letter wrong
LETTER_LEFT_OUT = 0.002  # of a beginning
SHORTEST_BEGINNING = 3  # letters
LEVELS = ((SAME,), (SAME, ELSEWHERE, NICKNAME, BEGUN), (SAME, ELSEWHERE, NICKNAME, BEGUN, MISSPELT))


@dataclass(frozen=True)
class Fit:
    """How well a typed word is a word of someone's name, from 0 to 1."""

    how: str
    quality: float


NO_FIT = Fit("", 0.0)


@dataclass(frozen=True)
class TypedName:
    """A typed word, or neighbors joined to one. `fits` are the names in the directory that it may be."""

    numbers: tuple[int, ...]
    text: str
    optional: bool = False  # a letter or a small word: nobody has to match it
    fits: dict[str, Fit] = field(default_factory=dict)
    measured: bool = False  # against every name: the tables have offered nothing that fits

    @property
    def is_initial(self) -> bool:
        """Return True for a single letter."""
        return len(self.text) == 1

    def fit(self, name: str) -> Fit:
        """Return how well it is this word of a name."""
        if found := self.fits.get(name):
            return Fit(NICKNAME, found.quality + closeness(self.text, name)) if found.how == NICKNAME else found
        if self.is_initial:
            return Fit(INITIAL, QUALITY[INITIAL]) if name.startswith(self.text) else NO_FIT
        if len(self.text) >= SHORTEST_BEGINNING and name.startswith(self.text):
            return begun(self.text, name)
        return misspelled(self.text, name) if self.measured else NO_FIT

    def names(self, level: int) -> list[str]:
        """Return the names that it may be, up to a level of guessing."""
        return [name for name, fit in self.fits.items() if fit.how in LEVELS[level]]


def typed_name(
    numbers: tuple[int, ...], text: str, known: Iterable[KnownWord] = (), *, optional: bool = False
) -> TypedName:
    """Return a word with the names that it may be, from those that the tables know."""
    text = plain_word(text)
    fits: dict[str, Fit] = {}
    for word in known:
        fit = fit_known(text, word)
        if fit.quality > fits.get(word.word, NO_FIT).quality:
            fits[word.word] = fit
    if len(text) > 1:
        fits |= {name: Fit(ELSEWHERE, QUALITY[ELSEWHERE]) for name in spelled_elsewhere(text)}
        fits |= {name: Fit(NICKNAME, QUALITY[NICKNAME]) for name in other_names(text)}
        fits |= {name: Fit(SAME, QUALITY[SAME]) for name in [text, *variants(text)]}
    return TypedName(numbers, text, optional, fits)


def fit_known(text: str, known: KnownWord) -> Fit:
    """Return how well a typed word fits a name that the tables have offered for it."""
    if known.how == "exact" and known.word not in other_spellings(text):
        return NO_FIT  # two typed words as one: that is a reading of its own
    if known.word.startswith(text) and len(text) >= SHORTEST_BEGINNING:
        return begun(text, known.word)
    if known.how == "heard":
        return heard(text, known.distance - 1)
    return misspelled(text, known.word, more=int(known.how == "sounds"))


@functools.lru_cache(maxsize=4096)  # many have the same name
def misspelled(text: str, name: str, *, more: int = 0) -> Fit:
    """Return how well a misspelled name fits. `more`: so many more letters may be wrong."""
    allowed = mistakes_allowed(text, name) + more
    if abs(len(text) - len(name)) > allowed or mistakes(text, name) > allowed:
        return NO_FIT
    return Fit(MISSPELT, max(LEAST_MISSPELT, 1 - cost_of_mistakes(text, name)))


def heard(text: str, wrong: int) -> Fit:
    """Return how well a name fits that was written as it is heard, but for some letters."""
    if wrong > mistakes_allowed(text, text):
        return NO_FIT
    return Fit(MISSPELT, QUALITY_AS_HEARD - ORDINARY * wrong)


def begun(text: str, name: str) -> Fit:
    """Return how well the beginning of a name fits: the better, the fewer letters are left out."""
    return Fit(BEGUN, QUALITY[BEGUN] - LETTER_LEFT_OUT * min(len(name) - len(text), 10))


Reading = tuple[TypedName, ...]


def readings(words: Sequence[TypedName], halves: Iterable[tuple[int, str, str]] = ()) -> list[Reading]:
    """Return the words as they are, then with neighbors joined, then with one cut in two."""
    found = [tuple(words)]
    for first in range(len(words)):
        for behind in range(first + 2, min(first + 3, len(words)) + 1):
            joined = words[first:behind]
            if all(one.numbers[-1] + 1 == other.numbers[0] for one, other in itertools.pairwise(joined)):
                numbers = tuple(number for word in joined for number in word.numbers)
                whole = typed_name(numbers, "".join(word.text for word in joined))
                found.append((*words[:first], whole, *words[behind:]))
    for number, *cut in halves:
        place = next((place for place, word in enumerate(words) if word.numbers == (number,)), None)
        if place is not None:
            both = (typed_name((number,), half) for half in cut)
            found.append((*words[:place], *both, *words[place + 1 :]))
    return found
