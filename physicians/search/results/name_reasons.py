"""Why someone's name fits what was typed, word by word."""

from django.utils.translation import gettext as _

from physicians.search.parse.find_people import Person
from physicians.search.parse.name_scores import Candidate, WordFit
from physicians.search.parse.typed_names import MISSPELT, NICKNAME


def name_reasons(person: Person | None) -> dict[int, str]:
    """Return the reason of each typed word by its number; none for someone whose name wasn't scored."""
    if not person:
        return {}
    return {number: word_reason(fit, person.someone) for fit in person.score.explained for number in fit.typed.numbers}


def word_reason(fit: WordFit, someone: Candidate) -> str:
    """Return what one typed word has to do with a name."""
    if fit.part == "former_name":
        return _("Formerly %(name)s") % {"name": someone.former_name}
    if fit.how == MISSPELT:
        return _("Name is similar to what you typed")
    if fit.how == NICKNAME:
        short, name = sorted([fit.typed.text, fit.word], key=len)
        return _("“%(short)s” can be short for %(name)s") % {"short": short.title(), "name": name.title()}
    return _("Name matches")
