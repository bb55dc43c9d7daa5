"""The database server stops in the middle of everything: patients get a page in seconds, later the site goes on."""

import contextlib
import http.client
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import psutil
import pytest

from tests.journeys import serving
from wakemed.database.patience import CONNECT_SECONDS

ANSWERS_WITHIN = CONNECT_SECONDS * 2 + 4  # seconds: the kept connection, a new one, and a busy machine
VISITORS = 12  # more than the two processes have threads
SLOW_BODIES = 40  # the kernel deals them out: enough for both processes


@pytest.fixture(scope="module")
def own_site(tmp_path_factory, prepared_folder):
    """A site with a database of its own, which may be stopped."""
    data_dir = serving.copy_of(prepared_folder, tmp_path_factory.mktemp("stopped") / "site")
    with serving.served(data_dir, TRUSTED_PROXY_COUNT="1") as site:
        yield site


def ask(site, path="/"):
    """Return status, text and seconds."""
    began = time.monotonic()
    server = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)
    try:
        server.request("GET", path)
        answer = server.getresponse()
        return answer.status, answer.read().decode(), time.monotonic() - began
    finally:
        server.close()


@contextlib.contextmanager
def stopped(site):
    """Stop the database server of the site, with all of its processes, for the length of the block."""
    pid = int((site.data_dir / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    postmaster = psutil.Process(pid)
    processes = [postmaster, *postmaster.children(recursive=True)]
    for process in processes:
        process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        for process in reversed(processes):
            with contextlib.suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGCONT)


def test_while_the_database_server_is_stopped_everyone_gets_a_page_in_seconds_and_then_the_site_goes_on(own_site):
    with ThreadPoolExecutor(VISITORS) as visitors:
        warm = list(visitors.map(lambda _number: ask(own_site)[0], range(VISITORS)))
        assert set(warm) == {200}
        with stopped(own_site):
            waiting = [visitors.submit(ask, own_site) for _number in range(VISITORS)]
            threading.Event().wait(0.5)  # all threads of both processes are waiting by now
            status, _text, seconds = ask(own_site, "/healthz")
            assert (status, seconds < 2) == (200, True)
            answers = [each.result() for each in waiting]
    for status, text, seconds in answers:
        assert status == 503
        assert "911" in text
        assert seconds < ANSWERS_WITHIN * 2  # some waited for a thread first
    assert min(seconds for _status, _text, seconds in answers) < ANSWERS_WITHIN
    assert ask(own_site)[0] == 200


def test_bodies_that_come_slowly_keep_no_one_from_asking_whether_we_live(own_site):
    held = []
    for _number in range(SLOW_BODIES):
        server = http.client.HTTPConnection(urlsplit(own_site.address).netloc, timeout=60)
        server.putrequest("POST", "/accounts/login/")
        server.putheader("Content-Type", "application/x-www-form-urlencoded")
        server.putheader("Content-Length", "1000")
        server.putheader("Cookie", f"csrftoken={'a' * 32}")  # without it nobody would read the body
        server.endheaders()
        server.send(b"a")
        held.append(server)
    try:
        threading.Event().wait(0.5)
        status, _text, seconds = ask(own_site, "/healthz")
    finally:
        for server in held:
            server.close()
    assert (status, seconds < 2) == (200, True)
