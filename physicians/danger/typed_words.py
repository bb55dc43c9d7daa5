"""A text cut into words, the way signs of danger are written: lower case, no accents, no apostrophes."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 4000  # characters; nothing on the site takes more than 1,000
APOSTROPHES = "'`\u2018\u2019\u02bc\u00b4\u2032"

MISTYPED_APOSTROPHE = re.compile(r"(?<=[a-z]);(?=(t|s|m|re|ve|ll|d)\b)")

# Between words: a sentence ends, or a clause does. The dot of “Dr.” ends nothing.
SENTENCE_END = re.compile(r"[!?;:…\n\r]|(?<!\bdr)(?<!\bdra)\.(?!\d)")
WORD = re.compile(r"[a-z0-9]+|[^\W_]+")
CONTRAST = frozenset("but however although though except pero aunque excepto".split())

FILLERS = frozenset(
    (
        "a an the my his her our your their its own of is am are was were be been being in at on to for with "
        "and i im ive "
        "id it its we he she they me us you this that these those so very really just also even please like um oh "
        "quite too as well then there have has had having do did does "
        "el la los las lo le un una unos unas mi mis su sus tu de del en al se me te y e que es esta estoy estan muy "
        "ya he ha por con para como yo ella tambien favor"
    ).split()
)

# Each negated verb has one spelling in the signs.
NEGATED = {
    "cant": "cannot cant couldnt cudnt coudnt cannt canot cnt cnat",
    "dont": "dont doesnt didnt dnt dosent doesent dosnt",
    "wont": "wont wouldnt",
    "isnt": "isnt arent wasnt werent aint",
    "havent": "havent hasnt hadnt",
}
SPELLED = {word: name for name, words in NEGATED.items() for word in words.split()}
BEFORE_NOT = {
    **dict.fromkeys(("can", "could"), "cant"),
    **dict.fromkeys(("do", "does", "did"), "dont"),
    **dict.fromkeys(("will", "would"), "wont"),
    **dict.fromkeys(("is", "are", "was", "were", "am", "im"), "isnt"),
    **dict.fromkeys(("have", "has", "had"), "havent"),
}
TORN = {("can", "t"): "cant", ("don", "t"): "dont", ("won", "t"): "wont", ("isn", "t"): "isnt", ("didn", "t"): "dont",
        ("doesn", "t"): "dont", ("couldn", "t"): "cant", ("haven", "t"): "havent"}  # fmt: skip

AFTER_SENTENCE = 3  # so far apart are two sentences
AFTER_CONTRAST = 3  # and what comes before and after “but”


@dataclass(frozen=True)
class TypedWord:
    """One word. `place` counts the words before it that aren't filler words; sentences are further apart."""

    text: str
    place: int
    span: tuple[int, int]  # in the normalized text
    begins_sentence: bool
    after_comma: bool

    @property
    def is_filler(self) -> bool:
        """Return True for a word that says nothing about danger."""
        return self.text in FILLERS


@dataclass(frozen=True)
class TypedText:
    """The text without accents, and its words."""

    text: str
    words: tuple[TypedWord, ...]

    def quoted(self, numbers: set[int]) -> str:
        """Return the words with these numbers, as they were typed; … is between words that are apart."""
        parts: list[str] = []
        last = None
        for number in sorted(numbers):
            start, end = self.words[number].span
            if last is not None and number != last + 1:
                parts.append("…")
            parts.append(self.text[start:end])
            last = number
        return " ".join(parts)


def normalize(text: str) -> str:
    """Return the text in lower case, without accents, apostrophes and invisible characters.

    On a phone the semicolon is beside the apostrophe: “can;t”.
    """
    decomposed = MISTYPED_APOSTROPHE.sub("", unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).casefold())
    return "".join(
        sign for sign in decomposed if sign not in APOSTROPHES and unicodedata.category(sign) not in ("Mn", "Cf")
    )


def cut_into_words(text: str) -> TypedText:
    """Return the words of a text."""
    shown = normalize(text)
    words: list[TypedWord] = []
    place, end = 0, 0
    for match in WORD.finditer(shown):
        between, word = shown[end : match.start()], match.group()
        breaks = bool(words) and bool(SENTENCE_END.search(shown, end, match.start()))
        start = match.start()
        merged = merge_negation(words, word, between)
        if merged:
            start, breaks = words[-1].span[0], words[-1].begins_sentence
            place, comma = words[-1].place, words[-1].after_comma
            words.pop()
        else:
            place += bool(words) and not words[-1].is_filler
            place += AFTER_SENTENCE if breaks else 0
            place += AFTER_CONTRAST if word in CONTRAST else 0
            comma = "," in between
        end = match.end()
        words.append(TypedWord(merged or SPELLED.get(word, word), place, (start, end), breaks, comma))
    return TypedText(shown, tuple(words))


def merge_negation(words: list[TypedWord], word: str, between: str) -> str:
    """Return what the last word and this one are together (“can not”), or an empty text."""
    if not words or between.strip():
        return ""
    last = words[-1].text
    if word == "not":
        return BEFORE_NOT.get(last, "")
    return TORN.get((last, word), "")
