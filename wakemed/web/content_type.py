"""Content-Type and Accept as Django may see them: without the name of a codec.

A client may name any of Python's codecs (idna, hex, undefined …) in `charset`, or in any parameter as RFC 2231 has it.
Django would use it before any middleware runs. All that a browser sends here is UTF-8.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

NAME = r"[A-Za-z0-9!#$&^_.+-]{1,127}"  # RFC 6838, 4.2
MEDIA_TYPE = re.compile(rf"\s*({NAME}/{NAME})\s*(?:;|$)")
BOUNDARY = re.compile(r""";\s*boundary=("?)([A-Za-z0-9'()+_,./:=?-]{1,70})\1\s*(?:;|$)""", re.IGNORECASE)  # RFC 2046


def plain_content_type(text: str) -> str:
    """Return the media type and the boundary of a Content-Type header; "" if there is no media type."""
    media_type = MEDIA_TYPE.match(text)
    if not media_type:
        return ""
    boundary = BOUNDARY.search(text)
    return f'{media_type[1]}; boundary="{boundary[2]}"' if boundary else media_type[1]


def without_codecs(application: Application) -> Application:
    """Return a WSGI application that gives `application` a plain Content-Type and Accept."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if "CONTENT_TYPE" in environ:
            environ["CONTENT_TYPE"] = plain_content_type(environ["CONTENT_TYPE"])
        if "*=" in environ.get("HTTP_ACCEPT", ""):
            environ["HTTP_ACCEPT"] = "*/*"
        return application(environ, start_response)

    return answer
