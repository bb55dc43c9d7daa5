"""A browser test that fails leaves its pages behind, and says where; one that passes leaves nothing."""

import os
import subprocess
import sys
import zipfile

import pytest

from .serving import ROOT

TESTS = """
import http.server
import threading
import types

import pytest
from playwright.sync_api import expect

PAGE = b"<!doctype html><title>A page</title><link rel=icon href=data:,><h1>What was shown</h1>"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGE)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    log = tmp_path_factory.mktemp("site") / "site.log"
    log.write_text("what the site said\\n")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever).start()
        address = f"http://127.0.0.1:{server.server_port}"
        yield types.SimpleNamespace(**dict.fromkeys(("address", "name_address"), address), log=log)
        server.shutdown()


@pytest.fixture
def opened(open_page):
    page = open_page()
    page.goto("/")
    return page


def test_passes(opened):
    expect(opened.locator("h1")).to_have_text("What was shown")


def test_fails(opened):
    assert False


def test_breaks_a_rule(opened):
    with opened.expect_event("pageerror"):
        opened.evaluate("setTimeout(() => undefined.nothing)")


@pytest.fixture
def broken(opened):
    raise LookupError


def test_fails_before_it_starts(broken):
    pass
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """Run the tests above as a project of their own; return the folder of what is kept, and the output."""
    project = tmp_path_factory.mktemp("project")
    (project / "pytest.ini").write_text("[pytest]\n")
    (project / "test_one.py").write_text(TESTS)
    command = [sys.executable, "-m", "pytest", "-c", project / "pytest.ini", "-p", "tests.journeys.conftest"]
    command += ["-p", "no:django", "-p", "no:xdist", "-p", "no:randomly", "-p", "no:cacheprovider"]
    command += ["--basetemp", project / "files", project / "test_one.py"]
    environment = os.environ | {"DATA_DIR": str(project), "PYTEST_ADDOPTS": "", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    return project / "test-failures", done.stdout + done.stderr


@pytest.mark.parametrize("test", ["test_fails", "test_breaks_a_rule", "test_fails_before_it_starts"])
def test_a_failure_keeps_picture_markup_trace_and_log_and_its_report_says_where(run, test):
    kept, output = run
    folder = kept / f"test_one.py-{test}"
    assert f"\ntest-failures/{folder.name}\n" in output
    assert (folder / "page-1-1.png").read_bytes().startswith(b"\x89PNG")
    assert "<h1>What was shown</h1>" in (folder / "page-1-1.html").read_text()
    assert "trace.trace" in zipfile.ZipFile(folder / "trace-1.zip").namelist()
    assert (folder / "site.log").read_text() == "what the site said\n"


def test_a_test_that_passes_leaves_nothing(run):
    kept, output = run
    assert "1 failed, 2 passed, 2 errors" in output
    assert not (kept / "test_one.py-test_passes").exists()
    assert len(list(kept.iterdir())) == 3
