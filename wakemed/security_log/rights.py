"""Groups and permissions, given to people and to groups."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from wakemed.models import User
from wakemed.models.security_event import Happened

from .recording import record

ACTIONS = {
    "post_add": Happened.RIGHTS_GIVEN,
    "post_remove": Happened.RIGHTS_TAKEN,
    "pre_clear": Happened.RIGHTS_TAKEN,
}


@receiver(m2m_changed, sender=User.groups.through, dispatch_uid="wakemed.security_log.groups")
def note_groups(sender: Any, *, instance: Any, action: str, reverse: bool, pk_set: Any, **more: Any) -> None:
    """Record who came into which groups or left them."""
    if action not in ACTIONS:
        return
    if reverse:  # from the group's side
        people = instance.user_set.all() if pk_set is None else User.objects.filter(pk__in=pk_set)
        for person in people:
            record(ACTIONS[action], account=person, details={"groups": [instance.name]})
        return
    groups = instance.groups.all() if pk_set is None else Group.objects.filter(pk__in=pk_set)
    if names := sorted(groups.values_list("name", flat=True)):
        record(ACTIONS[action], account=instance, details={"groups": names})


@receiver(m2m_changed, sender=User.user_permissions.through, dispatch_uid="wakemed.security_log.own")
def note_own_permissions(sender: Any, *, instance: Any, action: str, reverse: bool, pk_set: Any, **more: Any) -> None:
    """Record a person's own permissions, beside those of their groups."""
    if action not in ACTIONS:
        return
    if reverse:
        people = instance.user_set.all() if pk_set is None else User.objects.filter(pk__in=pk_set)
        for person in people:
            record(ACTIONS[action], account=person, details={"permissions": [instance.name]})
        return
    permissions = instance.user_permissions.all() if pk_set is None else Permission.objects.filter(pk__in=pk_set)
    if names := _names(permissions):
        record(ACTIONS[action], account=instance, details={"permissions": names})


@receiver(m2m_changed, sender=Group.permissions.through, dispatch_uid="wakemed.security_log.of_groups")
def note_group_permissions(
    sender: Any, *, instance: Any, action: str, reverse: bool, pk_set: Any, **more: Any
) -> None:
    """Record what everyone in a group may do from now on, or no longer."""
    if action not in ACTIONS:
        return
    if reverse:
        groups = instance.group_set.all() if pk_set is None else Group.objects.filter(pk__in=pk_set)
        for group in groups:
            record(ACTIONS[action], details={"group": group.name, "permissions": [instance.name]})
        return
    permissions = instance.permissions.all() if pk_set is None else Permission.objects.filter(pk__in=pk_set)
    if names := _names(permissions):
        record(ACTIONS[action], details={"group": instance.name, "permissions": names})


def _names(permissions: Any) -> list[str]:
    return sorted(permissions.order_by().values_list("name", flat=True))


@receiver([post_save, post_delete], sender=GroupPagePermission, dispatch_uid="wakemed.security_log.pages")
@receiver([post_save, post_delete], sender=GroupCollectionPermission, dispatch_uid="wakemed.security_log.collections")
def note_cms_permission(sender: Any, *, instance: Any, signal: Any, **more: Any) -> None:
    """Record a group's rights on pages, pictures and documents of the CMS."""
    kind = Happened.RIGHTS_GIVEN if signal is post_save else Happened.RIGHTS_TAKEN
    where = getattr(instance, "page", None) or instance.collection
    permission = f"{instance.permission.name} ({where})"
    record(kind, details={"group": instance.group.name, "permissions": [permission]})
