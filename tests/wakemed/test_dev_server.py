"""`make dev` on a copy of the code: what is changed is served, and what is broken is shown in the browser."""

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request

import psycopg2
import pytest

from tests.journeys import serving
from wakemed.running import embedded

PATIENCE = 60  # seconds, for a busy machine; on a quiet one each change is served within two


@pytest.fixture
def code(tmp_path):
    """Return a copy of what the site runs on."""
    folder = tmp_path / "code"
    folder.mkdir()
    for name in ("wakemed", "physicians", "spine", "appointments", "templates", "locale"):
        shutil.copytree(serving.ROOT / name, folder / name)
    shutil.copy(serving.ROOT / "manage.py", folder)
    return folder


@pytest.fixture
def data_dir(tmp_path, prepared_folder):
    """Return the folder of someone who comes back after a day: until waiting mail is sent, the site isn't ready."""
    folder = serving.copy_of(prepared_folder, tmp_path / "data")
    with (
        embedded.server(folder / "postgres") as server,
        contextlib.closing(psycopg2.connect(server.get_uri("wakemed"))) as connection,
        connection,
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE appointments_notification SET next_attempt_at = now() - interval '1 day' WHERE state = 'queued'"
        )
        assert cursor.rowcount
    return folder


@pytest.fixture
def environment(data_dir):
    """Return a newcomer's environment: nothing in it names a database or settings."""
    names = ("DATABASE_URL", "DATABASE_APP_ROLE", "DJANGO_SETTINGS_MODULE", "SITE_URL")
    return {name: value for name, value in os.environ.items() if name not in names} | {"DATA_DIR": str(data_dir)}


@pytest.fixture
def address(code, environment):
    port = serving.free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "wakemed.serve", "--reload"],
        cwd=code,
        env=environment | {"PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    serving.wait_for(process, "Ctrl-C stops all of it")
    # Each request is a line; a pipe that nobody reads would fill up and hold the site.
    reading = threading.Thread(target=process.stdout.read)
    reading.start()
    yield f"http://127.0.0.1:{port}"
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0
    reading.join()
    process.stdout.close()


def get(address):
    try:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
    except (http.client.IncompleteRead, ConnectionError, urllib.error.URLError):
        return None, "the server was just stopping"


def replace(path, old, new):
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def answer_with(words, address):
    """Return the status of the first answer that holds the words."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        status, body = get(address)
        if words in body:
            return status
    raise AssertionError(f"{address} never said {words!r}; at last:\n{body[:2000]}")


def test_changes_are_served_and_mistakes_are_shown(code, address):
    assert get(f"{address}/healthz") == (200, "ok\n")
    page = get(f"{address}/find-a-doctor/")[1]
    assert 'href="/static/css/site.css"' in page  # plain names

    replace(code / "templates" / "base.html", "</body>", "<p>a changed template</p></body>")
    assert "a changed template" in get(f"{address}/find-a-doctor/")[1]

    style = code / "wakemed" / "static" / "css" / "site.css"
    style.write_text(f"/* a changed style */\n{style.read_text()}")
    assert "a changed style" in get(f"{address}/static/css/site.css")[1]

    view = code / "wakemed" / "web" / "health.py"
    replace(view, '"ok\\n"', '"changed code\\n"')
    assert answer_with("changed code", f"{address}/healthz") == 200
    replace(view, "def alive(", "def alive((")
    assert answer_with("SyntaxError", f"{address}/find-a-doctor/") == 500
    replace(view, "def alive((", "def alive(")
    assert answer_with("changed code", f"{address}/healthz") == 200
    replace(view, '"changed code\\n"', "str(1 / 0)")
    assert answer_with("ZeroDivisionError", f"{address}/healthz") == 500


def test_a_command_has_the_database_of_a_site_that_does_not_run(environment, data_dir):
    """What `make shell` and `make migrate` run."""
    for arguments, printed in (
        (
            ("shell", "-c", "from physicians.models import Physician; print(Physician.objects.count(), 'physicians')"),
            "28 p",
        ),
        (("migrate", "--plan"), "No planned migration operations."),
    ):
        result = subprocess.run(
            [sys.executable, "-m", "wakemed.dev.with_database", *arguments],
            cwd=serving.ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        assert printed in result.stdout
    assert not (data_dir / "postgres" / "postmaster.pid").exists()
