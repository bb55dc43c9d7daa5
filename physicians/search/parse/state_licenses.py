"""“Telehealth in Virginia”: a physician needs a license of the state where the patient is during a virtual visit."""

import functools

from django.utils.translation import gettext as _

from physicians.search.facets import LICENSED
from physicians.states import STATES, state_name

from .query_parts import Meaning, Part
from .tokens import TITLES, TypedQuery, plain
from .topic_words import respelled
from .word_lookup import Lookup
from .word_sequence import Word, numbers_of, words_in

# A state means a license only beside one of these.
VIRTUAL = words_in(
    """
    video virtual virtually telehealth telemedicine televisit televisits teleconsult online zoom remote remotely webcam
    facetime skype licensed license licence licensure telesalud telemedicina videollamada videollamadas videoconsulta
    videoconsultas videovisita
    """
)
# Codes that are words or abbreviations too: they need “in” before them.
AMBIGUOUS = words_in("al ar as ca co ct dc de hi id in la ma md me mi mo ms mt oh ok or pa pr vi")
WORDS = words_in("as de hi in la me or")  # and these need capitals, too
IN = words_in("in from to near licensed license for of en desde")
# After the name of a state these make it the name of something else: “Virginia Street”, “VA hospital”.
SOMETHING_ELSE = words_in(
    """
    street st road rd avenue ave boulevard blvd drive lane hospital hospitals clinic medical center beach health
    benefits university tech mason scan
    """
)
OTHER_NAMES = {
    "washington dc": "DC", "carolina del norte": "NC", "carolina del sur": "SC", "virginia occidental": "WV",
    "dakota del norte": "ND", "dakota del sur": "SD", "nueva york": "NY", "nueva jersey": "NJ", "nuevo mexico": "NM",
    "pensilvania": "PA", "luisiana": "LA", "tejas": "TX", "misisipi": "MS", "misuri": "MO", "islas virgenes": "VI",
}  # fmt: skip


def find_licenses(query: TypedQuery, lookup: Lookup) -> list[Part]:
    """Return the states of which a physician needs a license, as one part: any of them will do."""
    if not any(token.text in VIRTUAL for token in query.tokens):
        return []
    names = sorted({word for name, _code in state_names() for word in name if len(word) > 3})
    words = respelled(query, lookup, names)
    states = find_states(words, lookup)
    if not states:
        return []
    beside = [word for word in words if word.text in VIRTUAL and word.text.startswith("licen")]
    numbers = numbers_of([*(word for its in states.values() for word in its), *beside])
    labels = {code: _("Licensed in %(state)s for virtual visits") % {"state": state_name(code)} for code in states}
    meanings = tuple(Meaning(LICENSED.lexeme(code), LICENSED.name, label) for code, label in labels.items())
    return [Part(numbers, query.typed(numbers), meanings)]


def find_states(words: list[Word], lookup: Lookup) -> dict[str, list[Word]]:
    """Return the words for each state, by its code; the longest names first."""
    found: dict[str, list[Word]] = {}
    taken: set[int] = set()
    for name, code in sorted(state_names(), key=lambda entry: -len(entry[0])):
        for place in range(len(words)):
            its = words[place : place + len(name)]
            if tuple(word.text for word in its) != name or taken & {word.start for word in its}:
                continue
            if is_state(words, place, len(name), lookup):
                found[code] = its
                taken |= {word.start for word in its}
    return found


@functools.cache
def state_names() -> list[tuple[tuple[str, ...], str]]:
    """Return the names and codes of the states as words, each with the code."""
    names = [(tuple(plain(str(name)).replace(".", "").split()), code) for code, name in STATES]
    codes = [((code.lower(),), code) for code, _name in STATES]
    return [*names, *codes, *((tuple(name.split()), code) for name, code in OTHER_NAMES.items())]


def is_state(words: list[Word], place: int, length: int, lookup: Lookup) -> bool:
    """Return True if the words at that place are a state, and no person, street or small word."""
    first, last = words[place], words[place + length - 1]
    before = words[place - 1] if place else None
    after = words[place + length] if place + length < len(words) else None
    if after and after.text in SOMETHING_ELSE:
        return False
    if is_name(before, first, last, after, lookup):
        return False
    if length > 1 or len(first.text) > 2:
        return True
    if first.text in WORDS and not first.typed.isupper():
        return False
    return first.text not in AMBIGUOUS or bool(before and before.text in IN)


def is_name(before: Word | None, first: Word, last: Word, after: Word | None, lookup: Lookup) -> bool:
    """Return True if a state is someone's first or last name here: “Dr. Virginia Lopez”."""
    if before and before.text in TITLES:
        return True
    names = lookup.names
    return first is last and first.number in names and bool(after and after.number in names and not after.is_filler)
