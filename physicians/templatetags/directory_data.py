"""Structured data in the directory's templates."""

from django import template
from django.utils.safestring import SafeString

from physicians import structured_data
from physicians.models import Location, Organization
from physicians.profile_page import Profile

register = template.Library()


@register.simple_tag
def profile_data(profile: Profile, organization: Organization | None) -> SafeString:
    """Return the script element of a profile."""
    return structured_data.script(structured_data.of_profile(profile, organization))


@register.simple_tag
def location_data(location: Location, organization: Organization | None) -> SafeString:
    """Return the script element of a clinic."""
    return structured_data.script(structured_data.of_location(location, organization))


@register.simple_tag
def list_data(title: str, address: str) -> SafeString:
    """Return the script element of a list right below the home page."""
    return structured_data.script([structured_data.breadcrumbs([], title, address)])


@register.simple_tag
def absolute_address(address: str) -> str:
    """Return the address with this site's origin."""
    return structured_data.absolute(address)
