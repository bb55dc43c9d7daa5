"""The directory's search from an address to a page, stage by stage."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from physicians.danger import find_danger

from .alternatives import suggest
from .facet_kinds import Facet
from .facets import offered_facets
from .parse.query_parser import ParsedQuery, parse_query
from .parse.search_address import Filters, is_shown_anyway, parse_address
from .parse.tokens import LONGEST_QUERY
from .parse.topics import Topic
from .plan.criteria import all_criteria
from .plan.match_tiers import match_tiers
from .plan.search_plan import SearchPlan, make_plan
from .published_choices import Choices, load_choices
from .query.run_plan import Search, run
from .results.danger_page import show_danger
from .results.directory_page import DirectoryPage
from .results.show_results import show_results
from .stopwatch import Stopwatch
from .tsquery import MOST_COUNTED, count_each


@dataclass(frozen=True)
class DirectorySearch:
    """What the stages of one search made of an address; `explanation` puts it into words.

    `asked` is the search for everything that was asked. `found` is the same, or what helps when nothing matches.
    """

    plan: SearchPlan
    asked: Search
    found: Search
    page: DirectoryPage
    milliseconds: dict[str, float]  # by stage


def search_directory(address: QueryDict, *, offered: Collection[Facet] | None = None) -> DirectorySearch:
    """Run every stage of the search for an address, for its explanation; any address has a page.

    `offered` are the facets on the page, by default those without a switch.
    """
    search, page = run_stages(address, offered=offered), answer_danger(address)
    return replace(search, page=page) if page else search


def run_stages(address: QueryDict, *, offered: Collection[Facet] | None) -> DirectorySearch:
    """Run the five stages."""
    watch = Stopwatch()
    choices = watch.time("parse", load_choices)
    plan = plan_search(address, choices, offered=offered, watch=watch)
    asked = found = watch.time("query", run, plan)
    if not asked.total:
        found = watch.time("alternatives", suggest, asked)
    page = watch.time("results", show_results, found)
    return DirectorySearch(plan, asked, found, page, watch.milliseconds)


def open_directory(address: QueryDict, *, offered: Collection[Facet] | None = None) -> DirectoryPage:
    """Return the page of an address. Words of danger are answered before any search."""
    return answer_danger(address) or run_stages(address, offered=offered).page


def answer_danger(address: QueryDict) -> DirectoryPage | None:
    """Return the page for words of danger; None if there are none."""
    typed = address.get("q", "")
    danger = find_danger(typed)
    if not danger or (danger.emergency_only and is_shown_anyway(address)):
        return None
    return show_danger(" ".join(typed.split())[:LONGEST_QUERY], danger)


def plan_search(
    address: QueryDict, choices: Choices, *, offered: Collection[Facet] | None = None, watch: Stopwatch | None = None
) -> SearchPlan:
    """Return the plan for an address."""
    watch = watch or Stopwatch()
    offered = offered_facets(None) if offered is None else offered
    filters = watch.time("parse", parse_address, address, choices, offered)
    parsed = watch.time("parse", parse_query, filters.text, choices, offered)
    return watch.time("plan", make_plan, filters, parsed, choices, offered)


@dataclass(frozen=True)
class DirectorySays:
    """What the directory has for a text: how many physicians, at most MOST_COUNTED, and answers.

    `is_complaint`: it names what the patient has or a kind of doctor, and no procedure. `conditions` are what whole
    phrases mean; `understood` are the numbers of the tokens that mean something.
    """

    doctors: int = 0
    answers: list[Topic] = field(default_factory=list)
    is_complaint: bool = False
    conditions: frozenset[int] = frozenset()
    understood: frozenset[int] = frozenset()


def ask_directory(text: str) -> DirectorySays:
    """Return what the directory has for a text; no physicians if it isn't about any of them."""
    choices = load_choices()
    parsed = parse_query(text, choices, offered_facets(None))
    criteria = all_criteria(Filters(text), parsed, choices)
    found = count_each([match_tiers(criteria, parsed).query])[0] if criteria else 0
    kinds = {meaning.kind for part in parsed.parts for meaning in part.meanings}
    return DirectorySays(
        min(found, MOST_COUNTED),
        parsed.answers,
        bool(kinds & {"condition", "specialty"}) and "procedure" not in kinds,
        conditions_meant(parsed),
        parsed.understood,
    )


def conditions_meant(parsed: ParsedQuery) -> frozenset[int]:
    """Return the conditions that whole phrases of the vocabulary mean."""
    whole = [part for part in parsed.parts if part.whole and not part.is_absent and not part.level]
    return frozenset(
        int(meaning.lexeme.partition(":")[2])
        for part in whole
        for meaning in part.meanings
        if meaning.kind == "condition"
    )
