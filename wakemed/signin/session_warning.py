"""The sentences of the warning before a session ends."""

import json

from django.conf import settings
from django.utils.translation import gettext as _


def session_warning() -> dict[str, str]:
    """Return what `account/session_limit.html` needs."""
    words = {
        "title": _("Your session"),
        "idle": _("You haven't done anything for a while. You'll be signed out in about"),
        "whole": _("After %(hours)d hours everyone signs in again. Save what you're working on. You have about")
        % {"hours": settings.STAFF_SESSION_HOURS},
        "minutes": _("%s min."),
        "stay": _("Stay signed in"),
        "understood": _("OK"),
        "over": _("You've been signed out. What you typed is still here."),
        "signIn": _("Sign in again in a new tab"),
    }
    return {"words": json.dumps(words)}
