"""What each part of a query does: narrow the list, find, or only put in order.

People describe several complaints at once, with words around them that say nothing. Whom they ask for (a name, a
language, a clinic) must be so; of what they complain of, whoever treats one thing is an answer and whoever treats all
of it comes first; and a guess counts only where nothing better was typed.
"""

from dataclasses import replace

from .query_parts import Part
from .tokens import TITLES, Query

MEDICAL = {"condition", "procedure", "specialty"}
MOST_MEANINGS = 8  # of part of a phrase: “spine” says nothing beside “stenosis”
MOST_PLACES = 2  # “clinic” says nothing beside a name
SHORT_QUERY = 4  # words that count


def settle(query: Query, parts: list[Part]) -> tuple[list[Part], frozenset[int]]:
    """Return the parts that do something, each with its role, and the numbers of the words that fit nothing."""
    kept: list[Part] = []
    unknown: set[int] = set()
    for part in parts:
        role = role_of(query, part, [other for other in parts if other is not part])
        if role:
            kept.append(replace(part, role=role))
        elif part.guessed:
            unknown |= part.numbers
    if not any(part.role in {"must", "any"} for part in kept):
        kept = [replace(part, role="any") for part in kept]
    covered = frozenset().union(*(part.numbers for part in kept))
    return kept, frozenset(unknown) - covered


def is_strong(part: Part) -> bool:
    """Tell whether a part is a whole phrase about what somebody has or needs."""
    return part.whole and not part.level and part.kinds <= MEDICAL


def role_of(query: Query, part: Part, others: list[Part]) -> str:
    """Return must, any or order; nothing for a part that does not count."""
    strong = any(is_strong(other) for other in others)
    if part.level:
        return "order" if any(other.kinds & MEDICAL and not other.level for other in others) else "any"
    if part.kinds & MEDICAL:
        return medical_role(part, strong=strong)
    if "name" in part.kinds:
        return name_role(query, part, strong=strong)
    if part.kinds == {"text"}:
        return "order" if strong else "any"
    if not part.whole and others and (part.guessed or len(part.meanings) > MOST_PLACES):
        return ""
    return "must"


def medical_role(part: Part, *, strong: bool) -> str:
    """Return the role of what somebody has or needs; beside a whole phrase part of another only orders."""
    if part.whole or not strong:
        return "any"
    return "" if part.guessed or len(part.meanings) > MOST_MEANINGS else "order"


def name_role(query: Query, part: Part, *, strong: bool) -> str:
    """Return the role of a name. In a long text about a complaint it is one only after “Dr.”."""
    if not strong:
        return "must"
    meant = titled(query, part) or len(query.required) <= SHORT_QUERY
    if part.exact:
        return "must" if meant else "order"
    return "order" if meant and part.close else ""


def titled(query: Query, part: Part) -> bool:
    """Tell whether “Dr.” stands before the part."""
    first = min(part.numbers)
    return first > 0 and query.words[first - 1].text in TITLES
