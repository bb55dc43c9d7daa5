"""Staff who work at the desk."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, AnonymousUser, Permission
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest


def staff_of(request: HttpRequest) -> AbstractUser:
    """Return the signed-in member of staff; raises PermissionDenied if no one is signed in."""
    if isinstance(request.user, AnonymousUser):
        raise PermissionDenied
    return request.user


def desk_people() -> QuerySet[Any]:
    """Return the staff who work on requests (`works_here`) or end nurses' reviews (`is_nurse`), by name."""
    staff = get_user_model()._default_manager.filter(is_active=True, is_staff=True)
    known = staff.annotate(
        works_here=_may("change_appointmentrequest") | Q(is_superuser=True), is_nurse=_may("finish_nurse_review")
    )
    return known.filter(Q(works_here=True) | Q(is_nurse=True)).order_by("first_name", "last_name", "email")


def _may(codename: str) -> Q:
    permission = Permission.objects.filter(content_type__app_label="appointments", codename=codename)
    person = OuterRef("pk")
    return Q(Exists(permission.filter(user=person))) | Q(Exists(permission.filter(group__user=person)))


def nurses() -> QuerySet[Any]:
    """Return everyone who can be given a nurse's review, by name."""
    return desk_people().filter(is_nurse=True)


def colleagues() -> QuerySet[Any]:
    """Return everyone who can be given a request, by name."""
    return desk_people().filter(works_here=True)


def choose_among(field: Any, people: Iterable[Any]) -> None:
    """Let a field show these people, who have been read already; what is sent is checked by its own query."""
    field.choices = [("", field.empty_label), *((person.pk, str(person)) for person in people)]
