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
ROWS = {
    "added_one": _("1 new {row} on this page."),
    "added_many": _("% new {rows} on this page."),
    "changed_one": _("1 {row} has changed."),
    "changed_many": _("% {rows} have changed."),
    "gone_one": _("1 {row} is no longer on this page."),
    "gone_many": _("% {rows} are no longer on this page."),
}
# What a row of the page is, one and several.
OF_ROWS = {"requests": (_("request"), _("requests")), "visits": (_("visit"), _("visits"))}
CALENDAR = {"other": _("The calendar has changed.")}


def sentences_about(what: str) -> dict[str, str]:
    """Return the sentences of a page about “requests”, “visits”, the “calendar” or anything else."""
    sentences: dict[str, Any] = dict(ALWAYS)
    if what in OF_ROWS:
        row, rows = OF_ROWS[what]
        sentences |= {name: str(words).format(row=row, rows=rows) for name, words in ROWS.items()}
    elif what == "calendar":
        sentences |= CALENDAR
    return {name: str(words) for name, words in sentences.items()}
