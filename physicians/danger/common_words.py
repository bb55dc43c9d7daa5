"""The ordinary words of English and Spanish. None of them is ever read as a misspelling of another word."""

import functools

from .typed_words import normalize

LANGUAGES = ("en", "es")
LEAST_BELS = 6  # a word that makes up 10^-6 of all text has a Zipf frequency of 3

# Rarer than that, and easily taken for a word of ours, or for two of them written as one.
RARE = frozenset(
    (
        "backstroke backstrokes breaststroke sunstroke heatstroke downstroke upstroke powerstroke "
        "deathstroke brokeback "
        "backstabbed deadbeat deadbeats paleface heartstopping undying parodying deathlike bluecross "
        "contusion contusions conjured overjoyed skeptic sceptic aseptic peptic paralytic"
    ).split()
)


@functools.cache
def common_words() -> frozenset[str]:
    """Return the words of English and Spanish with a Zipf frequency of 3 or more, without accents and apostrophes.

    Only the first unknown word of a process pays for reading them.
    """
    import wordfreq

    found = {
        word if word.isalpha() and word.isascii() else normalize(word)  # the list is in lower case
        for language in LANGUAGES
        for words in wordfreq.get_frequency_list(language, wordlist="small")[: LEAST_BELS * 100 + 1]
        for word in words
    }
    wordfreq.get_frequency_list.cache_clear()  # it would keep them all twice
    return frozenset(found)


def is_common(word: str) -> bool:
    """Return True for a word that means itself."""
    return word in RARE or word in common_words()
