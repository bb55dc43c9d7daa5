"""What each part of a query does: narrow the list, find, or only put in order.

Patients describe several complaints at once, with words around them that say nothing. A name, a language or a clinic
must match. Of the complaints, a physician who treats one is an answer, and one who treats all comes first. A guess
counts only if nothing better was typed.

The roles: must (a result has to match), any (one of these is enough), order (results that match come first), not (a
result must not have it).
"""

from dataclasses import replace

from physicians.search.facets import facet_named

from .query_parts import Part
from .tokens import TITLES, TypedQuery

MOST_MEANINGS = 8  # of part of a phrase: “spine” says nothing beside “stenosis”
MOST_PLACES = 2  # “clinic” says nothing beside a name
SHORT_QUERY = 4  # required tokens


def assign_roles(query: TypedQuery, parts: list[Part]) -> tuple[list[Part], frozenset[int]]:
    """Return the parts that do something, each with its role, and the numbers of the tokens that mean nothing."""
    kept: list[Part] = []
    unknown: set[int] = set()
    for part in parts:
        role = role_of(query, part, [other for other in parts if other is not part])
        if role:
            kept.append(replace(part, role=role))
        elif part.guessed:
            unknown |= part.numbers
    if not any(part.role in {"must", "any"} for part in kept):
        kept = [part if part.is_absent else replace(part, role="any") for part in kept]
    covered = frozenset[int]().union(*(part.numbers for part in kept))
    return kept, frozenset(unknown) - covered


def is_medical(kind: str) -> bool:
    """Return True if a kind of meaning is about what the patient has or needs."""
    facet = facet_named(kind)
    return bool(facet and facet.is_medical)


def is_strong(part: Part) -> bool:
    """Return True if a part is a whole phrase about what the patient has or needs."""
    return part.whole and not (part.level or part.is_absent) and all(is_medical(kind) for kind in part.kinds)


def role_of(query: TypedQuery, part: Part, others: list[Part]) -> str:
    """Return must, any, order or not; empty for a part that doesn't count."""
    if part.is_absent:
        return "not"
    strong = any(is_strong(other) for other in others)
    if any(is_medical(kind) for kind in part.kinds):
        return level_role(others) if part.level else medical_role(part, strong=strong)
    if "name" in part.kinds:
        return name_role(query, part, strong=strong)
    if part.kinds == {"text"}:
        return "order" if strong else "any"
    if not part.whole and others and (part.guessed or len(part.meanings) > MOST_PLACES):
        return ""
    return "must"


def level_role(others: list[Part]) -> str:
    """Return the role of a vertebra: beside a condition, a procedure or a specialty it only orders."""
    medical = any(not other.level and any(is_medical(kind) for kind in other.kinds) for other in others)
    return "order" if medical else "any"


def medical_role(part: Part, *, strong: bool) -> str:
    """Return the role of what the patient has or needs; beside a whole phrase, part of another only orders."""
    if part.whole or not strong:
        return "any"
    return "" if part.guessed or len(part.meanings) > MOST_MEANINGS else "order"


def name_role(query: TypedQuery, part: Part, *, strong: bool) -> str:
    """Return the role of a name. In a long text about a complaint it is one only after “Dr.”."""
    if not strong:
        return "must"
    meant = has_title(query, part) or len(query.required) <= SHORT_QUERY
    if part.exact:
        return "must" if meant else "order"
    return "order" if meant and part.close else ""


def has_title(query: TypedQuery, part: Part) -> bool:
    """Return True if “Dr.” comes right before the part."""
    first = min(part.numbers)
    return first > 0 and query.tokens[first - 1].text in TITLES
