"""What a killed run leaves behind. Each run writes down its processes, and the next run of the folder ends them."""

import contextlib
import json
import os
from pathlib import Path

import psutil

from .site_processes import Processes, say

RECORD = "processes.json"
OURS = "wakemed.serve"  # in the command line of the one that starts a site, and of all that it forks
END_SECONDS = 15


def record(data_dir: Path, processes: Processes) -> None:
    """Write down this process and those that it started, with the moment at which each began."""
    pids = {"starter": os.getpid()} | {name: process.pid for name, process in processes.items()}
    begun = {}
    for name, pid in pids.items():
        with contextlib.suppress(psutil.NoSuchProcess):
            begun[name] = [pid, psutil.Process(pid).create_time()]
    part = data_dir / f"{RECORD}.part"
    part.write_text(json.dumps(begun))
    part.replace(data_dir / RECORD)


def end_orphans(data_dir: Path) -> None:
    """End the processes of a run whose starter was killed. Those of a run that goes on are left alone.

    A number alone proves nothing, as it is used again: a process is ours if it also began at the recorded moment, or
    is in the session of one that did.
    """
    try:
        begun = json.loads((data_dir / RECORD).read_text())
    except (OSError, ValueError):
        return
    starter = begun.pop("starter", None) if isinstance(begun, dict) else None
    if starter is None or _found(*starter):
        return
    sessions = {pid for pid, moment in begun.values() if _found(pid, moment) or not psutil.pid_exists(pid)}
    orphans = [process for process in psutil.process_iter() if _is_ours(process, sessions)]
    if orphans:
        say(f"Ending {len(orphans)} processes that an earlier run left behind")
    for orphan in orphans:
        with contextlib.suppress(psutil.NoSuchProcess):
            orphan.terminate()
    for orphan in psutil.wait_procs(orphans, timeout=END_SECONDS)[1]:
        with contextlib.suppress(psutil.NoSuchProcess):
            orphan.kill()
    psutil.wait_procs(orphans, timeout=END_SECONDS)
    (data_dir / RECORD).unlink(missing_ok=True)


def _found(pid: int, moment: float) -> psutil.Process | None:
    """Return the process of this number if it's the one that began at this moment."""
    with contextlib.suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        if abs(process.create_time() - moment) < 1 and process.status() != psutil.STATUS_ZOMBIE:
            return process
    return None


def _is_ours(process: psutil.Process, sessions: set[int]) -> bool:
    """Return True for a process of this user, in one of these sessions, that was forked by a starter of sites."""
    with contextlib.suppress(psutil.Error, OSError):
        return (
            os.getsid(process.pid) in sessions
            and process.uids().real == os.getuid()
            and OURS in process.cmdline()
            and process.status() != psutil.STATUS_ZOMBIE
        )
    return False
