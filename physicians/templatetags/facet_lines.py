"""The lines of a facet. A hospital with 300 clinics has 300 of them, and a template takes twenty times as long."""

from collections.abc import Iterable
from html import escape

from django import template
from django.utils.safestring import SafeString

from physicians.search.results.directory_page import FacetLine

register = template.Library()


@register.simple_tag
def facet_lines(parameter: str, lines: Iterable[FacetLine]) -> SafeString:
    """Return a box to tick for each line, with how many doctors there would be."""
    return SafeString("".join(facet_line(escape(parameter), line) for line in lines))


def facet_line(name: str, line: FacetLine) -> str:
    """Return the markup of one line, with everything in it escaped."""
    value = escape(line.value)
    checked, more = " checked" if line.chosen else "", "+" if line.more else ""
    return (
        f'<li class="facet__line" id="line-{name}-{value}">'
        f'<input type="checkbox" id="{name}-{value}" name="{name}" value="{value}" form="find"{checked}'
        f' autocomplete="off"><label for="{name}-{value}">{escape(line.label)}'
        f' <span class="facet__count">({line.count}{more})</span></label></li>'
    )
