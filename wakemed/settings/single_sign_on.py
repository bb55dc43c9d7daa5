"""Single sign-on (OpenID Connect) from the environment. Without OIDC_SERVER_URL it's off."""

import json
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .environment import env, number

PROVIDER = "hospital"  # in addresses: /accounts/hospital/login/callback/


def openid_connect(*, server_url: str, client_id: str, secret: str, name: str, scope: list[str]) -> dict[str, Any]:
    """Return SOCIALACCOUNT_PROVIDERS for one provider, which is trusted to know its people's e-mail addresses."""
    app = {
        "provider_id": PROVIDER,
        "name": name,
        "client_id": client_id,
        "secret": secret,
        "settings": {
            "server_url": server_url,
            "scope": scope,
            "oauth_pkce_enabled": True,
            "email_authentication": True,
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def mapped_groups(text: str) -> dict[str, tuple[str, ...]]:
    """Return the site's groups for each group of the provider; raises ImproperlyConfigured.

    The text is a JSON object: {"spine-desk": "Schedulers", "spine-leads": ["Schedulers", "Scheduling managers"]}.
    """
    wrong = ImproperlyConfigured(
        'OIDC_GROUPS must be a JSON object that names groups, such as {"spine-desk": "Schedulers"}.'
    )
    try:
        value = json.loads(text)
    except ValueError:
        raise wrong from None
    if not isinstance(value, dict) or not value:
        raise wrong
    groups = {theirs: ours if isinstance(ours, list) else [ours] for theirs, ours in value.items()}
    if not all(isinstance(name, str) for ours in groups.values() for name in ours):
        raise wrong
    return {theirs: tuple(ours) for theirs, ours in groups.items()}


OIDC_NAME = ""  # what the button says; "" without single sign-on
OIDC_GROUPS: dict[str, tuple[str, ...]] = {}
OIDC_GROUPS_CLAIM = env.str("OIDC_GROUPS_CLAIM", default="groups")
# Where the provider doesn't send email_verified: addresses of these domains count as verified.
OIDC_EMAIL_DOMAINS = env.list("OIDC_EMAIL_DOMAINS", default=[])
# The provider asks everyone for a second factor. If not, its `amr` says so for each sign-in, or we ask.
OIDC_ALWAYS_SECOND_FACTOR = env.bool("OIDC_ALWAYS_SECOND_FACTOR", default=False)
# How long the provider's answer about someone holds. 0: it's asked at each request, so a leaver is out at the next.
OIDC_CHECK_SECONDS = number("OIDC_CHECK_SECONDS", 0, at_least=0, at_most=900)
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if _server_url := env.str("OIDC_SERVER_URL", default=""):
    OIDC_NAME = env.str("OIDC_NAME", default="your hospital account")
    OIDC_GROUPS = mapped_groups(env.str("OIDC_GROUPS"))
    SOCIALACCOUNT_PROVIDERS = openid_connect(
        server_url=_server_url,
        client_id=env.str("OIDC_CLIENT_ID"),
        secret=env.str("OIDC_CLIENT_SECRET"),
        name=OIDC_NAME,
        scope=env.str("OIDC_SCOPE", default="openid profile email").split(),
    )
SOCIALACCOUNT_ADAPTER = "wakemed.signin.single_sign_on.hospital_adapter.HospitalAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 3  # seconds
