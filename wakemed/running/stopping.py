"""Tell long-running commands that they should end."""

import queue
import signal

STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopping:
    """Wait for SIGINT, SIGTERM or SIGHUP (the terminal is gone, unless `nohup` has it ignored).

    The handler puts the signal into a SimpleQueue, whose `put` may interrupt its own `get`; a threading.Event
    that is set in a handler can deadlock with the wait that it interrupts.
    """

    def __init__(self) -> None:
        self.asked = False
        self._signals: queue.SimpleQueue[int] = queue.SimpleQueue()
        for number in STOPS:
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
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
