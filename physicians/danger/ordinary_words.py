"""The ordinary words of English and Spanish. None of them is ever read as a misspelling of another word."""

import functools

from wordfreq import get_frequency_dict

from .typed_words import normalize


@functools.cache
def ordinary_words() -> frozenset[str]:
    """Return the words that are used at least once in a million words (Zipf 3.0): wordfreq's “small” lists."""
    words = {normalize(word) for language in ("en", "es") for word in get_frequency_dict(language, wordlist="small")}
    return frozenset(words)


# Rarer than that, and easily taken for a word of ours, or for two of them written as one.
RARE = frozenset(
    (
        "backstroke backstrokes breaststroke sunstroke heatstroke downstroke upstroke powerstroke deathstroke brokeback backstabbed "
        "deadbeat deadbeats paleface heartstopping undying parodying deathlike bluecross "
        "contusion contusions conjured overjoyed skeptic sceptic aseptic peptic paralytic"
    ).split()
)


def is_ordinary(word: str) -> bool:
    """Return True for a word that means itself."""
    return word in RARE or word in ordinary_words()
