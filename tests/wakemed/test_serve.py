"""`make run` with real processes: it starts, it keeps its data, it stops all it started."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from pathlib import Path

import psutil
import pytest

from tests.journeys import serving
from wakemed.running import embedded
from wakemed.serve import DATABASE
from wakemed.staff.sample_staff import SAMPLE_STAFF

NOBODY = 65534  # the user and group that own nothing on every Unix


@pytest.fixture(autouse=True)
def _nothing_is_left():
    """Stop what a failed test has left running."""
    before = set(psutil.Process().children())
    yield
    left = set(psutil.Process().children()) - before
    for process in left:
        process.terminate()
    psutil.wait_procs(left, timeout=30)


def family(process):
    """Return the processes that belong to a run: its children and its database."""
    return psutil.Process(process.pid).children(recursive=True)


def postgres_of(data_dir):
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(data_dir / "postgres") in " ".join(process.info["cmdline"] or [])
    ]


def processes_in(data_dir):
    """Return the processes that a run has written down."""
    return {name: pid for name, (pid, _moment) in json.loads((data_dir / "processes.json").read_text()).items()}


def wait_until(condition):
    deadline = time.monotonic() + 90
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        threading.Event().wait(0.1)


def answers(address):
    try:
        return serving.fetch(address)[0] == 200
    except OSError:
        return False


def sign_ins(printed):
    return re.findall(r"@example\.com +(\S+)", printed)


def test_it_starts_from_nothing_and_prints_where_everything_is(prepared_folder):
    address, printed = (prepared_folder.parent / "first-run.txt").read_text().split("\n", 1)
    assert f"{address}/admin/" in printed
    assert len(sign_ins(printed)) == len(set(sign_ins(printed))) == len(SAMPLE_STAFF)
    assert postgres_of(prepared_folder) == []


def test_it_keeps_its_data_and_stops_everything(tmp_path, prepared_folder):
    data_dir = serving.copy_of(prepared_folder, tmp_path / "first")
    process, address = serving.start(data_dir)
    printed = serving.wait_for(process, serving.READY)
    assert address in printed
    passwords = sign_ins((prepared_folder.parent / "first-run.txt").read_text())
    assert sign_ins(printed) == passwords
    assert serving.fetch(f"{address}/readyz")[0] == 200
    status, _headers, _body = serving.fetch(f"{address}/")
    assert status == 200
    for path in data_dir.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
    # Whatever is killed comes back.
    begun = processes_in(data_dir)
    assert begun.keys() == {"starter", "database", "web server", "mail sender", "clock"}
    del begun["starter"]
    for pid in begun.values():
        os.kill(pid, signal.SIGKILL)
    wait_until(lambda: all(processes_in(data_dir).get(name, pid) != pid for name, pid in begun.items()))
    wait_until(lambda: answers(f"{address}/readyz") and answers(f"{address}/find-a-doctor/"))
    # A second run of the same folder, and one on the same port, are told so and harm nobody.
    for folder, port, sentence in (
        (data_dir, None, "Another run uses"),
        (tmp_path / "other", int(address.rsplit(":", 1)[1]), "cannot be used"),
    ):
        refused, _address = serving.start(folder, port)
        assert sentence in refused.communicate(timeout=60)[0]
        assert refused.returncode == 1
    # A kill leaves everything running. The next run ends the orphans, takes the database over and stops it in the end.
    orphans = family(process)
    assert len(orphans) >= 4
    process.kill()
    process.wait()
    process.stdout.close()
    assert postgres_of(data_dir)
    again, _address = serving.start(data_dir, int(address.rsplit(":", 1)[1]))
    assert sign_ins(serving.wait_for(again, serving.READY)) == passwords
    started = family(again)
    assert len(started) >= 4
    assert [orphan for orphan in orphans if orphan.is_running() and orphan.status() != psutil.STATUS_ZOMBIE] == []
    serving.stop(again, signal.SIGHUP)
    assert again.returncode == 0
    assert [child for child in started if child.is_running() and child.status() != psutil.STATUS_ZOMBIE] == []
    assert postgres_of(data_dir) == []


def test_a_server_named_by_database_url_is_used_and_left_running(tmp_path, prepared_folder):
    named = serving.copy_of(prepared_folder / "postgres", tmp_path / "named")
    data_dir = tmp_path / "data"
    data_dir.mkdir()
    serving.copy_of(prepared_folder / "static", data_dir / "static")
    with embedded.server(named) as server:
        database_url = embedded.database_url(server, embedded.OWNER, DATABASE)
        process, address = serving.start(data_dir, DATABASE_URL=database_url)
        try:
            serving.wait_for(process, serving.READY)
            assert serving.fetch(f"{address}/readyz")[0] == 200
        finally:
            serving.stop(process)
        assert not (data_dir / "postgres").exists()
        assert server.get_postmaster_info().is_running()


def start_as_nobody(home, *arguments):
    """Run Python as an ordinary user, the first one of our version that such a user can reach."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PORT": str(serving.free_port()),
        "DATA_DIR": str(home / "data"),
    }
    for python in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        with contextlib.suppress(OSError):
            return subprocess.Popen(
                [python, *arguments],
                cwd=serving.ROOT,
                env=environment,
                user=NOBODY,
                group=NOBODY,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
    pytest.skip("this machine has no Python that an ordinary user can reach")


@pytest.fixture
def home():
    """A folder that an ordinary user reaches; pytest's own lie below one that every run closes to others."""
    with tempfile.TemporaryDirectory(prefix="nobody-") as folder:
        yield Path(folder)


NEW_SERVER = """
import os, pathlib
from wakemed import serve
from wakemed.running import embedded
with embedded.server(pathlib.Path(os.environ["HOME"]) / "new") as server:
    embedded.ensure_roles(server)
    embedded.ensure_database(server, serve.DATABASE)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="not root: every other test here has shown it")
def test_an_ordinary_user_can_run_it_too(home, prepared_folder):
    serving.copy_of(prepared_folder, home / "data")  # migrating and compressing take long and ask for no user
    subprocess.run(["chown", "--recursive", f"{NOBODY}:{NOBODY}", home], check=True)
    new_server = start_as_nobody(home, "-c", NEW_SERVER)
    printed, _ = new_server.communicate(timeout=serving.START_SECONDS)
    assert new_server.returncode == 0, printed
    process = start_as_nobody(home, "-m", "wakemed.serve")
    serving.wait_for(process, serving.READY)
    assert {child.username() for child in family(process)} == {"nobody"}
    serving.stop(process)
    assert process.returncode == 0
    assert postgres_of(home / "data") == []


MUST_HAVE = {
    "SECRET_KEY": "0123456789abcdef" * 4,
    "APPOINTMENTS_LINK_KEY": "l" * 60,
    "SECOND_FACTOR_KEY": "s" * 60,
    "ALLOWED_HOSTS": "spine.example.com",
    "SITE_URL": "https://spine.example.com",
    "DATABASE_URL": "postgresql://app@127.0.0.1/wakemed",
    "DEFAULT_FROM_EMAIL": "appointments@example.com",
    "EMAIL_URL": "smtp+tls://user:password@mail.example.com:587",
    "STATIC_ROOT": "/nowhere/static",
    "MEDIA_ROOT": "/nowhere/media",
    "OUTAGE_PHONE": "919-555-0100",
    "TRUSTED_PROXY_COUNT": "1",
}


def check_production(**variables):
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "DEBUG"],
        cwd=serving.ROOT,
        env={"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "wakemed.settings.production", **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_has_nothing_to_say_to_the_deployment_check():
    result = check_production(**MUST_HAVE)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip() == "System check identified no issues (0 silenced)."
    assert result.stderr == ""


@pytest.mark.parametrize("name", MUST_HAVE)
def test_production_refuses_to_start_without(name):
    result = check_production(**{key: value for key, value in MUST_HAVE.items() if key != name})
    assert result.returncode != 0
    assert name in result.stderr
