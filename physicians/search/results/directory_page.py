"""What the directory's page shows."""

import datetime
from dataclasses import dataclass, field

from physicians.models import Physician


@dataclass(frozen=True)
class Tag:
    """Something that narrows the list, and the address without it. `typed`: the words that were read as it."""

    label: str
    remove: str
    typed: str = ""


@dataclass(frozen=True)
class Option:
    """One line of a facet. `count` is how many there would be with it; with `more`, at least so many."""

    value: str
    label: str
    count: int
    more: bool
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """What the list can be narrowed by: `parameter` in the address, and its lines, the fullest first."""

    parameter: str
    label: str
    options: list[Option]

    @property
    def chosen(self) -> list[Option]:
        """Return the lines that are ticked."""
        return [option for option in self.options if option.chosen]


@dataclass(frozen=True)
class Card:
    """One physician in the list, with the reasons for being there."""

    physician: Physician
    reasons: list[str]
    miles: float | None = None  # to the nearest clinic
    nearest: int | None = None  # its id
    next_free_at: datetime.datetime | None = None


@dataclass(frozen=True)
class WayOut:
    """What an empty list suggests: leave something out, and how many there would be then."""

    label: str
    address: str
    count: int
    more: bool


@dataclass(frozen=True)
class Turning:
    """Where in the list this page is. Up to page 10 pages have numbers; beyond, a page begins after somebody."""

    number: int | None  # None beyond page 10
    first: int | None  # place of the first card, from 1; None beyond page 10
    last: int | None
    previous: str = ""  # addresses; empty where there is none
    next: str = ""
    start: str = ""  # back to page 1


@dataclass(frozen=True)
class SortOption:
    """One order of the list. An order that needs a ZIP code and has none is not `usable`."""

    value: str
    label: str
    chosen: bool
    usable: bool = True


@dataclass(frozen=True)
class Directory:
    """Everything the page shows."""

    text: str
    zip_code: str
    within: int
    notes: list[str]
    tags: list[Tag]
    without_tags: str  # the address without all tags
    count: int
    more: bool  # there are more than `count`
    facets: list[Facet]
    orders: list[SortOption]
    cards: list[Card]
    turning: Turning
    ways_out: list[WayOut]
    sounds_urgent: bool
    despairs: bool  # and may need the crisis line
    canonical: bool  # nothing is asked for: the one address that search engines may keep
    condition: str = ""  # slug, when exactly one is asked for: a request can begin with it
    straight_to: str = ""  # the profile of the one whose NPI was typed
    distances: list[int] = field(default_factory=list)  # what `within` can be, in miles

    @property
    def any_asked(self) -> bool:
        """Tell whether anything narrows the list."""
        return bool(self.text or self.tags)
