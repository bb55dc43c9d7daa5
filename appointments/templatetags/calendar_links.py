"""What the calendar's templates say of a block, and where its headings lead."""

from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.translation import gettext as _

FREE = '<div class="block block--{}"><p><strong>{}</strong> {}{}</p></div>'
FREE_LINK = (
    '<div class="block block--{}"><p><a href="{}{}"><strong>{}</strong> {}{}'
    '<span class="visually-hidden">, {}</span></a></p></div>'
)

register = template.Library()


@register.simple_tag
def calendar_week(calendar: Any, physician: Any) -> str:
    """Return the address of a physician's week."""
    return str(calendar.nearby.week_of(physician))


@register.simple_tag
def calendar_day(calendar: Any, column: Any) -> str:
    """Return the address of a physician's day."""
    return str(calendar.nearby.day_of(column))


@register.simple_tag
def block_clock(calendar: Any, block: Any, with_hours: Any = False) -> str:
    """Return when a block begins, or from when to when it is."""
    return str(calendar.clock_of(block, with_hours=bool(with_hours)))


@register.simple_tag(takes_context=True)
def free_time(context: Context, block: Any, physician: Any, with_hours: Any = False, with_place: Any = False) -> str:
    """Return one free time, as a link for staff who may give it to a request.

    It isn't a template because a day of all physicians has thousands. The physician's name tells the links apart.
    """
    clock = context["calendar"].clock_of(block, with_hours=bool(with_hours))
    place = format_html('<span class="block__place"> {}</span>', block.place) if with_place else ""
    address = context.get("time_address")
    if not address:
        return format_html(FREE, block.kind, clock, block.words, place)
    words = _("Chosen") if block.value in context["asked"].chosen else block.words
    return format_html(FREE_LINK, block.kind, address, block.value, clock, words, place, physician.plain_name)
