"""How many pages eight schedulers get from the served site when nobody stops to think."""

import contextlib
import http.client
import itertools
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bench.search_timing import percentile
from wakemed.running.site_processes import ROOT, stop_all

SCHEDULERS = 8
WARMING = 4  # pages
SECONDS = float(os.environ.get("SECONDS", "20"))
QUEUE = "/admin/appointments/appointmentrequest/"


def signed_in() -> list[tuple[str, list[str]]]:
    """Return for each scheduler the cookie of a session and the addresses that they go through."""
    from django.test import Client

    from appointments.models import AppointmentRequest
    from physicians.models import Location
    from wakemed.models import User

    clinic = Location.objects.values_list("pk", flat=True)[0]
    names = list(AppointmentRequest.objects.order_by("-id").values_list("legal_name", flat=True)[:SCHEDULERS])
    keys = list(AppointmentRequest.objects.exclude(status="closed").values_list("pk", flat=True)[: 4 * SCHEDULERS])
    found = []
    for number in range(SCHEDULERS):
        client = Client()
        client.force_login(User.objects.get(email=f"scheduler{number}@example.com"))
        cookie = f"staff_session={client.cookies['staff_session'].value}"
        own = keys[4 * number : 4 * number + 4]
        found.append((cookie, [
            QUEUE, f"{QUEUE}{own[0]}/change/", f"{QUEUE}?tab=mine", f"{QUEUE}{own[1]}/change/",
            f"{QUEUE}?q={names[number].replace(' ', '+')}", f"{QUEUE}{own[2]}/change/", f"{QUEUE}?tab=today",
            f"{QUEUE}?tab=visits", f"{QUEUE}{own[3]}/change/", f"{QUEUE}?tab=all", "/admin/",
            f"{QUEUE}day-sheet/?clinic={clinic}", f"{QUEUE}calendar/?clinic={clinic}"]))  # fmt: skip
    return found


def processor_seconds(served: int, folder: Path) -> float:
    """Return how long the processors have worked for the site and for the database server in a folder."""
    database = int((folder / "postmaster.pid").read_text(encoding="ascii").split()[0])
    total = 0.0
    for root in (psutil.Process(served), psutil.Process(database)):
        for process in [root, *root.children(recursive=True)]:
            with contextlib.suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system
    return total


def measure(database_url: str, folder: Path, say: Callable[[str], None]) -> None:
    """Serve the database, send everyone through their addresses, and print what they got.

    Others may keep the machine busy. How long the processors work for a page says what it would do by itself.
    """
    from django.db import connections

    people = signed_in()
    connections.close_all()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "bench.served_settings"}
    serve = f"from wakemed.running.forked_site import serve_pages; serve_pages({port})"
    command = [sys.executable, "-W", "ignore", "-c", serve]
    served = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, start_new_session=True)
    try:
        wait_for(port)
        visits = Visits(threading.Barrier(SCHEDULERS, lambda: busy.append(processor_seconds(served.pid, folder))))
        busy: list[float] = []
        threads = [threading.Thread(target=work, args=(port, *person, visits)) for person in people]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        each = (processor_seconds(served.pid, folder) - busy[0]) / len(visits.took)
    finally:
        stop_all({"web server": served})
    assert not visits.wrong, f"answers other than 200: {visits.wrong}"
    took = visits.took
    times = [seconds * 1000 for _address, seconds in took]
    say(f"\n{SCHEDULERS} schedulers at once, {SECONDS:.0f} s: {len(took) / SECONDS:.1f} pages a second, "
        f"a page p50 {percentile(times, 0.5):,.0f} ms, p95 {percentile(times, 0.95):,.0f} ms")  # fmt: skip
    say(f"  {each * 1000:.0f} ms of the processors a page: {os.cpu_count() / each:.1f} pages a second "
        f"if these {os.cpu_count()} cores did nothing else")  # fmt: skip
    for kind, part in {"lists": "?tab", "searches": "?q", "requests": "/change/", "calendars": "clinic="}.items():
        its = [seconds * 1000 for address, seconds in took if part in address]
        say(f"  {kind}: p50 {percentile(its, 0.5):,.0f} ms, p95 {percentile(its, 0.95):,.0f} ms")


def wait_for(port: int) -> None:
    """Return when the site answers."""
    patience = time.monotonic() + 60
    while time.monotonic() < patience:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", "/healthz", headers={"Host": "localhost"})
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the site does not answer")


@dataclass
class Visits:
    """What everyone has got so far: addresses with their seconds, and answers other than 200."""

    all_warm: threading.Barrier
    took: list[tuple[str, float]] = field(default_factory=list)
    wrong: list[int] = field(default_factory=list)


def work(port: int, cookie: str, addresses: list[str], visits: Visits) -> None:
    """Ask for one page after the other until the time is over. It runs once everyone has had a few."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(address: str) -> None:
        connection.request("GET", address, headers={"Host": "localhost", "Cookie": cookie, "Accept-Encoding": "gzip"})
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            visits.wrong.append(answer.status)

    for address in addresses[:WARMING]:
        ask(address)
    visits.all_warm.wait()
    end = time.perf_counter() + SECONDS
    for address in itertools.cycle(addresses):
        begin = time.perf_counter()
        ask(address)
        visits.took.append((address, time.perf_counter() - begin))
        if visits.wrong or time.perf_counter() > end:
            return
