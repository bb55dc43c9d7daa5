"""What the page says about the words: what was corrected, and what was left out."""

from collections.abc import Iterable

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from .query_parser import ParsedQuery

MOST_NAMED_SPELLINGS = 4  # words that a note names


def query_notes(parsed: ParsedQuery) -> list[str]:
    """Return the sentences about a query."""
    query = parsed.query
    notes = [_("That was long. We looked for its first words only.")] if query.shortened else []
    if query.text and all(len(token.text) == 1 for token in query.tokens):
        notes.append(nothing_to_look_for(query.text))
    elif query.tokens and not (query.required or parsed.parts or parsed.answers or query.near_me or query.soonest):
        notes.append(_("Every doctor fits what you typed. Add a name, a condition or a specialty."))
    notes += parsed.not_offered
    for typed, read_as in parsed.corrected.items():
        notes.append(
            _("Nothing here is spelled %(typed)s. We looked for %(meant)s.")
            % {"typed": quoted([typed]), "meant": quoted(read_as[:MOST_NAMED_SPELLINGS])}
        )
    if parsed.only_similar:
        name = quoted([query.text])
        notes.append(_("Nobody here is called %(name)s. These names are similar.") % {"name": name})
    unknown = [token.text for token in query.tokens if token.number in parsed.unknown]
    if unknown and not parsed.parts:
        notes.append(_("Nothing in the directory fits %(words)s.") % {"words": quoted(unknown)})
    elif unknown:
        notes.append(left_out(unknown))
    return notes


def nothing_to_look_for(text: str) -> str:
    """Return the sentence about a sign or a letter."""
    return _(
        "We can’t search for %(text)s, so these are all our doctors. Type a name, a condition, or what hurts."
    ) % {"text": quoted([text])}


def quoted(words: Iterable[str]) -> str:
    """Return the words in quotation marks, in a row: “a”, “b” and “c”."""
    return get_text_list([_("“%(word)s”") % {"word": word} for word in dict.fromkeys(words)], _("and"))


def left_out(words: list[str]) -> str:
    """Return the sentence about words that match nothing."""
    if len(words) == 1:
        return _("We left out %(word)s: nothing in the directory fits it.") % {"word": quoted(words)}
    return _("We left out %(words)s: nothing in the directory fits them.") % {"words": quoted(words)}
