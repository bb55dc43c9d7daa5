"""A data folder of another version: a sentence and a way out, and nothing is changed."""

import contextlib

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from tests.journeys import serving
from wakemed.database.earlier_database import unknown_migrations
from wakemed.running import embedded
from wakemed.serve import DATABASE

SENTENCE = "was made by another version of WakeMed Spine and can't be upgraded"


@pytest.fixture
def of_before(db):
    MigrationRecorder(connection).record_applied("spine", "0099_of_before")


def test_our_own_database_is_known(db):
    assert unknown_migrations() == []


def test_an_empty_database_is_no_problem(db):
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE django_migrations")
    assert unknown_migrations() == []


@pytest.mark.parametrize("command", ["prepare_site", "migrate"])
def test_it_is_refused_before_anything_is_done(of_before, command, monkeypatch, settings):
    monkeypatch.delattr("django.db.migrations.executor.MigrationExecutor.migrate")
    with pytest.raises((CommandError, SystemCheckError)) as refusal:
        call_command(command, verbosity=0, skip_checks=False)
    assert SENTENCE in str(refusal.value)
    assert "spine.0099_of_before" in str(refusal.value)
    assert str(settings.DATA_DIR) in str(refusal.value)


def applied(server):
    with contextlib.closing(psycopg2.connect(embedded.database_url(server, embedded.OWNER, DATABASE))) as raw:
        with raw, raw.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = 'spine' AND name <> '0099_of_before'")
            cursor.execute(
                "INSERT INTO django_migrations (app, name, applied) SELECT 'spine', '0099_of_before', now()"
                " WHERE NOT EXISTS (SELECT FROM django_migrations WHERE app = 'spine')"
            )
            cursor.execute("SELECT app, name, applied FROM django_migrations ORDER BY id")
            return cursor.fetchall()


def test_the_site_says_so_and_stops(tmp_path, prepared_folder):
    data_dir = serving.copy_of(prepared_folder, tmp_path / "of-before")
    with embedded.server(data_dir / "postgres") as server:
        before = applied(server)
    process, _address = serving.start(data_dir)
    printed = process.communicate(timeout=serving.START_SECONDS)[0]
    assert process.returncode == 1
    assert SENTENCE in printed
    assert f"Move {data_dir} away" in printed
    assert "Traceback" not in printed
    with embedded.server(data_dir / "postgres") as server:
        assert applied(server) == before
