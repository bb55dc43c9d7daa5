"""The phrases that editors have added, as signs."""

from physicians.models import DangerPhrase

from .function_words import FUNCTION_WORDS
from .sign_notation import NARROW, PER_GROUP, Group, Phrase, Sign
from .typed_words import cut_into_words


def added_signs() -> tuple[Sign, ...]:
    """Return a sign for each added phrase that is in use."""
    rows = DangerPhrase.objects.in_use().order_by("pk").values_list("phrase", "card", "language")
    return tuple(sign for row in rows if (sign := read_added(*row)).phrases[0].groups)


def read_added(phrase: str, card: str, language: str) -> Sign:
    """Return the sign of an added phrase: its words are near each other, in any order."""
    groups = groups_of(phrase)
    window = NARROW + PER_GROUP * len(groups)
    return Sign(phrase, card, language, (Phrase(groups, window=window),), (phrase,), added=True)


def groups_of(phrase: str) -> tuple[Group, ...]:
    """Return a group for each word that isn't a filler word."""
    words = dict.fromkeys(word.text for word in cut_into_words(phrase).words if not word.is_filler)
    return tuple(((word,),) for word in words)


def telling_words(phrase: str) -> list[str]:
    """Return the words that may tell a danger: neither filler words nor others that are in any sentence."""
    words = dict.fromkeys(word.text for word in cut_into_words(phrase).words)
    return [word for word in words if word not in FUNCTION_WORDS]
