"""What the directory's page shows."""

import datetime
from dataclasses import dataclass, field

from physicians.danger import Danger
from physicians.models import Physician
from physicians.search.parse.topics import Topic
from physicians.search.query.run_plan import WayOut

FIRST_LINES = 10  # of a facet; the rest opens


@dataclass(frozen=True)
class Tag:
    """Something that narrows the list, and the address without it. `typed`: the words that were read as it."""

    label: str
    remove: str
    typed: str = ""


@dataclass(frozen=True)
class FacetLine:
    """One line of a facet. `count` is how many there would be with it; with `more`, at least that many."""

    value: str
    label: str
    count: int
    more: bool
    chosen: bool


@dataclass(frozen=True)
class FacetBox:
    """A facet on the page: the fullest lines first, the chosen ones before them."""

    parameter: str
    label: str
    group: str  # the heading of the box that it shares; empty: it has its own
    is_open: bool
    options: list[FacetLine]

    @property
    def chosen(self) -> list[FacetLine]:
        """Return the ticked lines."""
        return [option for option in self.options if option.chosen]

    @property
    def first(self) -> list[FacetLine]:
        """Return the lines that are shown at once: all ticked ones, and at least FIRST_LINES."""
        return self.options[: max(FIRST_LINES, len(self.chosen))]

    @property
    def rest(self) -> list[FacetLine]:
        """Return the lines that open."""
        return self.options[len(self.first) :]


@dataclass(frozen=True)
class Card:
    """One physician in the list, with the reasons for being there."""

    physician: Physician
    reasons: list[str]
    miles: float | None = None  # to the nearest clinic
    nearest: int | None = None  # its id
    next_free_at: datetime.datetime | None = None


@dataclass(frozen=True)
class Pagination:
    """Which page of the list this is. The first ten pages have numbers; beyond, a page begins after a physician."""

    number: int | None  # None beyond page 10
    first: int | None  # place of the first card, from 1; None beyond page 10
    last: int | None
    previous: str = ""  # addresses; empty if there is no such page
    next: str = ""
    start: str = ""  # back to page 1


@dataclass(frozen=True)
class SortOption:
    """One order of the list. An order that needs a ZIP code and has none isn't `usable`."""

    value: str
    label: str
    chosen: bool
    usable: bool = True


@dataclass(frozen=True)
class DirectoryPage:
    """Everything the page shows."""

    text: str
    zip_code: str
    within: int
    answers: list[Topic]  # to what no doctor answers
    notes: list[str]
    corrected: str  # the words that were read as others, quoted; empty if none was
    as_typed: str  # the address that looks for these words as they were typed
    tags: list[Tag]
    without_tags: str  # the address without all tags
    count: int
    more: bool  # there are more than `count`
    facets: list[FacetBox]
    orders: list[SortOption]
    cards: list[Card]
    pagination: Pagination
    ways_out: list[WayOut]
    canonical: bool  # nothing is asked for: the one address that search engines may keep
    condition: str = ""  # slug, when exactly one is asked for: a request can begin with it
    danger: Danger = field(default_factory=Danger)  # with one there is nothing else on the page
    unfinished: bool = False  # nothing fits the last word as it was typed; it may be half of one
    anyway: bool = False  # the words can be an emergency, and the list is wanted all the same
    straight_to: str = ""  # the profile of the physician whose NPI was typed
    distances: list[int] = field(default_factory=list)  # what `within` can be, in miles

    @property
    def all_listed(self) -> bool:
        """Return True if nothing narrows the list, whatever was typed."""
        return not (self.tags or self.answers)

    @property
    def only_answers(self) -> bool:
        """Return True if nothing that was typed asks for a doctor."""
        return bool(self.answers and not self.tags)

    @property
    def facet_groups(self) -> dict[str, list[FacetBox]]:
        """Return the facets that share a box, by its heading."""
        grouped = [facet for facet in self.facets if facet.group]
        return {group: [facet for facet in grouped if facet.group == group] for group in [f.group for f in grouped]}

    @property
    def single_facets(self) -> list[FacetBox]:
        """Return the facets with a box of their own."""
        return [facet for facet in self.facets if not facet.group]

    @property
    def filters_set(self) -> int:
        """Return how many filters are set."""
        return sum(len(facet.chosen) for facet in self.facets) + bool(self.zip_code)
