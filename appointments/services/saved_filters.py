"""Filters of the queue that staff keep under a name."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from appointments.guards.refusals import Refused
from appointments.models import SavedFilter

MOST_SAVED = 20  # of one person; more than that is no longer a shortcut
SHARE = "appointments.share_savedfilter"


def save_filter(*, owner: AbstractUser, name: str, query: str, is_shared: bool = False) -> SavedFilter:
    """Keep a filter and return it; one of the owner's with that name is replaced.

    Raises Refused for a name that is empty or too long and when there are too many, PermissionDenied for sharing
    without the right to.
    """
    name = " ".join(name.split())
    if is_shared and not owner.has_perm(SHARE):
        raise PermissionDenied
    if not name:
        raise Refused(_("Give the filter a name."))
    longest = SavedFilter._meta.get_field("name").max_length or 0
    if len(name) > longest:
        raise Refused(_("A name can have at most %(number)d characters.") % {"number": longest})
    others = SavedFilter.objects.filter(owner_id=owner.pk).exclude(name=name)
    if others.count() >= MOST_SAVED:
        raise Refused(_("You have %(number)d saved filters. Remove one first.") % {"number": MOST_SAVED})
    saved, _created = SavedFilter.objects.update_or_create(
        owner_id=owner.pk, name=name, defaults={"query": query, "is_shared": is_shared}
    )
    return saved


def remove_filter(*, pk: int, actor: AbstractUser) -> None:
    """Remove a filter; nothing happens if it's gone. Raises PermissionDenied if it isn't the actor's to remove."""
    saved = SavedFilter.objects.filter(pk=pk).first()
    if saved is None:
        return
    if saved.owner_id != actor.pk and not (saved.is_shared and actor.has_perm(SHARE)):
        raise PermissionDenied
    saved.delete()
