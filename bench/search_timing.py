"""How long something takes, of which how much in PostgreSQL."""

import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import OperationalError, connection

WARMING = 5  # questions asked before the clock runs
LEAST = 5  # questions asked, unless one takes too long
PATIENCE = 8.0  # seconds for one contender and one kind of question
TOO_LONG = 20_000  # milliseconds for one statement; a contender that needs more is asked no further

# What a statement of the directory is for, by words that only it has.
PARTS = [
    ("facets", "string_agg(array_to_string(lexemes"),
    ("reading", "physicians_look_up"),
    ("reading", "asked(number, how, word)"),
    ("reading", "physicians_people_called"),
    ("reading", "AS asked(number, word)"),
    ("list", "near AS (SELECT lexeme, miles"),
    ("choices", "UNION ALL"),
]


@dataclass
class Statements:
    """The statements of one answer: what each was for, its milliseconds, and those of the server's processor."""

    times: list[tuple[str, float, float]] = field(default_factory=list)
    texts: list[tuple[float, str, Any]] = field(default_factory=list)

    def of(self, *parts: str) -> float:
        """Return the milliseconds of the statements for these parts; without any, of all."""
        return sum(spent for part, spent, _busy in self.times if part in parts or not parts)

    def busy(self, *parts: str) -> float:
        """Return the same of the processor: what a busy machine does not make longer."""
        return sum(busy for part, _spent, busy in self.times if part in parts or not parts)


def processor_time() -> float:
    """Return how many milliseconds the connection's server process has run (Linux; elsewhere NaN)."""
    try:
        with open(f"/proc/{connection.connection.info.backend_pid}/schedstat", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[0]) / 1e6
    except (OSError, AttributeError):
        return float("nan")


@contextmanager
def watched() -> Iterator[Statements]:
    """Take the time of every statement of the block."""
    seen = Statements()

    def watch(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        busy, begin = processor_time(), time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            spent, busy = (time.perf_counter() - begin) * 1000, processor_time() - busy
            part = next((name for name, words in PARTS if words in sql), "other")
            seen.times.append((part, spent, busy))
            seen.texts.append((spent if math.isnan(busy) else busy, sql, parameters))

    with connection.execute_wrapper(watch):
        yield seen


@dataclass
class Contender:
    """A search that is timed."""

    name: str
    answer: Callable[[Any], Any]
    most: int = 1000  # questions
    whole: list[float] = field(default_factory=list)  # milliseconds, Python included
    whole_busy: list[float] = field(default_factory=list)  # the same of the processor
    parts: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))  # of the statements
    most_statements: int = 0
    slowest: tuple[float, str, Any] = (0.0, "", None)
    spent: float = 0.0  # seconds
    gave_up: bool = False

    @property
    def tired(self) -> bool:
        """Return True if its patience is used up, or it was asked enough."""
        return self.gave_up or len(self.whole) >= (LEAST if self.spent > PATIENCE else self.most)

    def ask(self, question: Any, *, counted: bool) -> None:
        """Have it answer one question."""
        with watched() as statements:
            begin, busy = time.perf_counter(), time.process_time()
            try:
                self.answer(question)
            except OperationalError:  # the statement_timeout
                self.gave_up = counted = True
            took, busy = time.perf_counter() - begin, time.process_time() - busy
        self.spent += took
        if not counted:
            return
        self.whole.append(took * 1000)
        self.whole_busy.append(busy * 1000 + statements.busy())
        self.parts["all"].append(statements.of())
        self.parts["search"].append(statements.of("reading", "list", "facets"))
        self.parts["all busy"].append(statements.busy())
        self.parts["search busy"].append(statements.busy("reading", "list", "facets"))
        for part in ("choices", "reading", "list", "facets", "other"):
            self.parts[part].append(statements.of(part))
            self.parts[f"{part} busy"].append(statements.busy(part))
        self.most_statements = max(self.most_statements, len(statements.times))
        self.slowest = max([self.slowest, *statements.texts], key=lambda text: text[0])


def compete(contenders: list[Contender], questions: list[Any]) -> None:
    """Have all answer the same questions in turns, so that a busy machine is busy for all of them."""
    for contender in contenders:
        for question in questions[:WARMING]:
            if contender.spent < PATIENCE / 4 and not contender.gave_up:
                contender.ask(question, counted=False)
    for question in questions:
        for contender in contenders:
            if not contender.tired:
                contender.ask(question, counted=True)


def percentile(values: list[float], share: float) -> float:
    """Return the value below which so many of the values are (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")


def three(values: list[float]) -> str:
    """Return p50, p95 and p99 in few characters."""
    return " / ".join(short(percentile(values, share)) for share in (0.5, 0.95, 0.99)) if values else "—"


def short(milliseconds: float) -> str:
    """Return milliseconds with as many digits as they deserve."""
    if math.isnan(milliseconds):
        return "—"
    if milliseconds < 10:
        return f"{milliseconds:.2f}".lstrip("0") if milliseconds < 1 else f"{milliseconds:.1f}"
    return f"{milliseconds:,.0f}"
