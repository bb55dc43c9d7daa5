"""Words around a match that make it no danger."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .calm_words import FEARED, NEAR, OVER, is_a_name, is_denied, is_happening_now, names_a_past_year
from .sign_notation import Group, Phrase
from .surgery_questions import asks_about_surgery
from .text_reading import Found, ReadText
from .typed_words import TypedText


@dataclass(frozen=True)
class Excuse:
    """Why a match is no danger, and the words that say so, if they are known."""

    reason: str | Promise
    words: str = ""


DENIED = Excuse(_("“no”, “without” or a word like it comes before"))
A_NAME = Excuse(_("after “Dr.” it's a name"))
ASKED = Excuse(_("it's a question about what surgery can do"))
NOT_ALONE = Excuse(_("it counts only when nothing else is typed"))
LONG_AGO = Excuse(_("a past year is named"))


def find_excuse(read: ReadText, phrase: Phrase, matched: set[int], *, is_emergency: bool) -> Excuse | None:
    """Return why the words around the match say that it is no danger; None if they don't."""
    excuse = None
    if phrase.alone and not is_alone(read.text, matched):
        excuse = NOT_ALONE
    elif is_denied(read.text, matched):
        excuse = DENIED
    elif is_a_name(read.text, matched):
        excuse = A_NAME
    elif phrase.unless and (place := find_beside(read, phrase.unless, matched)):
        excuse = quote(read, place, _("words beside it give it another meaning"))
    elif is_emergency and asks_about_surgery(read.text, matched):
        excuse = ASKED
    elif is_emergency and not is_happening_now(read.text, matched):
        excuse = find_history(read, matched)
    return excuse


def find_history(read: ReadText, matched: set[int]) -> Excuse | None:
    """Return why the words say that it's feared or over; None if they don't."""
    if place := find_beside(read, FEARED, matched, before=True):
        return quote(read, place, _("it's only feared, or long over"))
    if place := find_beside(read, OVER, matched, before=False):
        return quote(read, place, _("it's long over"))
    return LONG_AGO if names_a_past_year(read.text, matched) else None


def quote(read: ReadText, place: Found, reason: str | Promise) -> Excuse:
    """Return an excuse with the words at this place."""
    return Excuse(reason, read.text.quoted(set(place.numbers)))


def is_alone(text: TypedText, matched: set[int]) -> bool:
    """Return True if there is nothing else in the text."""
    return all(word.is_filler for number, word in enumerate(text.words) if number not in matched)


def find_beside(read: ReadText, unless: Group, matched: set[int], *, before: bool | None = None) -> Found | None:
    """Return where one of these words is close to the match, in the same clause; only before or after it if told."""
    words = read.text.words
    start, end = min(matched), max(matched)
    for choice in unless:
        for place in read.find(choice):
            if not matched.isdisjoint(place.numbers):
                if matched.issuperset(place.numbers):
                    continue
                return place
            is_before = place.last < start
            if before is not None and is_before != before:
                continue
            inner, outer = (place.last, start) if is_before else (end, place.first)
            if inner > outer:  # between words of the match
                return place
            near = words[outer].place - words[inner].place <= NEAR
            between = words[inner + 1 : outer + 1]
            if near and not any(word.begins_sentence or word.after_comma for word in between):
                return place
    return None
