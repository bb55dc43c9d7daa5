"""What goes wrong in the drill, and how to tell that the site has come back."""

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import psutil
import psycopg2

from .mail_server import MailServer
from .own_site import CLOCK, DATABASE, SENDER, WEB, OwnSite

GOES_ON = 0.25  # seconds between two looks
LONGEST = 90  # seconds that the site may take to come back
MAIL_WENT = "SELECT count(*) FROM appointments_notification WHERE state = 'sent' AND created_at > to_timestamp(%s)"
CLOCK_RAN = "SELECT count(*) FROM physicians_nextfreetimes WHERE recorded_at > to_timestamp(%s)"


class Fault:
    """One thing that goes wrong. `seconds`: how long it lasts, 0 for a kill; then nobody lends a hand."""

    name: ClassVar[str]
    seconds: ClassVar[float] = 0
    stops_mail: ClassVar[bool] = False  # may cut the sender off between the mail server's 250 and its commit

    def __init__(self, site: OwnSite) -> None:
        self.site = site

    def begin(self) -> None:
        """Make it go wrong."""
        raise NotImplementedError

    def end(self) -> None:
        """Take it back, where someone outside would: a disk is cleared, a mail server is mended."""

    def is_over(self, since: float) -> bool:
        """Return True if all works again; `since` is when nobody lent a hand any more, in seconds of the epoch."""
        return self.site.answers() and len(self.site.workers()) == 2 and self.site.runs(DATABASE)

    def seconds_to_recover(self) -> float | None:
        """Wait until it's over; return how long that took, or None if it took too long."""
        since, begun = time.time(), time.monotonic()
        while time.monotonic() - begun < LONGEST:
            with contextlib.suppress(psycopg2.Error):
                if self.is_over(since):
                    return time.monotonic() - begun
            time.sleep(GOES_ON)
        return None


def kill(process: psutil.Process) -> None:
    """Send SIGKILL and wait until the process is gone."""
    process.kill()
    with contextlib.suppress(psutil.TimeoutExpired, psutil.NoSuchProcess):
        process.wait(5)


class KilledWebServer(Fault):
    name = "web server killed"

    def begin(self) -> None:
        kill(self.site.process(WEB))


class KilledWorker(Fault):
    name = "one worker killed"

    def begin(self) -> None:
        kill(self.site.workers()[0])


class KilledSender(Fault):
    name = "mail sender killed"
    stops_mail = True

    def begin(self) -> None:
        kill(self.site.process(SENDER))

    def is_over(self, since: float) -> bool:
        return bool(self.site.rows(MAIL_WENT, since)[0][0])


class KilledClock(Fault):
    name = "clock killed"

    def begin(self) -> None:
        kill(self.site.process(CLOCK))

    def is_over(self, since: float) -> bool:
        return bool(self.site.rows(CLOCK_RAN, since)[0][0])


class KilledDatabase(Fault):
    name = "PostgreSQL killed"
    stops_mail = True

    def begin(self) -> None:
        kill(self.site.process(DATABASE))


class FrozenDatabase(Fault):
    name = "PostgreSQL frozen"
    seconds = 12
    stops_mail = True

    def begin(self) -> None:
        postmaster = self.site.process(DATABASE)
        self._frozen = [postmaster, *postmaster.children(recursive=True)]
        for process in self._frozen:
            process.suspend()

    def end(self) -> None:
        for process in reversed(self._frozen):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.resume()


class FullDisk(Fault):
    name = "disk full"
    seconds = 15
    stops_mail = True

    def begin(self) -> None:
        """Write until nothing fits."""
        self._filling = self.site.data_dir / "filling"
        with contextlib.suppress(OSError), self._filling.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(1024 * 1024))
        with contextlib.suppress(OSError), self._filling.open("ab", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def end(self) -> None:
        self._filling.unlink()


class StoppedMailServer(Fault):
    name = "mail server stopped"
    seconds = 15
    stops_mail = True

    def __init__(self, site: OwnSite, mail_server: MailServer) -> None:
        super().__init__(site)
        self._mail_server = mail_server

    def begin(self) -> None:
        self._mail_server.stop()

    def end(self) -> None:
        self._mail_server.start()

    def is_over(self, since: float) -> bool:
        return bool(self.site.rows(MAIL_WENT, since)[0][0])


def every_fault(site: OwnSite, mail_server: MailServer, mounted: Path | None) -> list[Fault]:
    """Return the faults in their order; the disk is only filled if it is one of our own."""
    kinds: list[Callable[[OwnSite], Fault]] = [
        *(KilledWebServer, KilledWorker, KilledSender, KilledClock, KilledDatabase, FrozenDatabase),
        lambda site: StoppedMailServer(site, mail_server),
        *([FullDisk] if mounted else []),
    ]
    return [kind(site) for kind in kinds]
