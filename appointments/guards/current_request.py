"""The HTTP request that is being answered, for what is recorded meanwhile: from where, in which session, its id."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest

from .client_address import client_address
from .keyed_digest import keyed_digest

ID = "wakemed.request_id"  # in request.META
_current: ContextVar[HttpRequest | None] = ContextVar("current_request", default=None)


@contextmanager
def answering(request: HttpRequest) -> Iterator[None]:
    """Make this the current request for as long as it's answered."""
    before = _current.set(request)
    try:
        yield
    finally:
        _current.reset(before)


def current_request() -> HttpRequest | None:
    """Return the request that is being answered, or None in a command."""
    return _current.get()


def id_of(request: HttpRequest | None) -> str:
    """Return the request's id; "" outside of one."""
    return str(request.META.get(ID, "")) if request is not None else ""


def session_of(request: HttpRequest | None) -> str:
    """Return the digest of the session's key; "" before there is a session."""
    key = getattr(getattr(request, "session", None), "session_key", None)
    return keyed_digest("session", key) if key else ""


def from_where(request: HttpRequest | None = None) -> dict[str, Any]:
    """Return the values of `FromWhere` for this request, or the current one."""
    request = request or current_request()
    address = (client_address(request) or None) if request is not None else None
    return {"address": address, "session": session_of(request), "http_request": id_of(request)}
