"""Our own signs of danger in the CMS, as far as the search and the filters of the list leave them."""

from dataclasses import dataclass

from django.http import QueryDict

from physicians.danger.detector import BUILT_IN
from physicians.danger.sign_examples import examples_of
from physicians.danger.typed_words import normalize
from physicians.models import DangerCard, DangerPhrase

LANGUAGES = dict(DangerPhrase._meta.get_field("language").choices or ())


@dataclass(frozen=True)
class ShownSign:
    """A sign as the list shows it."""

    name: str
    card: str
    language: str
    examples: list[str]

    def has(self, words: list[str]) -> bool:
        """Return True if every word is in what is shown."""
        shown = normalize(" ".join((self.name, self.card, self.language, *self.examples)))
        return all(word in shown for word in words)


def shown_signs(asked: QueryDict) -> list[ShownSign]:
    """Return the signs that fit the search and the filters in the address, those that lead to 988 first."""
    cards, languages = set(filter(None, asked.getlist("card"))), set(filter(None, asked.getlist("language")))
    signs = [
        ShownSign(str(sign.name), str(DangerCard(sign.card).label), str(LANGUAGES[sign.language]), examples_of(sign))
        for sign in sorted(BUILT_IN, key=lambda sign: (sign.card != DangerCard.CRISIS, sign.language))
        if (not cards or sign.card in cards) and (not languages or sign.language in languages)
    ]
    words = normalize(asked.get("q", "")).split()
    return [sign for sign in signs if sign.has(words)]
