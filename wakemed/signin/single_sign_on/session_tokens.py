"""The provider's tokens of one session, sealed: a copy of the database alone asks the provider nothing."""

import dataclasses
import json
import time
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import user_logged_in
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.dispatch import receiver
from django.http import HttpRequest

from appointments.guards.sealed import seal, unseal
from wakemed.signin.second_factor import METHOD

from .provider import PURPOSE, Tokens, all_claims

HELD = "hospital_sign_in"  # in the session
# What `amr` calls a second factor (RFC 8176): several factors, or one that is two by itself.
SECOND_FACTORS = {"mfa", "mca", "otp", "hwk", "sc"}


@dataclasses.dataclass(frozen=True)
class Held:
    """What a session holds.

    `sub` is the person for the provider, `answered` when it last answered (seconds since 1970).
    """

    sub: str
    tokens: Tokens
    answered: int

    def keep(self, session: SessionBase) -> None:
        """Put it into the session."""
        sealed = seal(json.dumps(dataclasses.asdict(self.tokens)), purpose=PURPOSE)
        session[HELD] = {"sub": self.sub, "tokens": sealed, "answered": self.answered}


def held_by(session: Any) -> Held | None:
    """Return what the session (or what it was decoded to) holds, or None if it isn't from the provider."""
    held = session.get(HELD)
    if held is None:
        return None
    tokens = Tokens(**json.loads(unseal(held["tokens"], purpose=PURPOSE)))
    return Held(held["sub"], tokens, held["answered"])


def second_factor_was_shown(login: SocialLogin) -> bool:
    """Return True if the provider asked for a second factor at this sign-in."""
    if settings.OIDC_ALWAYS_SECOND_FACTOR:
        return True
    methods = (login.account.extra_data.get("id_token") or {}).get("amr") or []
    return bool(SECOND_FACTORS.intersection(methods if isinstance(methods, list) else [methods]))


@receiver(user_logged_in, dispatch_uid="wakemed.single_sign_on")
def hold_tokens(
    sender: Any, *, request: HttpRequest, user: Any, sociallogin: SocialLogin | None = None, **more: Any
) -> None:
    """Begin a session that came from the provider."""
    if sociallogin is None:
        return
    tokens = Tokens(sociallogin.token.token, sociallogin.token.token_secret or "")
    sub = str(all_claims(sociallogin.account.extra_data)["sub"])
    Held(sub, tokens, int(time.time())).keep(request.session)
    if second_factor_was_shown(sociallogin):
        record_authentication(request, user, METHOD, type="single_sign_on")
