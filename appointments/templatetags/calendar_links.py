"""What the calendar's templates say of a block, and where its headings lead."""

from typing import Any

from django import template

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
    zone = calendar.days.zone
    return str(block.hours(zone) if with_hours else block.clock(zone))
