"""From what somebody typed to the words to look for."""

import re
import unicodedata
from dataclasses import dataclass

from .spelling_variants import other_spellings
from .vertebral_levels import LEVELS, Level, read_level

LONGEST_QUERY = 200  # characters
LONGEST_WORD = 40  # characters; levenshtein() refuses much longer ones
MOST_WORDS = 16

APOSTROPHES = "'`\u2018\u2019\u02bc\u00b4"
TOKEN = re.compile(rf"(?:[^\W_]|[{APOSTROPHES}\u0300-\u036f])+")

# Said around the words that count: nobody has to match them. A name may be one of them (An, Do, Will).
SMALL_WORDS = frozenset(
    (  # noqa: SIM905 (a list would be three hundred lines)
        "a able about above after again ago all almost already also always am an and any anybody anymore anyone "
        "anything appointment are area arent around as ask asking at away bad badly be because become been before "
        "being below best between book both but by came can cannot cant closest come coming could couldnt dad "
        "daughter day days dead deal diagnosed diagnosis did didnt die do docs doctor doctors does doesnt doing dont "
        "down dr drs dull during dying each either else ever every everyday experience experienced experiencing "
        "expert experts father feel feeling feels few find for friend from further gave get gets getting go goes "
        "going gone good got great had happen has have having he help helps her here hers herself him himself his "
        "hour hours how husband i if im in into is issue issues it its itself ive just keep keeps kid killing kind "
        "know last lately like little local looking lot lots made make many maybe md me mom month months more "
        "morning most mother much my myself near nearby nearest need needed needs never new nice night no nor not "
        "now of off often old on once one only or other our ours out over own past patient patients people person "
        "physician physicians please possible problem problems provider providers pt question really recently "
        "recommend recommended refer referral referred right said same saw say says schedule see seeing seen sees "
        "severe sharp she should since so some somebody someone something sometimes son soon speak speaking speaks "
        "specialist specialists specialize specializes stabbing started still such sudden suddenly suffer suffering "
        "suffers sure symptom symptoms take taking talk talks teen teenager tell terrible than thanks that the their "
        "theirs them then there these they thing think this those through time times to today told too top treat "
        "treated treating treatment treatments treats trouble try trying two under until up us use very visit visits "
        "want wants was we week weeks well went were what when where which while who whom whos why wife will with "
        "within without wont worse worst would year years yes you your yours"
    ).split()
)
# “Without surgery” must not be read as “surgery”: one word of it, which the vocabulary has.
NONSURGICAL = "nonsurgical"
NO_SURGERY = re.compile(
    r"\b(without|avoid(ing)?|instead of|no|non|not|dont want|don['\u2019]t want|do not want)[ -]+"
    r"(an? |any |more |another |need |having |back |spine )*(surgery|surgical|surgeries|operation|operating)\b",
    re.IGNORECASE,
)
TITLES = frozenset({"dr", "drs", "doctor"})
NEAR_ME = re.compile(
    r"\b(near(by| me| us| here)?|nearest|close to (me|us|home)|closest|in my area|around (me|here))\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Word:
    """One word of a query: its place, how it is written, and whether a result has to match it.

    `spans` are the places (from, to) in the text where it stands; `level` is set for a vertebral level.
    """

    number: int
    text: str
    small: bool
    spans: tuple[tuple[int, int], ...] = ()
    level: Level | None = None

    @property
    def spellings(self) -> list[str]:
        """Return the word and what it may be in US spelling."""
        return [self.text, *other_spellings(self.text)]


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
    def near_me(self) -> bool:
        """Tell whether somebody close by is asked for; where that is, nobody knows without a ZIP code."""
        return bool(NEAR_ME.search(self.text))

    def typed(self, numbers: frozenset[int]) -> str:
        """Return the words of these numbers as they were typed, with the small words between them."""
        spans = sorted(word.spans[0] for word in self.words if word.number in numbers)
        first, last = spans[0][0], spans[-1][1]
        between = {
            word.number for word in self.words if any(first < start < last for start, _end in word.spans[:1])
        } - numbers
        if between & self.required:
            return " ".join(self.text[start:end] for start, end in spans)
        return self.text[first:last]

    def without(self, numbers: frozenset[int], *, keep: frozenset[int] = frozenset()) -> str:
        """Return the text without these words; nothing when no word that counts, or is to be kept, is left."""
        kept = {word.text for word in self.words if word.number in keep}
        if not (self.required | keep) - numbers:
            return ""
        text = self.text
        for start, end in sorted(span for word in self.words if word.number in numbers for span in word.spans)[::-1]:
            text = text[:start] + text[end:]
        words = re.sub(r"(?<!\S)[^\w\s]+(?!\S)", " ", text).split()
        dangling = SMALL_WORDS - kept
        while words and plain(words[-1]) in dangling:
            words.pop()
        while words and plain(words[0]) in dangling:
            words.pop(0)
        return " ".join(words)


def plain(text: str) -> str:
    """Return the text in lower case, without accents and apostrophes: “O'Brien Núñez” becomes “obrien nunez”."""
    without = "".join(letter for letter in text if letter not in APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", without).casefold()
    return unicodedata.normalize("NFKC", "".join(mark for mark in decomposed if not unicodedata.combining(mark)))


def read_query(text: str) -> Query:
    """Take a query apart. A hyphen parts words, so that either half of a double name finds it."""
    text = " ".join(text.split())
    shown = text[:LONGEST_QUERY].rstrip()
    levels: dict[str, Level] = {}
    found: dict[str, list[tuple[int, int]]] = {}
    position = 0
    for match in sorted([*LEVELS.finditer(shown), *NO_SURGERY.finditer(shown)], key=lambda match: match.start()):
        level = read_level(match) if match.re is LEVELS else None
        if match.start() >= position and (level or match.re is NO_SURGERY):
            tokens(shown, position, match.start(), found)
            word = level.name if level else NONSURGICAL
            found.setdefault(word, []).append(match.span())
            position = match.end()
            if level:
                levels[word] = level
    tokens(shown, position, len(shown), found)
    words = tuple(
        Word(number, word, small=word in SMALL_WORDS or len(word) == 1, spans=tuple(spans), level=levels.get(word))
        for number, (word, spans) in enumerate(list(found.items())[:MOST_WORDS])
    )
    return Query(shown, words, shortened=len(text) > LONGEST_QUERY or len(found) > MOST_WORDS)


def tokens(text: str, start: int, end: int, found: dict[str, list[tuple[int, int]]]) -> None:
    """Add the words between two places of the text to those `found`, each with where it stands."""
    for match in TOKEN.finditer(text, start, end):
        for word in re.findall(r"[^\W_]+", plain(match.group())):
            found.setdefault(word[:LONGEST_WORD], []).append(match.span())
