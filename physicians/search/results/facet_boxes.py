"""The facets on the page, each line with how many there would be."""

from physicians.search.match_counts import MOST_COUNTED
from physicians.search.query.run_plan import Search

from .directory_page import FacetBox, FacetLine


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
            FacetLine(row.value, row.name, counts.get(row.lexeme, 0), more, row.value in chosen)
            for row in search.plan.choices.of_facet(facet.name)
        ]
        shown = sorted(
            (line for line in lines if line.count or line.chosen), key=lambda line: (not line.chosen, -line.count)
        )
        if shown:
            boxes.append(FacetBox(facet.name, str(facet.label), str(facet.group), facet.is_open, shown))
    return boxes
