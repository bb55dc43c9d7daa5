"""Ask the hospital's provider who someone is, and whether they are still there."""

import contextlib
import dataclasses
from collections.abc import Iterator
from typing import Any, cast

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.cache import caches
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from requests import RequestException, Response, Session

from appointments.guards.sealed import seal, unseal
from wakemed.settings.single_sign_on import PROVIDER

METADATA_FOR = 60 * 60  # seconds
PURPOSE = "single sign-on"  # of what is sealed
ID_TOKEN = "hospital_id_token"  # noqa: S105  in the session
REFUSED = (400, 401, 403)


class Gone(Exception):
    """The provider has ended the person's session, or their account."""


class Away(Exception):
    """The provider can't be asked."""


@dataclasses.dataclass(frozen=True)
class Tokens:
    """What the provider gave for one session. `refresh` is "" where it gives none."""

    access: str
    refresh: str


class ProviderAdapter(OpenIDConnectOAuth2Adapter):
    """Keeps what the provider says of itself for an hour: it's asked about people at every request."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Return the provider's metadata (OpenID Connect Discovery 1.0, section 3)."""
        cache, key = caches["process"], f"oidc.{self.get_provider().server_url}"
        config = cache.get(key)
        if config is None:
            config = super().openid_config
            cache.set(key, config, METADATA_FOR)
        return cast("dict[str, Any]", config)

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **answer: Any) -> SocialLogin:
        """Return who has signed in, and keep the ID token: the provider knows its session by it when that ends."""
        login: SocialLogin = super().complete_login(request, app, token, **answer)
        request.session[ID_TOKEN] = seal(answer["response"].get("id_token", ""), purpose=PURPOSE)
        return login

    @property
    def basic_auth(self) -> bool:
        """Return True to show the secret in a header: what is meant where the provider says nothing (Discovery, 3)."""
        ways = self.openid_config.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        return "client_secret_post" not in ways

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        """Return where the provider sends people back to; it has to know the address."""
        return request.build_absolute_uri(reverse("hospital_callback"))


OpenIDConnectProvider.oauth2_adapter_class = ProviderAdapter


def provider_of(request: HttpRequest) -> OpenIDConnectProvider:
    """Return the one provider that the settings name; raises SocialApp.DoesNotExist if they name none."""
    return cast("OpenIDConnectProvider", get_adapter(request).get_provider(request, PROVIDER))


def all_claims(answer: dict[str, Any]) -> dict[str, Any]:
    """Return what the ID token and the userinfo endpoint say, in one; groups may be in either."""
    return {**(answer.get("id_token") or {}), **(answer.get("userinfo") or {})}


def who_has(request: HttpRequest, tokens: Tokens) -> dict[str, Any] | None:
    """Return what the provider says now of the person with these tokens; None if the access token has ended.

    Raises Away.
    """
    adapter = ProviderAdapter(request, PROVIDER)
    with _asking() as session:
        answer = session.get(adapter.profile_url, headers={"Authorization": f"Bearer {tokens.access}"})
        return None if answer.status_code in REFUSED else _read(answer)


def refreshed(request: HttpRequest, tokens: Tokens) -> tuple[dict[str, Any], Tokens]:
    """Return the claims of a new ID token, if there's one, and new tokens (RFC 6749, 6); raises Gone or Away."""
    if not tokens.refresh:
        raise Gone
    adapter = ProviderAdapter(request, PROVIDER)
    app = adapter.get_provider().app
    asked = {"grant_type": "refresh_token", "refresh_token": tokens.refresh}
    with _asking() as session:
        if adapter.basic_auth:
            session.auth = (app.client_id, app.secret)
        else:
            asked |= {"client_id": app.client_id, "client_secret": app.secret}
        answer = session.post(adapter.access_token_url, data=asked)
        if answer.status_code in REFUSED and answer.json().get("error") == "invalid_grant":
            raise Gone
        given = _read(answer)
        claims = _decoded(adapter, given["id_token"]) if given.get("id_token") else {}
        return claims, Tokens(given["access_token"], given.get("refresh_token") or tokens.refresh)


def end_session_address(request: HttpRequest) -> str:
    """Return where the provider ends this person's session there, and sends them back to our sign-in.

    It's an empty text for a provider that ends none (OpenID Connect RP-Initiated Logout 1.0); raises Away.
    """
    with _asking():
        adapter = ProviderAdapter(request, PROVIDER)
        address = str(adapter.openid_config.get("end_session_endpoint") or "")
    if not address:
        return ""
    asked = {
        "client_id": adapter.get_provider().app.client_id,
        "post_logout_redirect_uri": request.build_absolute_uri(reverse("account_login")),
    }
    if id_token := unseal(request.session[ID_TOKEN], purpose=PURPOSE) if ID_TOKEN in request.session else "":
        asked["id_token_hint"] = id_token
    return f"{address}{'&' if '?' in address else '?'}{urlencode(asked)}"


@contextlib.contextmanager
def _asking() -> Iterator[Session]:
    """Ask within SOCIALACCOUNT_REQUESTS_TIMEOUT; raises Away for no answer, and for one that makes no sense."""
    try:
        with get_adapter().get_requests_session() as session:
            yield session
    except (RequestException, OAuth2Error, KeyError, ValueError) as problem:
        raise Away from problem


def _decoded(adapter: ProviderAdapter, id_token: str) -> dict[str, Any]:
    """Return the claims of a token that came straight from the provider (OpenID Connect Core 1.0, 3.1.3.7, 6)."""
    config = adapter.openid_config
    claims = jwtkit.verify_and_decode(
        credential=id_token,
        keys_url=config["jwks_uri"],
        issuer=config["issuer"],
        audience=adapter.get_provider().app.client_id,
        lookup_kid=jwtkit.lookup_kid_jwk,
        verify_signature=False,
    )
    return cast("dict[str, Any]", claims)


def _read(answer: Response) -> dict[str, Any]:
    answer.raise_for_status()
    value = answer.json()
    if not isinstance(value, dict):
        raise ValueError("the provider's answer isn't an object")
    return value
