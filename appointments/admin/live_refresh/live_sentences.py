"""What a page of the desk says about its own updates. “%” stands for a number, or for what has been counted."""

from typing import Any

from django.utils.translation import gettext_lazy as _

ALWAYS = {
    "paused": _("Updates are paused."),
    "typed": _("Reload? What you typed or ticked on this page would be lost."),
    "counts": _("Now: %."),
    "mark_added": _("New"),
    "mark_changed": _("Changed"),
    "mark_gone": _("No longer here"),
}
REQUESTS = {
    "added_one": _("1 new request on this page."),
    "added_many": _("% new requests on this page."),
    "changed_one": _("1 request has changed."),
    "changed_many": _("% requests have changed."),
    "gone_one": _("1 request is no longer on this page."),
    "gone_many": _("% requests are no longer on this page."),
}
VISITS = {
    "added_one": _("1 new visit on this page."),
    "added_many": _("% new visits on this page."),
    "changed_one": _("1 visit has changed."),
    "changed_many": _("% visits have changed."),
    "gone_one": _("1 visit is no longer on this page."),
    "gone_many": _("% visits are no longer on this page."),
}
CALENDAR = {"other": _("The calendar has changed.")}
ABOUT: dict[str, dict[str, Any]] = {"requests": REQUESTS, "visits": VISITS, "calendar": CALENDAR}


def sentences_about(what: str) -> dict[str, str]:
    """Return the sentences of a page about “requests”, “visits”, the “calendar” or anything else."""
    return {name: str(words) for name, words in (ALWAYS | ABOUT.get(what, {})).items()}
