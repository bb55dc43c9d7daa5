"""What narrows the list: the tags above it, and the facets beside it with their counts."""

from physicians.search.plan.search_plan import SearchPlan
from physicians.search.query.run_plan import Search
from physicians.search.tsquery import MOST_COUNTED

from .directory_page import FacetBox, FacetLine, Tag


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


def facet_boxes(search: Search) -> list[FacetBox]:
    """Return the facets that have a line to show.

    A line that would leave nobody is shown only if it is chosen: patients must be able to clear it.
    """
    boxes = []
    for facet in search.plan.offered:
        counts = search.counts_of(facet.name)
        chosen = search.plan.filters.chosen.get(facet.name, ())
        more = counts.get(None, 0) > MOST_COUNTED
        lines = [
            FacetLine(row.value, row.name, min(counts.get(row.lexeme, 0), MOST_COUNTED), more, row.value in chosen)
            for row in search.plan.choices.of_facet(facet.name)
        ]
        shown = sorted(
            (line for line in lines if line.count or line.chosen), key=lambda line: (not line.chosen, -line.count)
        )
        if shown:
            boxes.append(FacetBox(facet.name, str(facet.label), str(facet.group), facet.is_open, shown))
    return boxes
