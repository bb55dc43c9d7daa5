"""When a published profile or clinic gets a new slug, its old address redirects to the new one."""

from typing import Any

from django.db.models.signals import pre_save
from wagtail.contrib.redirects.models import Redirect

from .models import Location, Physician


def keep_old_address(sender: Any, instance: Physician | Location, raw: bool = False, **_other: Any) -> None:
    """Save a redirect in the same transaction, and drop any redirect away from an address that is in use."""
    if raw or not instance.pk:
        return
    before = sender.objects.live().filter(pk=instance.pk).exclude(slug=instance.slug).first()
    if before is None:
        return
    old, new = (Redirect.normalise_path(each.get_absolute_url()) for each in (before, instance))
    Redirect.objects.filter(old_path=new).delete()
    Redirect.objects.filter(redirect_link=f"{old}/").update(redirect_link=f"{new}/")
    Redirect.objects.update_or_create(old_path=old, site=None, defaults={"redirect_link": f"{new}/"})


def connect() -> None:
    """Watch both models."""
    for model in (Location, Physician):
        pre_save.connect(keep_old_address, sender=model, dispatch_uid=f"slug redirects of {model.__name__}")
