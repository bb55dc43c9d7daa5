"""How signs of danger are written down.

A phrase is a line of groups, separated by spaces. All groups have to be there, in any order:

    CANT walk|walking !far|dog ~5

- `walk|walking`: a group; any of its words will do.
- `CANT`: a group with a name, declared in a list of words.
- `out_of_nowhere`: words in a row. Filler words (“the”, “my”) may be between them.
- `!far|dog`: not when one of these is close by.
- `~5`: how far apart the words may be; filler words don't count. By default 6, and 2 more for every group above two.
- `=help`: only when there is nothing else in the text but filler words.

Words are in lower case, without accents and apostrophes. “Can not”, “cannot” and “couldn't” are all `cant` here, as
NEGATED in typed_words.py says. A word of negation that begins a group (`cant`, `no`, `sin`) belongs to the next group.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

Words = tuple[str, ...]  # in a row
Group = tuple[Words, ...]

NARROW = 6
PER_GROUP = 2


@dataclass(frozen=True)
class Phrase:
    """One way to say a sign."""

    groups: tuple[Group, ...]
    unless: Group = ()
    window: int = NARROW
    alone: bool = False


@dataclass(frozen=True)
class Sign:
    """Something that a card warns of. `name` is what a clinician calls it."""

    name: str | Promise
    card: str  # a DangerCard
    language: str
    phrases: tuple[Phrase, ...]
    lines: tuple[str, ...] = ()  # as written
    added: bool = False
    also: str = ""  # who else helps: poison (Poison Help) or surgery (the surgeon's office)


def read_sign(
    name: str | Promise,
    card: str,
    language: str,
    lists: Mapping[str, str],
    lines: Iterable[str],
    *,
    unless: str = "",
    also: str = "",
) -> Sign:
    """Return the sign that these lines describe. `lists` are the groups with names; `unless` holds for every line."""
    lines = tuple(lines)
    never = read_group(unless, lists) if unless else ()
    phrases = tuple(read_phrase(line, lists, never) for line in lines)
    return Sign(name, card, language, phrases, lines, also=also)


def read_phrase(line: str, lists: Mapping[str, str], unless: Group = ()) -> Phrase:
    """Return the phrase of one line."""
    groups: list[Group] = []
    window = 0
    alone = line.startswith("=")
    for part in line.removeprefix("=").split():
        if part.startswith("!"):
            unless += read_group(part[1:], lists)
        elif part.startswith("~"):
            window = int(part[1:])
        else:
            groups.append(read_group(part, lists))
    return Phrase(tuple(groups), unless, window or NARROW + PER_GROUP * max(0, len(groups) - 2), alone)


def read_group(text: str, lists: Mapping[str, str]) -> Group:
    """Return the words of a group; the name of a list stands for all its words."""
    found: list[Words] = []
    for choice in text.split("|"):
        if choice.isupper():
            found += [tuple(word.split("_")) for word in lists[choice].split()]
        else:
            found.append(tuple(choice.split("_")))
    return tuple(dict.fromkeys(found))
