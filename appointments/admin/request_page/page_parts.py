"""The named parts of a request's page: a row of links at its top, each one key away."""

import dataclasses
from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclasses.dataclass(frozen=True)
class Part:
    """A part of the page.

    Attributes:
        key: the letter that leads to it, with Alt.
        anchor: the id of its heading or form.
        label: what staff read.
        needs: the button or the value without which the page doesn't have it.
    """

    key: str
    anchor: str
    label: Any
    needs: str = ""


PARTS = [
    Part("v", "visit", _("Visit"), needs="visit"),
    Part("o", "offer", _("Offer"), needs="held_times"),
    Part("r", "nurse", _("Nurse review"), needs="nurse_review"),
    Part("t", "times", _("Free times"), needs="panel"),
    Part("b", "send-times", _("Book"), needs="panel"),
    Part("c", "contact", _("Contact"), needs="contact"),
    Part("a", "do-ask", _("Ask"), needs="ask"),
    Part("n", "do-note", _("Note"), needs="note"),
    Part("x", "do-close", _("Close"), needs="close"),
    Part("g", "do-assign", _("Hand over"), needs="assign"),
    Part("y", "history", _("History")),
]


def parts_of(values: Mapping[str, Any], buttons: Collection[str]) -> list[Part]:
    """Return the parts that the page has."""
    return [part for part in PARTS if not part.needs or part.needs in buttons or values.get(part.needs)]
