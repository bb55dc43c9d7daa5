"""What the head of a page says to search engines and social networks."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString

from physicians.models import Organization
from physicians.structured_data import absolute, script
from spine.pages.public_page import PublicPage
from spine.social_image import address_of_image
from spine.structured_data.page_nodes import nodes_of

register = template.Library()


@register.simple_tag(takes_context=True)
def page_data(context: RequestContext) -> SafeString:
    """Return the structured data of the page that is shown."""
    return script(nodes_of(context["page"], context["crumbs"], context["organization"]))


@register.simple_tag
def social_image(page: PublicPage, organization: Organization | None) -> Any:
    """Return the address of the picture that a social network shows beside a link to the page."""
    return absolute(address_of_image(page, organization))
