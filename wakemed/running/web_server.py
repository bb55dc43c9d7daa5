"""The web server of `make dev`: Django's own, on a socket that stays open while the code is loaded again.

`python -m wakemed.running.web_server FD` imports other people's packages and waits for a line on standard input. Then
it loads the site's code and serves the listening socket FD. A browser that asks during a reload waits for the answer.
If the code can't be loaded, every address answers with the traceback.
"""

import contextlib
import gc
import importlib
import socket
import sys
import traceback
from collections.abc import Callable, Iterable
from typing import Any

# What takes long to import and needs no settings. It is half of the time that loading the site takes.
PACKAGES = (
    *("django.core.servers.basehttp", "django.db.backends.postgresql.base", "django.db.models", "django.forms"),
    *("django.template.defaulttags", "django.views.debug", "django.views.generic", "django.contrib.postgres.search"),
    *("PIL.Image", "bs4", "draftjs_exporter.html", "holidays", "icalendar", "openpyxl", "phonenumbers"),
    *("requests", "willow.image"),
)

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def load() -> Application:
    """Return the site's application, with every module its addresses need; raises whatever the code raises."""
    from django.urls import get_resolver

    from wakemed.wsgi import application

    get_resolver().url_patterns  # noqa: B018  imports the views
    return application


def showing(text: str) -> Application:
    """Return an application that answers every address with `text` and status 500."""

    def show(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("500 Internal Server Error", [("Content-Type", "text/plain; charset=utf-8")])
        return [text.encode()]

    return show


def serve(application: Application, listening: socket.socket) -> None:
    """Answer requests, each in a thread, until the process is ended."""
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    server = ThreadedWSGIServer(listening.getsockname(), WSGIRequestHandler, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    server.server_name, server.server_port = listening.getsockname()
    server.setup_environ()
    server.daemon_threads = True
    server.set_app(application)
    server.serve_forever()


def main() -> None:
    """Wait for the word, load the code, and serve. Looking for garbage would take a third of the loading time."""
    gc.disable()
    for name in PACKAGES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    if not sys.stdin.readline():
        return  # `make dev` has ended
    try:
        application = load()
    except Exception:
        text = traceback.format_exc()
        sys.stderr.write(text)
        application = showing(f"The code cannot be loaded. Change it, then reload this page.\n\n{text}")
    gc.freeze()
    gc.enable()
    serve(application, socket.socket(fileno=int(sys.argv[1])))


if __name__ == "__main__":
    main()
