"""The everyday forms of given names, both ways: “Mike” and “Michael”, “Pepe” and “José”."""

import functools
import itertools
import re

from nicknames import name_triplets

from physicians.danger.common_words import rarity

from .spanish_nicknames import SPANISH_NICKNAMES

NICKNAME = "has_nickname"
# Words that the package has as names, and that patients mean as words.
NO_NAMES = frozenset(
    (
        "app", "chat", "con", "court", "day", "duty", "experience", "fall", "field", "governor", "honor", "kill",
        "left", "life", "link", "little", "one", "relief", "see", "than", "vest", "win",
    )
)  # fmt: skip
# A sound that is written in two ways; names that sound the same have the same nicknames.
SOUNDS = (("ph", "f"), ("v", "f"), ("th", "t"), ("ck", "k"), ("c", "k"), ("y", "i"))
DOUBLED = re.compile(r"(.)\1")
SILENT = re.compile(r"e(?=r[aeiou]|$)")  # Katherine is Kathryn
SAME_BEGINNING = 0.02
USUAL_NAME = 0.02
Forms = dict[str, frozenset[str]]


@functools.cache
def nicknames() -> Forms:
    """Return for each full name its nicknames, and those of names that sound the same: Catherine is Kate, too."""
    pairs = [(name.name1, name.name2) for name in name_triplets() if name.relationship == NICKNAME]
    pairs += [(name, short) for short, names in SPANISH_NICKNAMES.items() for name in names.split()]
    names: set[str] = set()
    shorts: dict[str, set[str]] = {}
    for name, short in pairs:
        if not NO_NAMES & {name, short}:
            names.add(name)
            shorts.setdefault(sound(name), set()).add(short)
    return {name: frozenset(shorts[sound(name)] - {name}) for name in names}


def sound(name: str) -> str:
    """Return a name as it sounds, roughly: the same for Catherine and Katherine, Steven and Stephen."""
    for written, heard in SOUNDS:
        name = name.replace(written, heard)
    return SILENT.sub("", DOUBLED.sub(r"\1", name))


@functools.cache
def full_names() -> Forms:
    """Return for each nickname the names that it can be short for."""
    found: dict[str, set[str]] = {}
    for name, shorts in nicknames().items():
        for short in shorts:
            found.setdefault(short, set()).add(name)
    return {short: frozenset(names) for short, names in found.items()}


def other_names(word: str) -> frozenset[str]:
    """Return what someone with this given name may be called, and what a nickname may be short for."""
    return nicknames().get(word, frozenset()) | full_names().get(word, frozenset())


@functools.lru_cache(maxsize=4096)
def closeness(word: str, other: str) -> float:
    """Return how much likelier than the least likely one this nickname of this name is, up to 0.04.

    “Ron” begins like Ronald and not like Aaron; “Mike” is rather Michael than Miguel, because that is the usual name.
    """
    pairs = zip(word, other, strict=False)
    same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return SAME_BEGINNING * same / min(len(word), len(other)) + USUAL_NAME * (1 - rarity(other))
