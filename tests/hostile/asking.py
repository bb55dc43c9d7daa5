"""Ask as a server does, see the errors, and leave the database as it was; commits are made up for."""

import collections
import contextlib
import dataclasses
import sys
import traceback
from http.cookies import SimpleCookie

from django.core import mail
from django.core.cache import caches
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import Client

from wakemed.web.content_type import without_codecs

CLEARED_EVERY = 50  # requests: the limits of the sign-in would refuse all later ones


@dataclasses.dataclass(frozen=True)
class Hostile:
    """One request. `path` is percent-encoded and has the query."""

    method: str
    path: str
    body: bytes = b""
    content_type: str = "application/x-www-form-urlencoded"
    headers: dict[str, str] = dataclasses.field(default_factory=dict)

    def __str__(self):
        headers = "".join(f" {name}: {value[:60]!r}" for name, value in self.headers.items())
        body = f"\n    {self.content_type!r} {self.body[:1500]!r}" if self.body else ""
        return f"{self.method} {self.path[:300]}{headers}{body}"


class Asker:
    """Sends requests one after the other, and counts the answers."""

    def __init__(self):
        self.statuses = collections.Counter()
        self.broken = collections.defaultdict(list)  # requests by what was raised where
        self._client = Client(raise_request_exception=False)
        handler = self._client.handler
        behind_codecs = without_codecs(lambda environ, _start_response: handler(environ))
        self._client.handler = lambda environ: behind_codecs(environ, None)
        self._raised = []
        got_request_exception.connect(self._note)

    def close(self):
        got_request_exception.disconnect(self._note)

    def _note(self, **kwargs):
        kind, _error, frames = sys.exc_info()
        *_outer, caller, last = traceback.extract_tb(frames)
        places = [f"{each.filename.rpartition('site-packages/')[2]}:{each.lineno}" for each in (caller, last)]
        self._raised.append(f"{kind.__name__} at {' > '.join(places)}")

    @property
    def asked(self):
        return self.statuses.total()

    def ask(self, hostile, cookies):
        """Send it with these cookies and return the page, or nothing for anything else; what it wrote is forgotten."""
        if self.asked % CLEARED_EVERY == 0:
            for name in caches:
                caches[name].clear()
            mail.outbox.clear()
        self._raised.clear()
        self._client.cookies = SimpleCookie(cookies)
        with _forgotten(), _commits():
            response = self._client.generic(
                hostile.method, hostile.path, hostile.body, hostile.content_type, headers=hostile.headers
            )
            text = response.getvalue().decode(errors="replace")
        self.statuses[response.status_code] += 1
        if response.status_code >= 500:
            self.broken[f"{response.status_code} {'; '.join(self._raised)}"].append(hostile)
        return text if response.headers.get("Content-Type", "").startswith("text/html") else ""


@contextlib.contextmanager
def _forgotten():
    """Take back what is written in the block."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextlib.contextmanager
def _commits():
    """Do at the end of a view's transaction what a commit does: check what is deferred, call what waits for it."""
    depth, waiting, release = len(connection.savepoint_ids), len(connection.run_on_commit), connection.savepoint_commit

    def commit(savepoint):
        if len(connection.savepoint_ids) == depth:
            connection.check_constraints()
        release(savepoint)
        if len(connection.savepoint_ids) == depth:
            _call_what_waits(waiting)

    connection.savepoint_commit = commit
    try:
        yield
        _call_what_waits(waiting)
    finally:
        del connection.savepoint_commit
        del connection.run_on_commit[waiting:]


def _call_what_waits(since):
    while len(connection.run_on_commit) > since:
        _savepoints, function, _robust = connection.run_on_commit.pop(since)
        function()
