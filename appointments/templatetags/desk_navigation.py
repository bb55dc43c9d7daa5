"""What every page of the desk shows: its sections; and what its home page does.

The imports are inside the functions: whatever renders a template loads this file, mail too, and mail needs no desk.
"""

from typing import Any

from django import template
from django.http import HttpRequest

register = template.Library()


@register.simple_tag
def desk_sections(request: HttpRequest) -> list[Any]:
    """Return the sections that the user may open, and for each whether the page is in it."""
    from appointments.admin.sections import sections_for

    return list(sections_for(request))


@register.simple_tag
def desk_home(request: HttpRequest) -> dict[str, Any]:
    """Return how much is waiting at the desk."""
    from appointments.admin.home_page import home_page

    return home_page(request)
