"""How long the stages of a search take."""

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Stopwatch:
    """Calls functions and keeps their milliseconds by stage."""

    def __init__(self) -> None:
        self.milliseconds: dict[str, float] = {}

    def time(self, stage: str, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Return what the function returns, and add its time to the stage's."""
        begin = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            spent = (time.perf_counter() - begin) * 1000
            self.milliseconds[stage] = self.milliseconds.get(stage, 0.0) + spent
