"""Browsers by the names that people know."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# The first that fits: each of these also names the ones after it.
BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
SYSTEMS = (
    *(("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "an Android device"), ("Windows", "Windows")),
    *(("CrOS", "a Chromebook"), ("Mac OS", "a Mac"), ("Linux", "Linux")),
)


@register.filter
def browser_name(user_agent: str) -> str:
    """Return “Firefox on Windows” for what a browser says of itself, as far as it can be told."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), None)
    system = next((name for sign, name in SYSTEMS if sign in user_agent), None)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser we don't know")
