"""Codes from an app or from paper: which is right, how often someone may guess, and that each works once."""

from collections.abc import Iterable

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import compare_user_code, normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import validate_totp_code
from allauth.mfa.utils import decrypt
from django.core.cache import cache
from django.http import HttpRequest

from wakemed.models import User

from .known_devices import known_device

APP = "wakemed.codes"
# Wrong ones of a person, tried by someone who has their password. A code is right by chance once in 300,000 times.
LIMIT = {"code": "20/h/key,60/d/key"}
ON_KNOWN_DEVICE = {"code": "10/h/key"}  # counted apart: a thief elsewhere doesn't use these up
UNLIMITED = {"code": "1000/h/key,1000/d/key"}


def factors_with_codes(user_id: int) -> list[Authenticator]:
    """Return the person's app, then their recovery codes."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES]
    return list(Authenticator.objects.filter(user_id=user_id, type__in=kinds).order_by("-type").select_related("user"))


def factor_of(code: str, factors: Iterable[Authenticator]) -> Authenticator | None:
    """Return what this code comes from, or None if it's wrong. Nothing is used up."""
    return next((factor for factor in factors if _is_right(code, factor)), None)


def _is_right(code: str, factor: Authenticator) -> bool:
    if factor.type == Authenticator.Type.TOTP:
        return validate_totp_code(decrypt(factor.data["secret"]), code)
    return any(compare_user_code(actual=code, expected=unused) for unused in factor.wrap().get_unused_codes())


def use_up(factor: Authenticator, code: str) -> bool:
    """Return True if this right code hadn't been used before, however it was spaced; from now on it has."""
    if factor.type == Authenticator.Type.RECOVERY_CODES:
        return bool(factor.wrap().validate_code(code))
    return use_up_app_code(factor.user_id, code)


def use_up_app_code(user_id: int, code: str) -> bool:
    """Do the same for a code of an app, which is used up for as long as it would be right."""
    right_for = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 2)
    return cache.add(f"second-step:{user_id}:{normalize_user_code(code)}", True, timeout=right_for)


def count_guess(request: HttpRequest, person: User) -> ratelimit.RateLimitUsage:
    """Count a code that this person types after their password; raises ValidationError if there were too many."""
    device = known_device(request, person.email)
    guess = count(request, device, ON_KNOWN_DEVICE) if device else None
    guess = guess or count(request, str(person.pk), LIMIT)
    if guess is None:
        raise get_adapter().validation_error("too_many_login_attempts")
    return guess


def count(request: HttpRequest, key: str, limit: dict[str, str]) -> ratelimit.RateLimitUsage | None:
    """Count a code under this key; returns None if there were too many."""
    return ratelimit.consume(request, app=APP, action="code", config=limit, key=key)


def forget_guesses(request: HttpRequest, person: User) -> None:
    """Have no wrong code count against this person any more."""
    ratelimit.clear(request, app=APP, action="code", config=LIMIT, key=str(person.pk))
