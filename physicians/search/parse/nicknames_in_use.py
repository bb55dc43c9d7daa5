"""The everyday forms of given names, both ways: “Mike” and “Michael”, “Pepe” and “José”."""

import functools

from nicknames import name_triplets

from .spanish_nicknames import SPANISH_NICKNAMES

NICKNAME = "has_nickname"
# Words that the package has as names, and that patients mean as words.
NO_NAMES = frozenset(
    (
        "app", "chat", "con", "court", "day", "duty", "experience", "fall", "field", "governor", "honor", "kill",
        "left", "life", "link", "little", "one", "relief", "see", "than", "vest", "win",
    )
)  # fmt: skip
Forms = dict[str, frozenset[str]]


@functools.cache
def nicknames() -> Forms:
    """Return for each full name its nicknames."""
    pairs = [(name.name1, name.name2) for name in name_triplets() if name.relationship == NICKNAME]
    pairs += [(name, short) for short, names in SPANISH_NICKNAMES.items() for name in names.split()]
    found: dict[str, set[str]] = {}
    for name, short in pairs:
        if name != short and not NO_NAMES & {name, short}:
            found.setdefault(name, set()).add(short)
    return {name: frozenset(shorts) for name, shorts in found.items()}


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
