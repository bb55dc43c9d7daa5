"""A manager takes away the second factor of someone who has lost it; they set up a new one at their next sign-in."""

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.http import HttpRequest

from .ended_sessions import end_sessions


@transaction.atomic
def reset_factors(user: AbstractUser, *, request: HttpRequest) -> bool:
    """Remove all second factors and recovery codes, end the person's sessions and tell them by mail.

    Returns False for someone who has none. `request` is the manager's.
    """
    removed = list(Authenticator.objects.filter(user=user).select_related("user"))
    for factor in removed:
        factor.delete()
        authenticator_removed.send(sender=Authenticator, request=request, user=user, authenticator=factor)
    if removed:
        end_sessions(user)
    return bool(removed)
