"""What was migrated is kept for the next run only while nothing changes that the migrations are made of."""

import shutil

import pytest
from django.db import connection

from tests import databases


@pytest.fixture
def site(tmp_path):
    """A small site."""
    for name in ("spine/models.py", "spine/sql/plain.sql", "wakemed/staff/groups.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize("name", ["spine/models.py", "spine/sql/plain.sql", "wakemed/staff/groups.py", "spine/new.py"])
def test_a_changed_file_of_the_site_is_another_site(site, name):
    before = databases.made_of(site)
    assert databases.made_of(site) == before
    (site / name).write_text("changed")
    assert databases.made_of(site) != before


def test_so_is_one_in_which_a_file_is_gone_or_has_moved(site):
    before = databases.made_of(site)
    (site / "spine/models.py").rename(site / "spine/pages.py")
    moved = databases.made_of(site)
    shutil.rmtree(site / "spine/sql")
    assert len({before, moved, databases.made_of(site)}) == 3


def test_so_is_one_with_another_package(site, monkeypatch):
    before = databases.made_of(site)
    monkeypatch.setattr(databases.metadata, "distributions", list)
    assert databases.made_of(site) != before


class Creation:
    """Stands in for Django's: notes that a database was migrated, and makes an empty one."""

    def __init__(self, cursor):
        self.cursor, self.migrated = cursor, 0

    def create_test_db(self, **options):
        self.migrated += 1
        self.cursor.execute(f"CREATE DATABASE {connection.settings_dict['TEST']['NAME']}")


@pytest.fixture
def creation(db, monkeypatch):
    """What makes databases, with names that no other worker uses."""
    mine = connection.settings_dict["NAME"]
    with connection.creation._nodb_cursor() as cursor:
        creation = Creation(cursor)
        monkeypatch.setattr(databases, "MIGRATED", f"kept_{mine}")
        monkeypatch.setattr(databases, "UNFINISHED", f"unfinished_{mine}")
        monkeypatch.setattr(connection.creation, "create_test_db", creation.create_test_db)
        monkeypatch.setattr(connection, "close", lambda: None)
        yield creation
        cursor.execute(f"DROP DATABASE IF EXISTS kept_{mine}")


def test_the_next_run_migrates_nothing_until_the_code_changes(creation, tmp_path, monkeypatch):
    for code, migrations in (("a", 1), ("a", 1), ("b", 2), ("b", 2)):
        monkeypatch.setattr(databases, "made_of_at_start", code)
        monkeypatch.setattr(databases, "made_of", lambda code=code: code)
        databases.migrate_once(tmp_path / "lock")
        assert creation.migrated == migrations


def test_what_was_migrated_while_the_code_changed_is_not_kept(creation, tmp_path, monkeypatch):
    monkeypatch.setattr(databases, "made_of", lambda: "b")
    for at_start, migrations in (("a", 1), ("b", 2), ("b", 2)):
        monkeypatch.setattr(databases, "made_of_at_start", at_start)
        databases.migrate_once(tmp_path / "lock")
        assert creation.migrated == migrations
