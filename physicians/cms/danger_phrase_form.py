"""The form of a phrase of danger."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from physicians.danger.added_phrases import read_added, telling_words
from physicians.danger.common_words import is_common
from physicians.danger.detector import Detector
from physicians.danger.typed_words import cut_into_words
from physicians.models import Condition, DangerCard, Procedure, Specialty

MOST_NAMED = 3


class DangerPhraseForm(WagtailAdminModelForm):
    """Takes a phrase only if it leaves our own words alone: under a card nobody sees a doctor."""

    def clean_phrase(self) -> str:
        """Refuse a single everyday word, and a phrase that is part of our vocabulary."""
        phrase = " ".join(str(self.cleaned_data["phrase"]).split())
        words = telling_words(phrase)
        if len(words) < 2 and (not words or is_common(words[0][0][0])):
            raise ValidationError(_("Enter at least two telling words. A single everyday word would alarm too often."))
        detector = Detector([read_added(phrase, DangerCard.EMERGENCY, "en")])
        hidden = [name for name in vocabulary() if detector.alarms_in(cut_into_words(name))]
        if hidden:
            raise ValidationError(
                _("Patients who look for %(names)s would see no doctors. Add a word that tells the danger."),
                params={"names": ", ".join(f"“{name}”" for name in hidden[:MOST_NAMED])},
            )
        return phrase

    def save(self, commit: bool = True) -> Any:
        """Note who has added it."""
        if not self.instance.pk:
            self.instance.added_by = self.for_user
        return super().save(commit)


def vocabulary() -> list[str]:
    """Return our names and patients' words for what we treat."""
    rows = [
        row
        for model in (Condition, Specialty, Procedure)
        for row in model._default_manager.values("name", "lay_phrases")
    ]
    return sorted({phrase for row in rows for phrase in (row["name"], *row["lay_phrases"])})
