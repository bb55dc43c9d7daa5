"""Requests that a page makes by itself to keep up to date. No person looked: they aren't anyone's activity."""

from django.http import HttpRequest

HEADER = "X-Refresh"


def is_refresh(request: HttpRequest) -> bool:
    """Return True if a script of ours asks, and not a person.

    A program can send the header, too. It gains nothing: rights are checked as ever, and what it sees for the first
    time is logged.
    """
    return request.method == "GET" and HEADER in request.headers
