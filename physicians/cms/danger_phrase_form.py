"""The form of a danger phrase."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from physicians.danger.added_phrases import telling_words
from physicians.danger.detector import built_in_detector
from physicians.danger.typed_words import APOSTROPHES, cut_into_words

from .hidden_by_phrase import hidden_by

FEWEST, MOST = 2, 5  # telling words
BETWEEN = frozenset(APOSTROPHES + " -\u2010\u2011")
LONGEST_WORD = 40  # letters; the search cuts words there
MOST_NAMED = 3


class DangerPhraseForm(WagtailAdminModelForm):
    """Takes a phrase only if it leaves our own words alone: under a card nobody sees a doctor."""

    def clean_phrase(self) -> str:
        """Refuse what isn't words, what would alarm too often, and what we know already."""
        phrase = " ".join(str(self.cleaned_data["phrase"]).split())
        if not all(unicodedata.category(sign)[0] in "LM" or sign in BETWEEN for sign in phrase):
            raise ValidationError(_("Use only letters, spaces, apostrophes and hyphens."))
        if max(map(len, phrase.split())) > LONGEST_WORD:
            raise ValidationError(_("A word has more than 40 letters. Put spaces between the words."))
        self._check_words(phrase)
        return phrase

    def _check_words(self, phrase: str) -> None:
        """Refuse a phrase whose words alone are ordinary, or lead to a doctor."""
        words = telling_words(phrase)
        if len(words) < FEWEST:
            raise ValidationError(
                _("Enter at least two telling words. Words like “no”, “my” or “can't” don't count, and a single word "
                  "would alarm too often.")
            )  # fmt: skip
        if len(words) > MOST:
            raise ValidationError(
                _("Enter at most five telling words. All of them have to be there, so fewer find more.")
            )
        if hidden := hidden_by(phrase, words):
            names = ", ".join(f"“{name}”" for name in hidden[:MOST_NAMED])
            raise ValidationError(
                _("Patients who look for %(names)s would see no doctors. Add a word that tells the danger."),
                params={"names": names},
            )
        card = self.cleaned_data.get("card") or self.data.get("card")
        known = [alarm for alarm in built_in_detector().alarms_in(cut_into_words(phrase)) if alarm.card == card]
        if known:
            raise ValidationError(
                _("These words already lead to this card, as a sign of “%(sign)s”."), params={"sign": known[0].sign}
            )
