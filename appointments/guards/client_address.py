"""The network address that limits are counted by."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

IPV6_PREFIX = 64  # bits: what one household gets; every device in it may use any address of it


def client_address(request: HttpRequest) -> str:
    """Return the address that called the first of our own servers; an IPv6 address is cut to its /64.

    TRUSTED_PROXY_COUNT of our servers sit in front of this one. Each adds its caller's address to the right of
    X-Forwarded-For. Anything further left came from the caller, who may write anything. A header that is too short, or
    that has no address in that place, wasn't written by our servers: then only the connection itself is trusted.
    """
    count = settings.TRUSTED_PROXY_COUNT
    called_by = request.headers.get("X-Forwarded-For", "").split(",")
    forwarded = network_of(called_by[-count]) if 0 < count <= len(called_by) else ""
    return forwarded or network_of(request.META.get("REMOTE_ADDR", ""))


def network_of(text: str) -> str:
    """Return the address in its canonical form, an IPv6 address cut to its network; "" for anything else."""
    address = parse_address(text.strip())
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.IPv6Network((int(address), IPV6_PREFIX), strict=False).network_address)
    return str(address or "")


def parse_address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address in a text such as 192.0.2.1, 192.0.2.1:5678 or [2001:db8::1]:5678, or None."""
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        pass
    try:  # some front servers add the port
        return ipaddress.ip_address(urlsplit(f"//{text}").hostname or "")
    except ValueError:
        return None
