"""Keep the token in the address of the patient's page from leaking to other pages."""

import functools
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

View = Callable[..., HttpResponseBase]


def keep_address_out_of_referer(view: View) -> View:
    """Make the page send only its origin in the Referer header.

    With `no-referrer`, browsers send `Origin: null`, which Django's CSRF check refuses.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Referrer-Policy"] = "strict-origin"
        return response

    return answer
