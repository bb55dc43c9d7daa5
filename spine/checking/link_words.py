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
# Understood alike by Python and by the browser, where the same words are looked for in the preview.
PATTERN = rf"^\s*(({'|'.join(SAYS_NOTHING)})[\s.…:>»]*|(https?://|www\.)\S+)\s*$"


def says_nothing(words: str) -> bool:
    """Tell whether somebody who hears only these words would not know where the link leads."""
    return re.match(PATTERN, words, re.IGNORECASE) is not None


def same_words_elsewhere(links: list[Link]) -> list[str]:
    """Return the words that lead to more than one place."""
    targets: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        if link.words:
            targets[link.words.lower()].add((link.kind, link.target))
    return [words for words, places in targets.items() if len(places) > 1]
