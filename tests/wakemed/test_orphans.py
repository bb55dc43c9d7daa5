"""What a killed run leaves behind, with real processes."""

import itertools
import json
import os
import subprocess
import sys

import psutil
import pytest

from wakemed.running import orphans
from wakemed.running.kept_processes import Kept

GONE = [2**22 - 1, 1.0]  # a starter that isn't there


@pytest.fixture
def started():
    """Return a function that starts a process in a session of its own, with these words in its command line."""
    processes = []

    def start(*words):
        program = "import signal, sys; print('up', flush=True); signal.pause()"
        process = subprocess.Popen(
            [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, start_new_session=True
        )
        process.stdout.readline()
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stdout.close()


def begun(process):
    return [process.pid, psutil.Process(process.pid).create_time()]


def write(folder, **processes):
    (folder / orphans.RECORD).write_text(json.dumps(processes))


def test_orphans_are_ended_and_only_those(tmp_path, started):
    ours, older, stranger = started(orphans.OURS), started(orphans.OURS), started("other")
    pid, moment = begun(older)
    write(tmp_path, starter=GONE, clock=begun(ours), sender=[pid, moment - 60], web=begun(stranger))
    orphans.end_orphans(tmp_path)
    assert ours.poll() is not None
    assert (older.poll(), stranger.poll()) == (None, None)
    assert not (tmp_path / orphans.RECORD).exists()


def test_a_run_that_goes_on_keeps_its_processes(tmp_path, started):
    ours, starter = started(orphans.OURS), started(orphans.OURS)
    write(tmp_path, starter=begun(starter), clock=begun(ours))
    orphans.end_orphans(tmp_path)
    assert ours.poll() is None


@pytest.mark.parametrize("content", [None, "", "{}", "[]"])
def test_a_folder_without_a_record_has_no_orphans(tmp_path, content):
    if content is not None:
        (tmp_path / orphans.RECORD).write_text(content)
    orphans.end_orphans(tmp_path)


def test_this_process_writes_down_itself_and_what_it_started(tmp_path, started):
    orphans.record(tmp_path, {"clock": started("x")})
    written = json.loads((tmp_path / orphans.RECORD).read_text())
    assert written.keys() == {"starter", "clock"}
    assert written["starter"] == [os.getpid(), psutil.Process().create_time()]


class Short:
    """A process that has ended as soon as it begins."""

    pid = 2**22 - 1

    def poll(self):
        return 1


def test_what_keeps_ending_is_started_again_after_longer_and_longer_waits(monkeypatch, capsys):
    now, starts = [0.0], []
    monkeypatch.setattr("wakemed.running.kept_processes.time.monotonic", lambda: now[0])

    def start():
        starts.append(now[0])
        if len(starts) == 3:
            raise OSError
        return Short()

    kept = Kept("clock", start)
    while now[0] < 200:
        kept.tend()
        now[0] += 0.5
    gaps = [later - sooner for sooner, later in itertools.pairwise(starts)]
    assert [round(gap) for gap in gaps][:6] == [1, 2, 4, 8, 16, 32]
    assert max(gaps) < 62
    assert "The clock has ended. It starts again in 1 s." in capsys.readouterr().out
