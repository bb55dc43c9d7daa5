"""The directory's address, read and written. What makes no sense in it is left out, and the page says so."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from physicians.search.facet_kinds import Facet
from physicians.search.facets import FACETS
from physicians.search.published_choices import Choices
from physicians.zip_places import place_of, read_zip_code

from .tokens import LONGEST_QUERY
from .zip_codes import DISTANCES, USUAL_DISTANCE

ORDERS = ("best", "distance", "name", "next")

Chosen = dict[str, tuple[str, ...]]  # facet: its values, any of which will do


@dataclass(frozen=True)
class Filters:
    """What an address asks for: the same address is always the same page."""

    text: str = ""
    chosen: Chosen = field(default_factory=dict)
    zip_code: str = ""
    within: int = USUAL_DISTANCE  # miles
    sort: str = "best"
    page: str = ""
    after: str = ""  # slug of the last physician on the page before
    anyway: bool = False  # these words were answered by a card, and the list is wanted all the same
    problems: list[str] = field(default_factory=list)

    def address(self, *, page: int = 1, after: str = "") -> str:
        """Return the query part of the address of a page of these filters."""
        query = QueryDict(mutable=True)
        for parameter, values in {"q": (self.text,), **self.chosen}.items():
            query.setlist(parameter, [value for value in values if value])
        single = {
            "zip": self.zip_code,
            "within": str(self.within) if self.zip_code and self.within != USUAL_DISTANCE else "",
            "sort": self.sort if self.sort != "best" else "",
            "page": str(page) if page > 1 else "",
            "after": after,
            "anyway": self.text if self.anyway else "",
        }
        query.update({name: value for name, value in single.items() if value})
        return f"?{query.urlencode()}"

    def without(self, parameter: str, value: str = "") -> "Filters":
        """Return the filters less one parameter, or less one value of it."""
        if parameter == "zip":
            return replace(self, zip_code="", sort="best" if self.sort == "distance" else self.sort)
        left = tuple(other for other in self.chosen.get(parameter, ()) if value and other != value)
        return replace(self, chosen={**self.chosen, parameter: left})


def parse_address(query: QueryDict, choices: Choices, offered: Collection[Facet]) -> Filters:
    """Read an address; unknown or impossible values are left out and named in `problems`."""
    problems: list[str] = []
    # One letter more than the search reads, so that it can say that it didn't read everything.
    text = " ".join(query.get("q", "").split())[: LONGEST_QUERY + 1]
    filters = Filters(
        text,
        zip_code=read_zip(query.get("zip", ""), problems),
        chosen=read_chosen(query, choices, offered, problems),
        within=read_distance(query.get("within", ""), problems),
        sort=read_order(query.get("sort", ""), problems),
        page=query.get("page", "")[:20],
        after=query.get("after", "")[:120],
        anyway=is_shown_anyway(query),
    )
    filters.problems.extend(dict.fromkeys(problems))
    return filters


def is_shown_anyway(query: QueryDict) -> bool:
    """Return True if the list is wanted although these very words led to a card."""
    text, anyway = (" ".join(query.get(name, "").split())[:LONGEST_QUERY] for name in ("q", "anyway"))
    return bool(text) and text == anyway


def read_chosen(query: QueryDict, choices: Choices, offered: Collection[Facet], problems: list[str]) -> Chosen:
    """Return the values of each facet that exist."""
    chosen: Chosen = {}
    for facet in FACETS:
        values = facet.read(query.getlist(facet.name))
        known = [value for value in values if (facet.name, value) in choices.by_value]
        chosen[facet.name] = tuple(known) if facet in offered else ()
        if values and facet not in offered:
            problems.append(str(facet.not_offered))
        elif len(known) < len(values):
            problems.append(str(facet.unreadable))
    return chosen


def read_zip(value: str, problems: list[str]) -> str:
    """Return a ZIP code whose place is known."""
    if not value.strip():
        return ""
    zip_code = read_zip_code(value)
    if not zip_code:
        problems.append(_("A ZIP code has five digits. We left the distance out."))
        return ""
    if not place_of(zip_code):
        problems.append(unknown_zip(zip_code))
        return ""
    return zip_code


def unknown_zip(zip_code: str) -> str:
    """Return the sentence about a ZIP code whose place isn't known."""
    return _("We do not know where ZIP code %(zip)s is, so we left the distance out.") % {"zip": zip_code}


def read_distance(value: str, problems: list[str]) -> int:
    """Return the distance in miles."""
    if value in {str(distance) for distance in DISTANCES}:
        return int(value)
    if value:
        problems.append(
            _("We could not read the distance, so we looked within %(miles)s miles.") % {"miles": USUAL_DISTANCE}
        )
    return USUAL_DISTANCE


def read_order(value: str, problems: list[str]) -> str:
    """Return the order of the list."""
    if value in ORDERS:
        return value
    if value:
        problems.append(_("We could not read the order, so the best matches come first."))
    return "best"
