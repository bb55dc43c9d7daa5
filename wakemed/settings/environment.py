"""Read settings from the environment. A value that makes no sense stops the start with a sentence that names it."""

import ipaddress
from collections.abc import Mapping

import environ
from django.core.exceptions import ImproperlyConfigured

env = environ.Env()


def _number(name: str, text: str, at_least: int, at_most: int) -> int:
    text = text.strip()
    if not text.isascii() or not text.isdigit() or not at_least <= int(text) <= at_most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {at_least} to {at_most}, not “{text}”.")
    return int(text)


def number(name: str, default: int, *, at_least: int, at_most: int) -> int:
    """Return a whole number; raises ImproperlyConfigured when it isn't one or is out of range."""
    return _number(name, env.str(name, default=str(default)), at_least, at_most)


def numbers(name: str, default: tuple[int, ...], *, at_least: int, at_most: int) -> tuple[int, ...]:
    """Return whole numbers separated by commas, e.g. "3,1"; an empty value gives none."""
    texts = env.list(name, default=[str(each) for each in default])
    return tuple(_number(name, text, at_least, at_most) for text in texts)


def networks(name: str, default: tuple[str, ...]) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    """Return addresses and networks separated by commas, e.g. "10.20.0.0/16,192.0.2.7"; an empty value gives none."""
    found = []
    for text in env.list(name, default=list(default)):
        try:
            found.append(ipaddress.ip_network(text.strip()))
        except ValueError:
            raise ImproperlyConfigured(
                f"{name} must hold addresses or networks such as 10.20.0.0/16, not “{text}”."
            ) from None
    return tuple(found)


def days_by_name(name: str, default: Mapping[str, int], *, at_least: int) -> dict[str, int]:
    """Return the default numbers of days with those that the environment replaces, e.g. "fulfilled=4026,no_show=366".

    Raises ImproperlyConfigured for a name that has no default, and for fewer days than `at_least`.
    """
    replaced = {}
    for part in env.list(name, default=[]):
        key, _, days = part.partition("=")
        if key not in default:
            raise ImproperlyConfigured(f"{name} knows {', '.join(default)}, not “{key}”.")
        replaced[key] = _number(f"{name} ({key})", days, at_least, 100 * 366)
    return {**default, **replaced}


def limits(name: str, default: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return the default limits with those the environment replaces, e.g. "sends=40/3600,mail=2/3600".

    A limit is how many times, and within how many seconds.
    """
    replaced = {}
    for part in env.list(name, default=[]):
        key, _, value = part.partition("=")
        times, _, seconds = value.partition("/")
        if key not in default:
            raise ImproperlyConfigured(f"{name} knows {', '.join(default)}, not “{key}”.")
        replaced[key] = (
            _number(f"{name} ({key}, times)", times, 1, 1_000_000),
            _number(f"{name} ({key}, seconds)", seconds, 1, 366 * 24 * 60 * 60),
        )
    return {**default, **replaced}
