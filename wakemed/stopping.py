"""Tell long-running commands that they should end."""

import queue
import signal


class Stopping:
    """Wait for SIGINT or SIGTERM.

    The handler puts the signal into a SimpleQueue, whose `put` may interrupt its own `get`; a threading.Event
    that is set in a handler can deadlock with the wait that it interrupts.
    """

    def __init__(self) -> None:
        self.asked = False
        self._signals: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, _frame: self._signals.put(number))

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; return True if a signal has come, now or before."""
        if not self.asked:
            try:
                self._signals.get(timeout=seconds)
                self.asked = True
            except queue.Empty:
                pass
        return self.asked
