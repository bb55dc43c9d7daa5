"""The groups that come with a hospital account, as OIDC_GROUPS maps them."""

from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction

from wakemed.models import User
from wakemed.models.security_event import Happened
from wakemed.security_log.recording import paused, record

AT_THE_DESK = {"Schedulers", "Scheduling managers", "Nurses", "Auditors"}


def groups_of(claims: dict[str, Any]) -> set[str]:
    """Return the names of the site's groups that a person with these claims is in."""
    theirs = claims.get(settings.OIDC_GROUPS_CLAIM) or []
    if not isinstance(theirs, list):
        theirs = [theirs]
    return {ours for name in theirs if isinstance(name, str) for ours in settings.OIDC_GROUPS.get(name, ())}


@transaction.atomic
def give_groups(person: User, names: set[str]) -> None:
    """Put a person into these groups and out of the others that OIDC_GROUPS names.

    Groups that it doesn't name are a manager's to give. Who is in one of the desk's groups may open the desk.
    """
    given_by_it = {name for group in settings.OIDC_GROUPS.values() for name in group}
    has = set(person.groups.filter(name__in=given_by_it).values_list("name", flat=True))
    may_open_desk = person.is_superuser or bool(names & AT_THE_DESK)
    if has == names and person.is_staff == may_open_desk:
        return
    was_staff, person.is_staff = person.is_staff, may_open_desk
    with paused():
        person.save(update_fields=["is_staff"])
        person.groups.add(*Group.objects.filter(name__in=names - has))
        person.groups.remove(*Group.objects.filter(name__in=has - names))
    _note(Happened.RIGHTS_GIVEN, person, names - has, flag=may_open_desk and not was_staff)
    _note(Happened.RIGHTS_TAKEN, person, has - names, flag=was_staff and not may_open_desk)


def _note(kind: Happened, person: User, groups: set[str], *, flag: bool) -> None:
    if groups or flag:
        details = {"groups": sorted(groups), "flags": ["is_staff"] if flag else [], "by_provider": True}
        record(kind, account=person, details=details)
