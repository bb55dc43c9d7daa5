"""What a failed browser test leaves behind: for each of its pages a picture and the markup, for each device a trace.

A passed test leaves nothing. A trace is opened with `playwright show-trace trace-1.zip`.
"""

import contextlib
import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Error

from tests.plugin import data_folder

LAST_LINES = 200  # of what the site has printed
RECORDER = pytest.StashKey()


class Recorder:
    """Follows the devices of one test; writes only when it is told to keep."""

    def __init__(self, test_id, site_log):
        self.folder = data_folder() / "test-failures" / folder_name(test_id)
        self.site_log = site_log
        self.devices = []
        shutil.rmtree(self.folder, ignore_errors=True)  # of an earlier run

    def follow(self, context):
        # Each action, request and line of the console. The page of every moment would cost a fifth of the browser's
        # time, so it is there on demand: SNAPSHOTS=1 make test T=…
        context.tracing.start(snapshots=bool(os.environ.get("SNAPSHOTS")), screenshots=False, sources=False)
        self.devices.append(context)

    def keep(self):
        """Write down what every device shows now; once, at the first trouble."""
        if self.folder.exists():
            return
        self.folder.mkdir(parents=True)
        for number, context in enumerate(self.devices, 1):
            for tab, page in enumerate(context.pages, 1):
                self.keep_page(page, self.folder / f"page-{number}-{tab}")
            with contextlib.suppress(Error):
                context.tracing.stop(path=self.folder / f"trace-{number}.zip")
        lines = self.site_log.read_text(errors="replace").splitlines(keepends=True)
        (self.folder / "site.log").write_text("".join(lines[-LAST_LINES:]))

    def keep_page(self, page, path):
        # A browser that has died must not hide why the test failed.
        with contextlib.suppress(Error):
            path.with_suffix(".html").write_text(f"<!-- {page.url} -->\n{page.content()}")
        with contextlib.suppress(Error):
            page.screenshot(path=path.with_suffix(".png"), full_page=True, timeout=10_000)


def folder_name(test_id):
    """Return a name for the test that any file system takes."""
    return re.sub(r"[^\w.\[\]-]+", "-", test_id.removeprefix("tests/")).strip("-")


def keep_if_failed(item, report):
    """Keep what a failed test has seen, and name the folder in the failure's text."""
    recorder = item.stash.get(RECORDER, None)
    if recorder is None or not report.failed:
        return
    if report.when != "teardown":  # by then the devices are gone
        recorder.keep()
    if recorder.folder.exists():
        report.sections.append(("Kept from the browser", shown_path(recorder.folder)))


def shown_path(folder):
    """Return the folder as a person at the top of the project would name it."""
    return str(folder.relative_to(Path.cwd()) if folder.is_relative_to(Path.cwd()) else folder)
