"""What the head of a page says to search engines and social networks."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString

from physicians.structured_data import absolute, script

register = template.Library()


@register.simple_tag(takes_context=True)
def page_data(context: RequestContext) -> SafeString:
    """Return the structured data of the page that is shown."""
    return script(context["page"].structured_data(context["crumbs"], context["organization"]))


@register.filter
def with_origin(address: str) -> Any:
    """Return an address with this site's origin."""
    return absolute(address)
