"""The phrases that editors have added, as signs."""

from physicians.models import DangerPhrase

from .sign_notation import NARROW, PER_GROUP, Phrase, Sign
from .typed_words import cut_into_words


def added_signs() -> tuple[Sign, ...]:
    """Return a sign for each added phrase: its words are near each other, in any order."""
    rows = DangerPhrase.objects.order_by("pk").values_list("phrase", "card", "language")
    return tuple(
        Sign(phrase, card, language, (Phrase(groups, window=NARROW + PER_GROUP * len(groups)),), (phrase,), added=True)
        for phrase, card, language in rows
        if (groups := telling_words(phrase))
    )


def telling_words(phrase: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return a group for each word that isn't a filler word."""
    words = dict.fromkeys(word.text for word in cut_into_words(phrase).words if not word.is_filler)
    return tuple(((word,),) for word in words)
