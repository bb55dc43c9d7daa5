"""Stage 4: what helps when nothing matches. The search stays as it is; a second plan is made."""

from dataclasses import replace

from django.utils.translation import gettext as _

from .plan.criteria import Criterion
from .plan.match_tiers import MatchTiers, fewer_words, match_tiers
from .plan.search_plan import SearchPlan
from .query.run_plan import Search, WayOut, run
from .tsquery import MOST_COUNTED, any_of, both, count_each


def suggest(search: Search) -> Search:
    """Return the search that helps, for the physicians who match the most words.

    Without any, it is the same search. The ways out say what to leave out.
    """
    plan = search.plan
    without = [match_tiers(others(plan, place), plan.parsed).query for place in range(len(plan.criteria))]
    fewer = fewer_words(plan.criteria)
    counts = count_each([*without, *fewer])  # one statement for all
    ways_out = find_ways_out(plan, counts[: len(without)])
    matched = [query for query, count in zip(fewer, counts[len(without) :], strict=True) if count]
    found = run(most_words_plan(plan, matched[0])) if matched else search
    return replace(found, ways_out=ways_out)


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
    first = [both(query, any_of(criterion.lexemes)) for criterion in named]
    matches = MatchTiers(query, first, plan.parsed.people.ids)
    note = _("No one doctor fits all of this. These fit most of your words.")
    return replace(plan, instead=matches, notes=[*plan.notes, note])
