"""The tags above the list: one for each part of the words and each value of a filter."""

from physicians.search.plan.search_plan import SearchPlan

from .directory_page import Tag


def filter_tags(plan: SearchPlan) -> list[Tag]:
    """Return the tags of everything that a plan asks for."""
    tags = []
    for criterion in plan.criteria:
        values = plan.filters.chosen.get(criterion.parameter, ())
        if len(values) > 1:
            for value in values:
                label = plan.choices.by_value[criterion.parameter, value].name
                tags.append(Tag(label, plan.filters.without(criterion.parameter, value).address()))
            continue
        typed = criterion.part.typed if criterion.part else ""
        said = typed if typed.casefold() not in criterion.label.casefold() else ""
        tags.append(Tag(criterion.label, criterion.without.address(), said))
    return tags
