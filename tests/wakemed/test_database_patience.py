"""A web process waits for the database only so long; other processes may take their time."""

import json
import os
import subprocess
import sys

from tests.wakemed.test_settings_from_environment import ROOT

PROGRAM = """
import json, time, django, psycopg2
django.setup()
from django.core.signals import request_started
from django.db import OperationalError, connection
from wakemed.database import patience as patience

def shown():
    names = [*patience.SERVER_LIMITS, "application_name"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(f"current_setting('{name}')" for name in names))
        return dict(zip(names, cursor.fetchone()))

before = shown()
connection.close()
patience.limit_waiting()
patience.limit_waiting()
after = shown()

def give_up(seconds, django=True):
    began = time.monotonic()
    try:
        with (connection if django else connection.connection).cursor() as cursor:
            cursor.execute("SET statement_timeout = 0; SELECT pg_sleep(20)")
    except (OperationalError, psycopg2.OperationalError) as error:
        return [time.monotonic() - began < seconds, str(error)]

patience.WAIT_SECONDS = 0.3
later = give_up(3)
connection.close()
again = shown()
patience.WAIT_SECONDS, patience.CONNECT_SECONDS = 60, 0.3
request_started.send(None)
first = give_up(3, django=False)  # in the place of Django's own first question
connection.close()
patience.CONNECT_SECONDS = 3
with connection.cursor() as cursor:
    cursor.execute("SELECT repeat('x', 5000000)")
    large = len(cursor.fetchone()[0])
print(json.dumps([before, after, later, again, first, large]))
"""


def test_limits_are_set_once_a_process_serves_pages_and_a_silent_server_is_given_up():
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "wakemed.settings.development",
            "DATABASE_URL": f"{os.environ['DATABASE_URL']}&options=-c%20application_name%3Dkept",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    before, after, later, again, first, large = json.loads(result.stdout.splitlines()[-1])
    none = {"statement_timeout": "0", "lock_timeout": "0", "idle_in_transaction_session_timeout": "0"}
    assert before == none | {"application_name": "kept"}
    limits = {"statement_timeout": "8s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "1min"}
    assert after == again == limits | {"application_name": "kept"}
    assert later == first == [True, "the database server doesn't answer"]
    assert large == 5_000_000
