"""A real Chromium, for the served site."""

import itertools
import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from . import failures

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 30_000  # milliseconds; a page that comes late on a busy machine is no failure
NETWORKS = itertools.count(1)  # of RFC 3849's documentation prefix


@pytest.fixture(scope="package")
def chromium():
    """The system's Chromium. Without one these tests are skipped, or fail where REQUIRE_BROWSER is set.

    It ends with the journeys: Playwright's loop runs as long, and Django would take any other test until then for a
    coroutine, with database connections of its own.
    """
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        how = "no Chromium found (on Debian: apt install chromium-headless-shell)"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(how)
        pytest.skip(how)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site, request):
    """Return a function that opens a page as some device; at the end every page must have kept to the rules.

    Each device comes from a network address of its own, as the proxy tells it: limits are per address.

    The rules: no request to another origin, no error in the console (a broken Content-Security-Policy is one)
    other than the status of an answer, no exception in a script.
    """
    broken = []
    recorder = request.node.stash[failures.RECORDER] = failures.Recorder(request.node.nodeid, site.log)

    def note_request(request):
        if not request.url.startswith((site.address, site.name_address, "data:", "blob:", "about:")):
            broken.append(f"request to {request.url}")

    def note_console(message):
        # htmx, too, writes there when a request of its own is dropped or fails.
        if message.type == "error" and not message.text.startswith(("Failed to load resource", "htmx:")):
            broken.append(f"console: {message.text}")

    def open_one(*, width=1280, height=900, **options):
        context = chromium.new_context(
            base_url=site.address,
            viewport={"width": width, "height": height},
            extra_http_headers={"X-Forwarded-For": f"2001:db8:0:{next(NETWORKS):x}::1"},
            **options,
        )
        context.set_default_timeout(PATIENCE)
        recorder.follow(context)
        page = context.new_page()
        page.on("request", note_request)
        page.on("console", note_console)
        page.on("pageerror", lambda error: broken.append(f"script: {error}"))
        return page

    yield open_one
    if broken:
        recorder.keep()
    for context in recorder.devices:
        context.close()
    assert broken == []


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    """Keep the pages of a failed test while they are still open."""
    outcome = yield
    failures.keep_if_failed(item, outcome.get_result())


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def has_script(request):
    """Run the test twice: True where the device of `page` runs JavaScript."""
    return request.param


@pytest.fixture
def page(has_script, open_page):
    """A phone, with and without JavaScript."""
    return open_page(width=360, height=740, java_script_enabled=has_script)
