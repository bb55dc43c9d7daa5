"""What the logs hold, and what they never hold."""

import logging
import sys

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction

from tests.plugin import data_folder
from wakemed.logs import QuietFormatter

SECRET = "zebraword"


def line_of(error_info):
    record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "failed", None, error_info)
    return QuietFormatter("{message}", style="{").format(record)


@pytest.mark.django_db
def test_an_exception_leaves_its_type_and_its_place_but_not_its_words():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::int", [SECRET])
    except DatabaseError:
        line = line_of(sys.exc_info())
    assert SECRET not in line
    assert "DataError" in line
    assert "test_logs.py" in line


def test_times_are_utc_and_say_so():
    record = logging.LogRecord("django.request", logging.INFO, __file__, 1, "done", None, None)
    record.created, record.msecs = 1793512230.25, 250
    assert QuietFormatter("{asctime}", style="{").format(record) == "2026-11-01T05:50:30.250Z"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "refused",
    ["INSERT INTO physicians_organization (name) VALUES (%s)",
     "SELECT %s::int",
     "DO $$ BEGIN RAISE EXCEPTION 'refused' USING DETAIL = %s; END $$"],
    ids=["a value", "a cast", "a detail"],
)  # fmt: skip
def test_the_servers_log_has_nothing_of_a_refused_statement(refused):
    log = data_folder() / "test-postgres" / "log"
    if not log.exists():
        pytest.skip("DATABASE_URL names a server whose log isn't here.")
    before = log.stat().st_size
    with connection.cursor() as cursor:
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(refused, [SECRET])
        cursor.execute("DO $$ BEGIN RAISE LOG 'reached the log'; END $$")
    with log.open() as lines:
        lines.seek(before)
        written = lines.read()
    assert "reached the log" in written
    assert SECRET not in written


@pytest.mark.django_db
def test_a_server_that_logs_refused_statements_is_named_before_migrating(monkeypatch):
    assert "wakemed.W001" not in [found.id for found in run_checks(databases=["default"])]
    monkeypatch.setattr("wakemed.checks.logs_statements", lambda using: True)
    assert "wakemed.W001" in [found.id for found in run_checks(databases=["default"])]
