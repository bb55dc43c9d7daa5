"""Link text that doesn't say where the link leads. Many people hear the links of a page as a list."""

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
# Python and the browser read it alike: the preview looks for the same words.
PATTERN = rf"^\s*(({'|'.join(SAYS_NOTHING)})[\s.…:>»]*|(https?://|www\.)\S+)\s*$"


def says_nothing(words: str) -> bool:
    """Return True if someone who hears only these words wouldn't know where the link leads."""
    return re.match(PATTERN, words, re.IGNORECASE) is not None


def same_words_elsewhere(links: list[Link]) -> list[str]:
    """Return the words that lead to more than one place."""
    targets: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for link in links:
        if link.words:
            targets[link.words.lower()].add((link.kind, link.target))
    return [words for words, places in targets.items() if len(places) > 1]
