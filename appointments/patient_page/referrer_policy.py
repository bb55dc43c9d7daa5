"""Keeps the address of a request's own page, which holds the token, to that page."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def keep_address_out_of_referer(view: View) -> View:
    """Send only the origin in the Referer of every request that the page makes.

    Not `no-referrer`: browsers then send `Origin: null`, which Django's CSRF check refuses.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    return answer
