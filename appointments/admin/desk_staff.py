"""Staff who work at the desk."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest


def staff_of(request: HttpRequest) -> AbstractUser:
    """Return the signed-in member of staff; raises PermissionDenied if no one is signed in."""
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    return request.user


def nurses() -> QuerySet[Any]:
    """Return everyone who can be given a nurse's review, by name."""
    may_end = Permission.objects.filter(content_type__app_label="appointments", codename="finish_nurse_review")
    is_nurse = Q(groups__permissions__in=may_end) | Q(user_permissions__in=may_end)
    staff = get_user_model()._default_manager.filter(is_nurse, is_active=True, is_staff=True)
    return staff.distinct().order_by("first_name", "last_name", "email")


def colleagues() -> QuerySet[Any]:
    """Return everyone who can be given a request, by name."""
    may_change = Permission.objects.filter(
        content_type__app_label="appointments", codename="change_appointmentrequest"
    )
    works_here = Q(groups__permissions__in=may_change) | Q(user_permissions__in=may_change) | Q(is_superuser=True)
    staff = get_user_model()._default_manager.filter(works_here, is_active=True, is_staff=True)
    return staff.distinct().order_by("first_name", "last_name", "email")
