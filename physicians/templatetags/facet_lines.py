"""The lines of a facet. A hospital with 300 clinics has 300 of them, and a template takes ten times as long."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from physicians.search.results.directory_page import FacetLine

register = template.Library()

LINE = (
    '<li class="facet__line" id="line-{0}-{1}">'
    '<input type="checkbox" id="{0}-{1}" name="{0}" value="{1}" form="find"{2} autocomplete="off">'
    '<label for="{0}-{1}">{3} <span class="facet__count">({4}{5})</span></label></li>'
)
CHECKED = mark_safe(" checked")


@register.simple_tag
def facet_lines(parameter: str, lines: Iterable[FacetLine]) -> SafeString:
    """Return a box to tick for each line, with how many doctors there would be."""
    return format_html_join(
        "",
        LINE,
        (
            (parameter, line.value, CHECKED if line.chosen else "", line.label, line.count, "+" if line.more else "")
            for line in lines
        ),
    )
