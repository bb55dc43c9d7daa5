"""A person is signed out everywhere."""

from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(user: AbstractBaseUser, *, but: str | None = None) -> None:
    """End the person's sessions, except the one with the key `but`."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=but).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
