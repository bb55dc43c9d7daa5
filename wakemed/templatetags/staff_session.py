"""The warning before a staff session ends, for the desk's pages."""

from django import template

from wakemed.signin.session_warning import session_warning

register = template.Library()
register.inclusion_tag("account/session_limit.html")(session_warning)
