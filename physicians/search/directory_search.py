"""The directory's search from an address to a page, stage by stage."""

from collections.abc import Collection

from django.http import QueryDict

from .alternatives import suggest
from .facet_kinds import Facet
from .facets import offered_facets
from .parse.query_parser import parse_query
from .parse.search_address import Filters, parse_address
from .plan.criteria import all_criteria
from .plan.match_tiers import match_tiers
from .plan.search_plan import SearchPlan, make_plan
from .published_choices import Choices, load_choices
from .query.run_plan import Search, run
from .results.directory_page import DirectoryPage
from .results.show_results import show_results
from .tsquery import MOST_COUNTED, count_each


def open_directory(address: QueryDict, *, offered: Collection[Facet] | None = None) -> DirectoryPage:
    """Return the page of an address; any address has one.

    `offered` are the facets on the page, by default those without a switch.
    """
    return show_results(find_physicians(address, offered=offered))


def find_physicians(address: QueryDict, *, offered: Collection[Facet] | None = None) -> Search:
    """Run a search; when nothing matches, suggest what would."""
    search = run(plan_search(address, load_choices(), offered=offered))
    return search if search.total else suggest(search)


def plan_search(address: QueryDict, choices: Choices, *, offered: Collection[Facet] | None = None) -> SearchPlan:
    """Return the plan for an address."""
    offered = offered_facets(None) if offered is None else offered
    filters = parse_address(address, choices, offered)
    return make_plan(filters, parse_query(filters.text, choices, offered), choices, offered)


def count_doctors(text: str) -> int:
    """Return how many physicians match a text, at most MOST_COUNTED; 0 if it isn't about any of them."""
    choices = load_choices()
    parsed = parse_query(text, choices, offered_facets(None))
    criteria = all_criteria(Filters(text), parsed, choices)
    return min(count_each([match_tiers(criteria, parsed.full_name).query])[0], MOST_COUNTED) if criteria else 0
