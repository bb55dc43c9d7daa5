"""Words around a match that make it no danger."""

from .calm_words import FEARED, NEAR, OVER, is_a_name, is_denied, is_happening_now, names_a_past_year
from .sign_notation import Group, Phrase
from .surgery_questions import asks_about_surgery
from .text_reading import ReadText


def is_calm(read: ReadText, phrase: Phrase, matched: set[int], *, is_emergency: bool) -> bool:
    """Return True if the words around the match say that it is no danger."""
    if is_denied(read.text, matched) or is_a_name(read.text, matched):
        return True
    if phrase.unless and excuses(read, phrase.unless, matched):
        return True
    if is_emergency and asks_about_surgery(read.text, matched):
        return True
    is_history = is_emergency and (
        excuses(read, FEARED, matched, before=True)
        or excuses(read, OVER, matched, before=False)
        or names_a_past_year(read.text, matched)
    )
    return is_history and not is_happening_now(read.text, matched)


def excuses(read: ReadText, unless: Group, matched: set[int], *, before: bool | None = None) -> bool:
    """Return True if one of these words is close to the match, in the same clause; only before or after it if told."""
    words = read.text.words
    start, end = min(matched), max(matched)
    for choice in unless:
        for place in read.find(choice):
            if not matched.isdisjoint(place.numbers):
                if matched.issuperset(place.numbers):
                    continue
                return True
            is_before = place.last < start
            if before is not None and is_before != before:
                continue
            inner, outer = (place.last, start) if is_before else (end, place.first)
            if inner > outer:  # between words of the match
                return True
            near = words[outer].place - words[inner].place <= NEAR
            between = words[inner + 1 : outer + 1]
            if near and not any(word.begins_sentence or word.after_comma for word in between):
                return True
    return False
