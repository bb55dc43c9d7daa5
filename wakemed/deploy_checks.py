"""What `manage.py check --deploy` refuses: settings with which the site would run and patients wouldn't be safe."""

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.http.request import split_domain_port, validate_host

from .database.role_rights import differences

SHORTEST_KEY = 50  # characters, as Django asks of SECRET_KEY (security.W009)
ENCRYPTED = {"require", "verify-ca", "verify-full"}
SMTP = "django.core.mail.backends.smtp.EmailBackend"
MOST_NAMED = 10


def is_this_machine(host: str) -> bool:
    """Return True for a loopback address, its name, a Unix socket's folder, or no host at all."""
    if not host or host == "localhost" or host.startswith(("/", "@")):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@register(Tags.security, deploy=True)
def keys_are_long(**kwargs: Any) -> list[Error]:
    """Refuse keys that can be guessed: Django looks at SECRET_KEY alone."""
    keys = {
        "APPOINTMENTS_LINK_KEY": [settings.APPOINTMENTS_LINK_KEY],
        "APPOINTMENTS_LINK_KEY_FALLBACKS": settings.APPOINTMENTS_LINK_KEY_FALLBACKS,
        "SECOND_FACTOR_KEY": [settings.SECOND_FACTOR_KEY],
        "SECOND_FACTOR_KEY_FALLBACKS": settings.SECOND_FACTOR_KEY_FALLBACKS,
    }
    return [
        Error(
            f"{name} is empty, or shorter than {SHORTEST_KEY} characters: it could be guessed.",
            hint="python -c 'import secrets; print(secrets.token_urlsafe(50))'",
            id="wakemed.E001",
        )
        for name, values in keys.items()
        if any(len(value) < SHORTEST_KEY for value in values)
    ]


@register(Tags.security, deploy=True)
def hosts_are_named(**kwargs: Any) -> list[Error]:
    """Refuse `*`: a request could then name any host, and pages would link to it."""
    if not settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        return [Error("ALLOWED_HOSTS must name the site's hosts, and not “*”.", id="wakemed.E002")]
    return []


@register(Tags.security, deploy=True)
def site_url_is_ours(**kwargs: Any) -> list[Error]:
    """Refuse an address without TLS for the links in mail, or one that this site doesn't answer."""
    address = urlsplit(settings.SITE_URL)
    if address.scheme != "https" or not address.netloc or f"https://{address.netloc}" != settings.SITE_URL:
        return [
            Error(
                f"SITE_URL must be https:// and a host, without a slash at the end; it is {settings.SITE_URL}.",
                hint="Mail has links to patients' requests: they must be opened with TLS.",
                id="wakemed.E003",
            )
        ]
    if not validate_host(split_domain_port(address.netloc)[0], settings.ALLOWED_HOSTS):
        return [Error("The host in SITE_URL isn't in ALLOWED_HOSTS: no link in mail would work.", id="wakemed.E004")]
    return []


@register(Tags.security, deploy=True)
def nothing_is_for_development(**kwargs: Any) -> list[Error]:
    """Refuse settings with which anyone could read the mail that goes out, below /dev/."""
    if settings.DEVELOPMENT_PAGES:
        return [Error("These settings open /dev/ to everyone: use wakemed.settings.production.", id="wakemed.E010")]
    return []


@register(Tags.security, deploy=True)
def mail_is_encrypted(**kwargs: Any) -> list[Error]:
    """Refuse to hand mail, with links and names of patients, to another machine without TLS."""
    if settings.EMAIL_BACKEND != SMTP or is_this_machine(settings.EMAIL_HOST):
        return []
    if settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL:
        return []
    return [Error("EMAIL_URL sends mail to another machine without TLS.", hint="smtp+tls://…:587", id="wakemed.E005")]


@register(Tags.security, deploy=True)
def single_sign_on_is_encrypted(**kwargs: Any) -> list[Error]:
    """Refuse a provider without TLS: its answers are believed because they come straight from it."""
    apps = [app for provider in settings.SOCIALACCOUNT_PROVIDERS.values() for app in provider["APPS"]]
    if all(app["settings"]["server_url"].startswith("https://") for app in apps):
        return []
    return [Error("OIDC_SERVER_URL must begin with https://.", id="wakemed.E008")]


@register(Tags.database, deploy=True)
def mapped_groups_exist(**kwargs: Any) -> list[Error]:
    """Refuse names in OIDC_GROUPS that no group here has: their people would come in without rights."""
    from django.contrib.auth.models import Group

    names = {name for groups in settings.OIDC_GROUPS.values() for name in groups}
    missing = {
        using: names - set(Group.objects.using(using).filter(name__in=names).values_list("name", flat=True))
        for using in kwargs["databases"] or []
    }
    return [
        Error(f"OIDC_GROUPS names {', '.join(sorted(lost))}: there's no such group here.", id="wakemed.E009")
        for lost in missing.values()
        if lost
    ]


@register(Tags.security, deploy=True)
def database_is_encrypted(**kwargs: Any) -> list[Error]:
    """Refuse a database on another machine without sslmode: libpq would then do without TLS."""
    config = settings.DATABASES["default"]
    options = config.get("OPTIONS", {})
    hosts = str(options.get("host") or config.get("HOST") or "").split(",")
    if all(is_this_machine(host) for host in hosts) or options.get("sslmode") in ENCRYPTED:
        return []
    return [
        Error(
            "DATABASE_URL names another machine without asking for TLS.",
            hint="End it with ?sslmode=verify-full&sslrootcert=… (or sslmode=require, which doesn't know the server).",
            id="wakemed.E006",
        )
    ]


@register(Tags.database, deploy=True)
def role_has_its_rights(**kwargs: Any) -> list[Error]:
    """Refuse a role that serves with other rights than `migrate` gives; asked with `--database default`."""
    found = {using: differences(using) for using in kwargs["databases"] or []}
    return [
        Error(
            f"The database role that serves {', '.join(wrong[:MOST_NAMED])}{' …' if len(wrong) > MOST_NAMED else ''}.",
            hint="DATABASE_URL must be the application role. `migrate`, as the owner and with DATABASE_APP_ROLE, "
            "grants it exactly what it needs.",
            id="wakemed.E007",
        )
        for wrong in found.values()
        if wrong
    ]
