"""Words of a link that say where it leads: many people hear the links of a page as a list, one after the other."""

import re
from collections import defaultdict

from .rich_text import Link

SAYS_NOTHING = (
    "click here",
    "click",
    "here",
    "more",
    "read more",
    "learn more",
    "see more",
    "find out more",
    "more information",
    "link",
    "this",
    "this link",
    "this page",
    "page",
    "website",
    "details",
)
BARE_ADDRESS = re.compile(r"^(https?://|www\.)\S+$", re.IGNORECASE)


def says_nothing(words: str) -> bool:
    """Tell whether somebody who hears only these words would not know where the link leads."""
    return words.lower().strip(" .…:>»") in SAYS_NOTHING or bool(BARE_ADDRESS.match(words))


def same_words_elsewhere(links: list[Link]) -> list[str]:
    """Return the words that lead to more than one place."""
    targets: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        if link.words:
            targets[link.words.lower()].add((link.kind, link.target))
    return [words for words, places in targets.items() if len(places) > 1]


def as_javascript() -> str:
    """Return `says_nothing` as a pattern for the checker in the editor, which knows no flag for upper case."""
    words = "|".join(
        "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in phrase)
        for phrase in SAYS_NOTHING
    )
    return rf"^\s*(({words})[\s.…:>»]*|(https?://|www\.)\S+)\s*$"
