"""The tables of the search are rebuilt."""

import contextlib
import io
import sys

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from physicians.models import Physician, PhysicianDocument, SearchTerm, SearchWord
from physicians.services import search_rebuild
from physicians.terminal_progress import Progress

TABLES = (PhysicianDocument, SearchTerm, SearchWord)
DAMAGE = """
DELETE FROM physicians_physiciandocument WHERE physician_id = %(first)s;
UPDATE physicians_physiciandocument SET names = '{nobody}', unavailable = true WHERE physician_id = %(second)s;
INSERT INTO physicians_physiciandocument SELECT %(draft)s, words, lexemes, names, unavailable, gaps, sort_name, NULL
  FROM physicians_physiciandocument LIMIT 1;
DELETE FROM physicians_searchterm WHERE phrase = 'slipped disk';
INSERT INTO physicians_searchterm (kind, target, phrase, stems, official) VALUES ('condition', 0, 'x', '{x}', true);
DELETE FROM physicians_searchword WHERE word = 'ana';
UPDATE physicians_searchword SET names = 7, terms = 0 WHERE word = 'pinched';
INSERT INTO physicians_searchword VALUES ('stray', 1, 1);
"""


def contents():
    """Return all three tables; nothing in them has an order of its own."""
    found = []
    with connection.cursor() as cursor:
        for model in TABLES:
            columns = [field.column for field in model._meta.fields if field.column not in {"id", "lexemes"}]
            cursor.execute(f"SELECT {', '.join(columns)} FROM {model._meta.db_table}")
            found.append(sorted(map(repr, cursor.fetchall())))
    return found


@pytest.fixture
def directory(make_physician, herniated_disk, spanish, clinic):
    people = [make_physician(name, "Lopez", conditions=[herniated_disk], locations=[clinic]) for name in ("Ana", "Bo")]
    return {"first": people[0].pk, "second": people[1].pk, "draft": make_physician("Di", "Draft", live=False).pk}


@pytest.mark.django_db
def test_damaged_tables_are_named_by_the_check_and_mended_by_the_rebuild(directory, monkeypatch, capsys):
    monkeypatch.setattr(search_rebuild, "BATCH", 2)
    whole = contents()
    call_command("rebuild_search", check=True)
    with connection.cursor() as cursor:
        cursor.execute(DAMAGE, directory)
    damaged = contents()
    with pytest.raises(CommandError) as refusal:
        call_command("rebuild_search", check=True)
    assert contents() == damaged
    assert "3 physicians, 2 terms, " in str(refusal.value)
    assert " words" in str(refusal.value)
    call_command("rebuild_search")
    assert contents() == whole
    call_command("rebuild_search", check=True)
    assert "are up to date" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_a_search_during_the_rebuild_sees_everyone(directory, monkeypatch):
    """After each statement, committed or not, another connection reads all three tables whole."""
    monkeypatch.setattr(search_rebuild, "BATCH", 1)
    seen = []
    with contextlib.closing(psycopg2.connect(**connection.get_connection_params())) as other:
        other.autocommit = True
        run = search_rebuild._execute

        def watched(*args):
            run(*args)
            with other.cursor() as cursor:
                cursor.execute("SET lock_timeout = '1s'")
                cursor.execute(
                    "SELECT (SELECT count(*) FROM physicians_physiciandocument),"
                    "(SELECT count(*) FROM physicians_searchterm), (SELECT count(*) FROM physicians_searchword)"
                )
                seen.append(cursor.fetchone())

        monkeypatch.setattr(search_rebuild, "_execute", watched)
        search_rebuild.rebuild(progress=Progress(quiet=True))
    assert Physician.objects.live().count() == 2
    assert len(seen) == 3 + 5 + 1 + 2
    assert set(seen) == {tuple(model.objects.count() for model in TABLES)}


def test_the_bar_moves_on_a_terminal_and_nowhere_else(monkeypatch):
    for is_terminal, quiet, shown in ((True, False, True), (True, True, False), (False, False, False)):
        stream = io.StringIO()
        stream.isatty = lambda answer=is_terminal: answer
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress(quiet=quiet)
        progress.start("Physicians", 2_000)
        progress.add(1_000)
        progress.clear()
        assert ("█░" in stream.getvalue() and "1,000 of 2,000" in stream.getvalue()) == shown
        assert bool(stream.getvalue()) == shown
