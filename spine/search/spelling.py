"""The words that the site knows, for what is misspelt or only begun."""

from collections.abc import Iterable

from physicians.search.spelling import DIRECTORY_WORDS, Meant, find_meant
from physicians.search.words import SPELLINGS, Word

from .shown import SHOWN

# The directory's words too: “stenosis” is no mistake only because no page explains it yet.
SITE_WORDS = f"""
{DIRECTORY_WORDS.replace("known AS", "directory AS")},
{SHOWN},
known AS (
    SELECT word FROM directory
    UNION
    SELECT word FROM shown, unnest(words) AS word WHERE left(word, 1) IN (SELECT left(asked.word, 1) FROM asked)
    UNION
    SELECT regexp_split_to_table(lower(unaccent(title)), '[^[:alnum:]]+') FROM shown
)
"""


def find_meant_on_site(words: Iterable[Word]) -> list[Meant]:
    """Return what each of the words may have been meant to be: all that it begins, else the one closest word."""
    # “disc” is another spelling of a whole word, not the beginning of “disclosed”.
    unknown = [word for word in words if word.text not in SPELLINGS]
    closest: dict[int, Meant] = {}
    meant = find_meant(unknown, known=SITE_WORDS)
    for meaning in meant:
        closest.setdefault(meaning.number, meaning)
    return [meaning for meaning in meant if not meaning.misspelt or closest[meaning.number] is meaning]
