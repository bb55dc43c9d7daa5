"""Stage 4: what helps when nothing matches. The search stays as it is; a second plan is made."""

from dataclasses import replace

from django.utils.translation import gettext as _

from .parse.query_notes import quoted
from .parse.query_parser import with_similar_names
from .parse.search_address import Filters
from .plan.criteria import Criterion, all_criteria
from .plan.match_tiers import MatchTiers, fewer_words, match_tiers
from .plan.search_plan import SearchPlan
from .query.run_plan import Search, WayOut, run
from .tsquery import MOST_COUNTED, any_of, both, count_each


def suggest(search: Search) -> Search:
    """Return the search that helps: for similar names, or for the physicians who match the most words.

    Without either, it is the same search. The ways out say what to leave out.
    """
    plan = search.plan
    similar = similar_names_plan(plan)
    names = name_queries(plan, similar) if similar else []
    without = [match_tiers(others(plan, place), plan.parsed.full_name).query for place in range(len(plan.criteria))]
    fewer = fewer_words(plan.criteria)
    counts = count_each([*names, *without, *fewer])  # one statement for all
    if similar:
        called_so, like_it, *counts = counts
        if like_it and not called_so:
            return run(similar)
    ways_out = find_ways_out(plan, counts[: len(without)])
    matched = [query for query, count in zip(fewer, counts[len(without) :], strict=True) if count]
    found = run(most_words_plan(plan, matched[0])) if matched else search
    return replace(found, ways_out=ways_out)


def similar_names_plan(plan: SearchPlan) -> SearchPlan | None:
    """Return the plan for every name spelled like a typed full name, None if no full name was typed."""
    parsed = with_similar_names(plan.parsed)
    if not parsed:
        return None
    name = quoted([plan.parsed.query.text])
    note = _("Nobody here is called %(name)s. These names are similar.") % {"name": name}
    return replace(plan, parsed=parsed, notes=[*plan.notes, note])


def name_queries(plan: SearchPlan, similar: SearchPlan) -> list[str]:
    """Return the query for the name as typed, whatever the filters, and that for similar names."""
    as_typed = all_criteria(Filters(), plan.parsed, plan.choices)
    return [match_tiers(as_typed, ()).query, match_tiers(similar.criteria, ()).query]


def others(plan: SearchPlan, place: int) -> list[Criterion]:
    """Return the criteria without the one at that place."""
    return [*plan.criteria[:place], *plan.criteria[place + 1 :]]


def find_ways_out(plan: SearchPlan, counts: list[int]) -> list[WayOut]:
    """Return what can be left out so that someone matches. `counts` are the matches without each criterion."""
    return [
        WayOut(criterion.label, criterion.without.address(), min(count, MOST_COUNTED), count > MOST_COUNTED)
        for criterion, count in zip(plan.criteria, counts, strict=True)
        if count and (len(plan.criteria) > 1 or criterion.parameter != "q")
    ]


def most_words_plan(plan: SearchPlan, query: str) -> SearchPlan:
    """Return the plan for those who match some of the words, the typed names first."""
    named = [criterion for criterion in plan.criteria if criterion.part and "name" in criterion.part.kinds]
    matches = MatchTiers(query, [both(query, any_of(criterion.lexemes)) for criterion in named])
    note = _("No one doctor fits all of this. These fit most of your words.")
    return replace(plan, instead=matches, notes=[*plan.notes, note])
