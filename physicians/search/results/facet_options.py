"""What the list can be narrowed by, each line with how many there would be."""

from django.utils.translation import gettext as _

from physicians.search.parse.search_address import Filters
from physicians.search.published_choices import FACETS, Choices
from physicians.search.query.facet_counts import FLAGS, MOST_COUNTED, Counts

from .directory_page import Facet, Option


def labels() -> dict[str, str]:
    """Return the headings of the facets, in their order on the page."""
    return {
        "specialty": _("Specialty"),
        "condition": _("Condition"),
        "procedure": _("Procedure"),
        "location": _("Location"),
        "language": _("Language"),
        "accepting": _("New patients"),
        "virtual": _("Virtual visits"),
        "gender": _("Gender"),
    }


def build_facets(filters: Filters, choices: Choices, counts: dict[str, Counts], *, genders: bool) -> list[Facet]:
    """Return the facets. `counts` are those of each facet without its own choice, by parameter.

    A line that nobody would be left with is shown only when it is chosen: it must be possible to take it off.
    """
    found = []
    for parameter, label in labels().items():
        if parameter == "gender" and not genders:
            continue
        count = counts[parameter]
        more = count.get(None, 0) > MOST_COUNTED
        lines = [
            Option(value, name, count.get(mark, 0), more, value in chosen(filters, parameter))
            for value, name, mark in all_lines(parameter, choices)
        ]
        options = [line for line in lines if line.count or line.chosen]
        if options:
            ordered = sorted(options, key=lambda line: (not line.chosen, -line.count))
            found.append(Facet(parameter, label, ordered))
    return found


def all_lines(parameter: str, choices: Choices) -> list[tuple[str, str, str]]:
    """Return value, label and mark of every line of a facet."""
    if parameter in FACETS:
        return [(row.value, row.name, row.lexeme) for row in choices.of_kind(parameter)]
    if parameter == "gender":
        genders = {"female": _("Woman"), "male": _("Man"), "nonbinary": _("Nonbinary")}
        return [(value, label, f"gender:{value}") for value, label in genders.items()]
    label = _("Takes new patients") if parameter == "accepting" else _("Offers virtual visits")
    return [("1", label, parameter)]


def chosen(filters: Filters, parameter: str) -> tuple[str, ...]:
    """Return the values of a facet that are ticked."""
    if parameter in FLAGS:
        return ("1",) if getattr(filters, parameter) else ()
    return filters.chosen.get(parameter, ())
