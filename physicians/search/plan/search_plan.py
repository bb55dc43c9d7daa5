"""A search as it will be asked: criteria, tiers and order, and what the page says about them."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import gettext as _

from physicians.search.facet_kinds import Facet, YesNoFacet
from physicians.search.facets import FACETS
from physicians.search.parse.query_notes import query_notes
from physicians.search.parse.query_parser import ParsedQuery
from physicians.search.parse.search_address import Filters, unknown_zip
from physicians.search.parse.zip_codes import clinics_near
from physicians.search.published_choices import Choices
from physicians.zip_places import place_of

from .criteria import Criterion, all_criteria
from .match_tiers import MatchTiers, match_tiers

NEARBY_ORDERS = {"best near", "distance"}  # these list the clinics nearby, the nearest first


@dataclass(frozen=True)
class SearchPlan:
    """What to ask PostgreSQL for, worked out from what was asked. A plan never changes; `alternatives` makes another.

    `filters` include a ZIP code that was typed among the words.
    """

    filters: Filters
    parsed: ParsedQuery
    choices: Choices
    offered: Collection[Facet]
    notes: list[str]
    instead: MatchTiers | None = None  # matched instead of the criteria, when nothing matches them all

    @cached_property
    def near(self) -> dict[str, float]:
        """Return the lexemes of the clinics nearby, with their distance in miles."""
        return clinics_near(self.filters.zip_code, self.choices, within=self.filters.within)

    @property
    def order(self) -> str:
        """Return the order of the list, one of `ranked_list.ORDERS`."""
        if self.filters.sort != "best":
            return self.filters.sort
        if self.parsed.query.soonest:
            return "best soon"
        return "best near" if self.near else "best"

    @cached_property
    def criteria(self) -> list[Criterion]:
        """Return what a physician has to match."""
        return all_criteria(self.filters, self.parsed, self.choices, self.near)

    @cached_property
    def matches(self) -> MatchTiers:
        """Return who is counted."""
        return self.instead or match_tiers(self.criteria, self.parsed)

    @property
    def listed(self) -> MatchTiers:
        """Return who is listed: who is counted, but a nearby order takes care of the distance itself."""
        return self.matches if self.instead or self.order not in NEARBY_ORDERS else self.matches_without("zip")

    @property
    def facet_queries(self) -> dict[str, str]:
        """Return for each facet with a choice who would match without it; the others count everyone who matches.

        The one line of a yes/no facet counts everyone who matches, too, once it is ticked.
        """
        if self.instead:
            return {}
        chosen = dict.fromkeys(criterion.parameter for criterion in self.criteria)
        facets = [facet for facet in FACETS if facet.name in chosen and not isinstance(facet, YesNoFacet)]
        return {facet.name: self.matches_without(facet.name).query for facet in facets}

    def matches_without(self, parameter: str) -> MatchTiers:
        """Return who matches everything but one parameter of the address."""
        others = [criterion for criterion in self.criteria if criterion.parameter != parameter]
        return match_tiers(others, self.parsed)


def make_plan(filters: Filters, parsed: ParsedQuery, choices: Choices, offered: Collection[Facet]) -> SearchPlan:
    """Return the plan for an address and the words in it."""
    filters, zip_notes = with_typed_zip(filters, parsed)
    notes = [*filters.problems, *query_notes(parsed), *zip_notes]
    plan = SearchPlan(filters, parsed, choices, offered, notes)
    if sum(criterion.role in {"any", "order"} for criterion in plan.criteria) > 1:
        notes.append(_("Doctors who fit most of this come first."))
    if plan.order == "best soon":
        notes.append(_("The doctors with the earliest free times come first."))
    return plan


def with_typed_zip(filters: Filters, parsed: ParsedQuery) -> tuple[Filters, list[str]]:
    """Return the filters with a ZIP code from the words, unless the address has its own, and what to say about it."""
    notes = []
    typed = parsed.zip_code
    if typed and not filters.zip_code:
        if place_of(typed):
            filters = replace(filters, zip_code=typed)
        else:
            notes.append(unknown_zip(typed))
    elif typed and typed != filters.zip_code:
        notes.append(_("There are two ZIP codes. We used %(zip)s.") % {"zip": filters.zip_code})
    if filters.zip_code:
        return filters, notes
    if parsed.query.near_me:
        notes.append(_("To see who is near you, enter your ZIP code. We do not ask your phone where you are."))
    if filters.sort == "distance":
        notes.append(_("To sort by distance, enter your ZIP code. The best matches come first."))
        filters = replace(filters, sort="best")
    return filters, notes
