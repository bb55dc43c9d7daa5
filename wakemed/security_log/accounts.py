"""Accounts made, changed and deleted: addresses, passwords, and the rights that are marks of the account itself."""

from typing import Any

from django.contrib.auth.models import Group
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver

from wakemed.models import User
from wakemed.models.security_event import Happened

from .recording import record

FLAGS = ("is_active", "is_staff", "is_superuser")
WATCHED = ("email", "password", *FLAGS)


@receiver(pre_save, sender=User, dispatch_uid="wakemed.security_log.before")
def look_before(sender: Any, *, instance: Any, update_fields: Any = None, **more: Any) -> None:
    """Keep what the account was like, for `note_changes`."""
    touched = instance.pk and (update_fields is None or set(update_fields) & set(WATCHED))
    instance._was = User.objects.filter(pk=instance.pk).values(*WATCHED).first() if touched else None


@receiver(post_save, sender=User, dispatch_uid="wakemed.security_log.after")
def note_changes(sender: Any, *, instance: Any, created: bool, update_fields: Any = None, **more: Any) -> None:
    """Record what a save has changed."""
    was = instance._was
    if created:
        record(Happened.ACCOUNT_MADE, account=instance)
        _note_flags(instance, {**dict.fromkeys(FLAGS, False), "is_active": True})
    elif was is not None:
        _note_flags(instance, was)
        if was["email"] != instance.email:
            record(Happened.ACCOUNT_CHANGED, account=instance, details={"before": was["email"]})
        # Django renews an old hash by itself when someone signs in, in a save of its own.
        renewed = set(update_fields or ()) == {"password"} and instance._password is None
        if was["password"] != instance.password and not renewed:
            record(Happened.PASSWORD_CHANGED, account=instance)


def _note_flags(user: User, was: dict[str, Any]) -> None:
    given = [flag for flag in FLAGS if getattr(user, flag) and not was[flag]]
    taken = [flag for flag in FLAGS if was[flag] and not getattr(user, flag)]
    for kind, flags in ((Happened.RIGHTS_GIVEN, given), (Happened.RIGHTS_TAKEN, taken)):
        if flags:
            record(kind, account=user, details={"flags": flags})


@receiver(pre_delete, sender=User, dispatch_uid="wakemed.security_log.gone")
def note_deleted_account(sender: Any, *, instance: User, **more: Any) -> None:
    """Record whose account is deleted."""
    record(Happened.ACCOUNT_DELETED, account=instance)


@receiver(pre_delete, sender=Group, dispatch_uid="wakemed.security_log.group_gone")
def note_deleted_group(sender: Any, *, instance: Group, **more: Any) -> None:
    """Record which group is deleted, and who was in it."""
    people = sorted(User.objects.filter(groups=instance).values_list("email", flat=True))
    record(Happened.ACCOUNT_DELETED, details={"group": instance.name, "people": people})
