"""The network address that limits are counted by."""

import ipaddress
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest

IPV6_PREFIX = 64  # bits: what one household gets; every device in it may use any address of it


def client_address(request: HttpRequest) -> str:
    """Return the address that the first of our own servers was called from; an IPv6 one stands for its /64.

    TRUSTED_PROXY_COUNT servers stand in front and each adds to the right of X-Forwarded-For whom it was called
    by. What stands further left came from the caller, who may write anything. A header that is too short or that
    holds no address there was not written by our servers: then only the connection itself is believed.
    """
    count = settings.TRUSTED_PROXY_COUNT
    called_by = request.headers.get("X-Forwarded-For", "").split(",")
    forwarded = _network(called_by[-count]) if 0 < count <= len(called_by) else ""
    return forwarded or _network(request.META.get("REMOTE_ADDR", ""))


def _network(text: str) -> str:
    """Return the address in its one usual form, an IPv6 one cut; nothing when it is none."""
    address = _parse(text.strip())
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ipaddress.IPv6Network((int(address), IPV6_PREFIX), strict=False).network_address)
    return str(address or "")


def _parse(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        pass
    try:  # some front servers add the port: 192.0.2.1:5678, [2001:db8::1]:5678
        return ipaddress.ip_address(urlsplit(f"//{text}").hostname or "")
    except ValueError:
        return None
