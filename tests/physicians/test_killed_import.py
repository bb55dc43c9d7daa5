"""An import of the roster is killed in a batch: whole batches are left, and the next import does the rest."""

import contextlib
import os
import signal
import subprocess
import sys
import time

import pytest
from django.core.management import call_command
from django.db import connection

from physicians.imports.roster_columns import ROSTER
from physicians.models import Physician, PhysicianDocument
from physicians.services.roster_import import BATCH
from tests.concurrency.races import SECONDS
from tests.journeys.serving import ROOT

from .rosters import line, number

BLOCKED = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND %s = ANY(pg_blocking_pids(pid))"
IMPORT = """
import sys, django
from django.core.management import call_command
from django.db import connection
django.setup()
connection.settings_dict["NAME"] = sys.argv[1]
call_command("import_physicians", sys.argv[2])
"""
IS_THERE = "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = %s)"


def eventually(read):
    """Return what `read` returns as soon as that is true."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        if found := read():
            return found
    raise AssertionError(f"not within {SECONDS} s")


def one(statement, *values):
    """Return the value that a statement gives, None without any."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
        return row and row[0]


@contextlib.contextmanager
def importing(file):
    """Run `import_physicians` in a process of its own, over the test's database."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORT, connection.settings_dict["NAME"], str(file)],
        cwd=ROOT,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "wakemed.settings.test"},
        stdout=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@pytest.mark.django_db(transaction=True)
def test_an_import_killed_in_a_batch_leaves_none_of_it_and_the_next_one_does_it(
    make_physician, neurosurgery, spanish, clinic, tmp_path, capsys
):
    editors_own = make_physician("Ana", "Lopez")  # comes onto the roster: the import waits for this row
    rows = [line(number(at), first_name=f"Person {at}") for at in range(BATCH + 20)]
    rows.append(line(editors_own.npi, last_name="Lopez", gender="", languages="", locations=""))
    file = tmp_path / "roster.csv"
    file.write_text("\n".join([",".join(ROSTER.headers), *rows]))
    with contextlib.closing(connection.get_new_connection(connection.get_connection_params())) as held:
        holding = held.cursor()
        holding.execute("SELECT FROM physicians_physician WHERE id = %s FOR UPDATE", [editors_own.pk])
        with importing(file) as process:
            server_process = eventually(lambda: one(BLOCKED, held.info.backend_pid))
            process.send_signal(signal.SIGKILL)
            assert process.wait() == -signal.SIGKILL
        held.rollback()
    eventually(lambda: not one(IS_THERE, server_process))
    assert Physician.objects.exclude(pk=editors_own.pk).count() == BATCH
    assert PhysicianDocument.objects.count() == BATCH + 1
    assert not Physician.objects.get(pk=editors_own.pk).on_roster
    call_command("import_physicians", str(file))
    assert f"20 new, 0 changed, 1 now on the roster, {BATCH} unchanged" in "".join(capsys.readouterr())
    assert PhysicianDocument.objects.count() == Physician.objects.filter(on_roster=True).count() == len(rows)
