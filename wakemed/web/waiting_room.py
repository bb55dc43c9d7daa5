"""A few threads work; the others wait, for as long as a patient would.

The server has a queue of its own, without a limit, and it answers those who have gone in the order in which they came.
More requests than a machine can answer then keep it busy with people who have left: after an outage it doesn't come
back. So the server gets more threads than there is work for. Each waits here until one of the few that work takes its
request. With too many waiting, or after too long, it answers with the page for an outage at once.

The threads that work are always the same ones, so each process has only so many connections to the database.
"""

import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from typing import Any

WORKING = 4  # threads of a process; each keeps a connection to the database
MOST_WAITING = 48
PATIENCE = 8  # seconds
THREADS = WORKING + MOST_WAITING + 12  # the last ones turn everyone else away
TURNED_AWAY = "wakemed.turned_away"  # in request.META

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class WaitingRoom:
    """The WSGI application, with limits to what waits for it."""

    def __init__(
        self,
        application: Application,
        *,
        working: int = WORKING,
        most_waiting: int = MOST_WAITING,
        patience: float = PATIENCE,
    ) -> None:
        self._application, self._most, self._patience = application, working + most_waiting, patience
        self._workers = ThreadPoolExecutor(working, thread_name_prefix="work")
        self._inside = 0
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer when it's this request's turn, or turn it away."""
        if not self._let_in():
            return self._turn_away(environ, start_response)
        try:
            turn = self._workers.submit(self._answer, environ, start_response)
            if self._is_given_up(turn):
                return self._turn_away(environ, start_response)
            return turn.result()
        finally:
            with self._lock:
                self._inside -= 1

    def _let_in(self) -> bool:
        with self._lock:
            if self._inside >= self._most:
                return False
            self._inside += 1
            return True

    def _is_given_up(self, turn: "Future[Iterable[bytes]]") -> bool:
        """Return True if the turn hasn't come in time; what has begun goes on."""
        try:
            turn.exception(self._patience)
        except TookTooLong:
            return turn.cancel()
        return False

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Return the whole answer, so that its connections are put away by the thread that opened them."""
        response = self._application(environ, start_response)
        if getattr(response, "streaming", True):
            return response
        try:
            return list(response)
        finally:
            response.close()  # type: ignore[attr-defined]

    def _turn_away(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ[TURNED_AWAY] = True
        return self._application(environ, start_response)
