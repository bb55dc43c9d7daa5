"""What “Take next” says when there is nothing to take: what else is waiting, and where."""

import dataclasses

from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from appointments.services.requests.next_work import reviews_alone

from .bounded_counts import count_in_words
from .tab_definition import Viewer
from .tab_row import tab_counts
from .tabs import TABS


@dataclasses.dataclass(frozen=True)
class NothingNext:
    """The sentences, and the name of the tab that opens. `is_all_done`: nothing is waiting anywhere."""

    words: str
    tab: str
    is_all_done: bool


def nothing_next(staff: AbstractUser, *, is_at_one: bool = False) -> NothingNext:
    """Return what to say to someone who got nothing. `is_at_one`: they come from a request's page."""
    counts = tab_counts(Viewer(staff_id=staff.pk, now=timezone.now()))
    mine = counts["mine"]
    others = [tab for tab in TABS if tab.needs_acting and tab.name != "mine" and counts[tab.name]]
    if not mine and not others:
        return NothingNext(_("Nothing is waiting."), "new", is_all_done=True)
    is_nurse = reviews_alone(staff)
    sentences = [_nothing_for(is_nurse, is_at_one)]
    if mine:
        sentences.append(
            ngettext("%(number)s is yours.", "%(number)s are yours.", mine) % {"number": count_in_words(mine)}
        )
    if others:
        named = ", ".join(f"{tab.label} {count_in_words(counts[tab.name])}" for tab in others)
        sentences.append(_("Also waiting: %(tabs)s.") % {"tabs": named})
    return NothingNext(" ".join(sentences), "nurse" if is_nurse else "mine" if mine else "new", is_all_done=False)


def _nothing_for(is_nurse: bool, is_at_one: bool) -> str:
    if not is_nurse:
        return _("No new requests.")
    return _("No other review is waiting for you.") if is_at_one else _("No review is waiting for you.")
