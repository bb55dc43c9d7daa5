"""The name of the hospital's sign-in, for the sign-in page."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def single_sign_on_name() -> str:
    """Return what the button says that people sign in with; "" without single sign-on."""
    return str(settings.OIDC_NAME)
