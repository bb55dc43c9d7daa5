"""From what somebody typed to the words to look for."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_QUERY = 200  # characters
LONGEST_WORD = 40  # characters; levenshtein() refuses much longer ones
MOST_WORDS = 12

APOSTROPHES = "'`\u2018\u2019\u02bc\u00b4"

# Said around the words that count: nobody has to match them. A name may be one of them (An, Do, Will).
SMALL_WORDS = frozenset(
    (  # noqa: SIM905 (a list would be two hundred lines)
        "a about above after again all am an and any anyone are arent around as at be because been before being below "
        "between both but by can cannot cant could did didnt do doctor doctors does doesnt doing dont down dr drs "
        "during each few find for from further get good got has have having he help helps her here hers herself him "
        "himself his how i if im in into is it its itself ive just keep keeps like looking lot md me more most my "
        "myself near nearby need no nor not now of off on once only or other our ours out over own people person "
        "physician please really same see sees seeing she should so some somebody someone speak speaking speaks "
        "specialist specialists such talk talks than that the their theirs them then there these they this those "
        "through to today too treat treating treatment treats under until up very want was we well were what when "
        "where which while who whom whos why will with without wont would you your yours"
    ).split()
)

# The same word as another country writes it, or as patients do. Both are looked for.
SPELLINGS = {
    "disc": "disk",
    "discs": "disks",
    "orthopaedic": "orthopedic",
    "orthopaedics": "orthopedics",
    "tumour": "tumor",
    "tumours": "tumors",
}


@dataclass(frozen=True)
class Word:
    """One word of a query: its place, how it is written, and whether a result has to match it."""

    number: int
    text: str
    small: bool


@dataclass(frozen=True)
class Query:
    """What was typed, cut to a sane length, and its words."""

    text: str
    words: tuple[Word, ...]
    shortened: bool

    @property
    def required(self) -> frozenset[int]:
        """Return the numbers of the words that a result has to match."""
        return frozenset(word.number for word in self.words if not word.small)

    @property
    def phrase(self) -> str:
        """Return the words in a row, spelled as the vocabulary spells them."""
        return " ".join(SPELLINGS.get(word.text, word.text) for word in self.words)


def plain(text: str) -> str:
    """Return the text in lower case, without accents and apostrophes: “O'Brien Núñez” becomes “obrien nunez”."""
    without = "".join(letter for letter in text if letter not in APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", without).casefold()
    return unicodedata.normalize("NFKC", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))


def read_query(text: str) -> Query:
    """Take a query apart. A hyphen parts words, so that either half of a double name finds it."""
    text = " ".join(text.split())
    shown = text[:LONGEST_QUERY]
    found = dict.fromkeys(word[:LONGEST_WORD] for word in re.findall(r"[^\W_]+", plain(shown)))
    words = tuple(
        Word(number, word, small=word in SMALL_WORDS or len(word) == 1)
        for number, word in enumerate(list(found)[:MOST_WORDS])
    )
    return Query(shown, words, shortened=len(text) > LONGEST_QUERY or len(found) > MOST_WORDS)
