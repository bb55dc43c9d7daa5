"""The ordinary words of English and Spanish. None of them is ever read as a misspelling of another word."""

import functools

from .typed_words import normalize

LANGUAGES = ("en", "es")
COMMONEST = 9.0  # on the Zipf scale: every word is this one
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
def common_words() -> dict[str, float]:
    """Return the words of English and Spanish with a Zipf frequency of 3 or more, without accents and apostrophes.

    Each with its rarity: 0 is the commonest, 1 the rarest. Only the first unknown word of a process pays for reading
    them.
    """
    import wordfreq

    most = LEAST_BELS * 100
    found: dict[str, float] = {}
    for language in LANGUAGES:
        for centibels, words in enumerate(wordfreq.get_frequency_list(language, wordlist="small")[: most + 1]):
            for listed in words:
                # the list is in lower case
                word = listed if listed.isalpha() and listed.isascii() else normalize(listed)
                found[word] = min(found.get(word, 1.0), centibels / most)
    wordfreq.get_frequency_list.cache_clear()  # it would keep them all twice
    return found


def rarity(word: str) -> float:
    """Return how rare a word is, from 0 to 1."""
    return common_words().get(word, 1.0)


def zipf(word: str) -> float:
    """Return the Zipf frequency of a word: 3 of the least common ones that are kept, 0 of all others."""
    return COMMONEST - LEAST_BELS * rarity(word) if word in common_words() else 0.0


def is_common(word: str) -> bool:
    """Return True for a word that means itself."""
    return word in RARE or word in common_words()
