"""Requests at a steady rate, whether the site answers or not."""

import collections
import dataclasses
import itertools
import random
import threading
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from . import people
from .http_visitor import Answer, Visitor

SCHEDULERS = 3
READERS_SHARE, SCHEDULERS_SHARE = 0.45, 0.12  # of all requests; the rest are patients' at the form


@dataclasses.dataclass(frozen=True)
class Load:
    """How much comes: requests a second, patients at the form at once, and how many may wait for an answer.

    With that many waiting nobody else comes, as with a front server that limits connections: more requests than a
    machine can answer would never stop piling up.
    """

    rate: float
    patients: int = 24
    most_waiting: int = 400


class Traffic:
    """Visitors who come at a rate, and a tally of their answers by phase."""

    def __init__(self, port: int, load: Load, staff: tuple[str, str]) -> None:
        self.told = people.Told()
        self.answers: dict[str, collections.Counter[str]] = {}
        self.slowest: dict[str, float] = {}
        self.mistakes: list[str] = []  # of the drill itself
        self._port, self._load, self._waiting = port, load, 0
        self._addresses: Iterator[str] = people.addresses()
        self._numbers = itertools.count(1)
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._at_the_form = 0
        self._patients: collections.deque[Visitor] = collections.deque()
        self._schedulers = collections.deque(
            self._visitor(people.scheduler(*staff, self.told, self._over.is_set)) for _ in range(SCHEDULERS)
        )
        self._pool = ThreadPoolExecutor(load.most_waiting)
        self._thread = threading.Thread(target=self._come)
        self.begin_phase("calm")

    def begin_phase(self, name: str) -> None:
        """Count the answers that come from now on under this name."""
        self.phase = name
        self.answers.setdefault(name, collections.Counter())

    def __enter__(self) -> "Traffic":
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Let nobody new in, and wait until everyone has their answer."""
        self._over.set()
        self._thread.join()
        self._pool.shutdown()

    def _come(self) -> None:
        due = time.monotonic()
        while not self._over.is_set():
            if self._waiting < self._load.most_waiting:
                line, visitor = self._next()
                self._waiting += 1
                self._pool.submit(self._ask, visitor, line)
            due += 1 / self._load.rate
            self._over.wait(max(0, due - time.monotonic()))

    def _visitor(self, script: people.Script) -> Visitor:
        return Visitor(self._port, next(self._addresses), script)

    def _next(self) -> tuple[collections.deque[Visitor] | None, Visitor]:
        """Return who asks next, and the line in which they wait for their turn."""
        chance = random.random()
        with self._lock:
            if chance < SCHEDULERS_SHARE and self._schedulers:
                return self._schedulers, self._schedulers.popleft()
            if chance > SCHEDULERS_SHARE + READERS_SHARE:
                if self._at_the_form < self._load.patients:
                    self._at_the_form += 1
                    return self._patients, self._visitor(people.patient(next(self._numbers), self.told))
                if self._patients:
                    return self._patients, self._patients.popleft()
        return None, self._visitor(people.reader())

    def _ask(self, visitor: Visitor, line: collections.deque[Visitor] | None) -> None:
        begun = time.monotonic()
        try:
            answer = visitor.step()
        except Exception:
            self.mistakes.append(traceback.format_exc())
            return
        finally:
            self._waiting -= 1
        seconds = time.monotonic() - begun
        with self._lock:
            self.answers[self.phase][kind(answer)] += 1
            self.slowest[self.phase] = max(seconds, self.slowest.get(self.phase, 0))
            if line is None:
                return
            if not visitor.has_left:
                line.append(visitor)
            elif line is self._patients:
                self._at_the_form -= 1


def kind(answer: Answer) -> str:
    """Return the column of the tally that an answer belongs to."""
    if answer.status == 0:
        return "none"
    return str(answer.status) if answer.status >= 400 else f"{answer.status // 100}xx"
