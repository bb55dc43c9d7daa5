"""Functions, triggers and views in the database are what their sources say, and each has a source."""

import re

import pgtrigger
import pytest
from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader

from physicians.database_code import LoadSQL, digest, sql_folder
from physicians.services.facet_lexemes import create_function
from spine.four_eyes.guard_page import guards
from tests.spine.guarded_models import OURS, models_under_four_eyes

# Not the functions of extensions, nor what pgtrigger and pghistory declare beside the models and install themselves.
FUNCTIONS = """
SELECT p.oid::regprocedure::text, pg_get_functiondef(p.oid) || coalesce(obj_description(p.oid, 'pg_proc'), '')
  FROM pg_proc p
 WHERE pronamespace = 'public'::regnamespace AND proname !~ '^_?(pgtrigger|pgh)_'
   AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')
"""
TRIGGERS = """
SELECT tgname || ' ON ' || tgrelid::regclass::text, pg_get_triggerdef(oid) || tgenabled::text
  FROM pg_trigger WHERE NOT tgisinternal AND tgname !~ '^pgtrigger_'
"""
VIEWS = """
SELECT it.oid::regclass::text, pg_get_viewdef(it.oid) FROM pg_class it
 WHERE relnamespace = 'public'::regnamespace AND relkind = 'v'
   AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = it.oid AND deptype = 'e')
"""
SOURCES = [path for app_label in OURS for path in sorted(sql_folder(app_label).glob("*.sql"))]


def ask(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def code():
    """Return what the database has: name, definition."""
    return dict(ask(FUNCTIONS)) | dict(ask(TRIGGERS)) | dict(ask(VIEWS))


def drop_code():
    for name, _definition in ask(VIEWS):
        ask(f"DROP VIEW {name}")
    for name, _definition in ask(TRIGGERS):
        ask("DROP TRIGGER {} ON {}".format(*name.split(" ON ")))
    for name, _definition in ask(FUNCTIONS):
        ask(f"DROP FUNCTION {name} CASCADE")  # with the indexes made of it


def load_sources():
    for sql in sorted((source.read_text() for source in SOURCES), key=lambda sql: "CREATE OR REPLACE VIEW" in sql):
        ask(sql)  # a view wants the functions that it calls
    ask(create_function())
    for model in models_under_four_eyes():
        for sql in guards(model):
            ask(sql)


def test_the_database_has_what_the_sources_make_and_nothing_else(db):
    installed = code()
    drop_code()
    assert code() == {}
    with transaction.atomic():
        ask("SET LOCAL check_function_bodies = off")  # they call each other
        load_sources()
        ask("SET LOCAL check_function_bodies = on")
    assert code() == installed
    load_sources()  # a second time, with their bodies checked
    assert code() == installed


@pytest.mark.parametrize("change", [
    "CREATE FUNCTION of_nobody() RETURNS int LANGUAGE sql RETURN 1",
    "CREATE VIEW of_nobody AS SELECT id FROM auth_group",
    "CREATE TRIGGER of_nobody BEFORE UPDATE ON auth_group FOR EACH ROW EXECUTE FUNCTION spine_keep_file()",
    "ALTER FUNCTION spine_plain_text SET search_path = public",
    "ALTER TABLE spine_notice DISABLE TRIGGER spine_live_snippet",
    "COMMENT ON FUNCTION physicians_plain IS 'changed'",
])  # fmt: skip
def test_what_no_source_declares_is_noticed(db, change):
    ask(change)
    installed = code()
    drop_code()
    ask("SET LOCAL check_function_bodies = off")
    load_sources()
    assert code() != installed


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.parent.parent.name}/{source.stem}")
def test_a_file_holds_the_function_or_view_it_is_named_after(source):
    name = f"{source.parent.parent.name}_{source.stem}"
    assert set(re.findall(r"OR REPLACE (?:FUNCTION|VIEW) (\w+)", source.read_text())) == {name}


def last_loads():
    """Return (app, file): digest of the last migration that loads each file, in the order of migrations."""
    loader = MigrationLoader(None)
    loaded = {}
    for leaf in loader.graph.leaf_nodes():
        for key in loader.graph.forwards_plan(leaf):
            for operation in loader.graph.nodes[key].operations:
                if isinstance(operation, LoadSQL):
                    for name, known in operation.files.items():
                        loaded.setdefault((operation.app_label, name), {})[key] = known
    return {file: known[max(known)] for file, known in loaded.items()}


def test_the_last_migration_that_loads_a_file_knows_what_is_in_it():
    now = {(source.parent.parent.name, source.stem): digest(source.read_text()) for source in SOURCES}
    loaded = last_loads()
    assert set(loaded) == set(now), "files that no migration loads, or that are gone"
    missing = [
        f'load_sql("{app}", {name}="{known}")' for (app, name), known in now.items() if loaded[app, name] != known
    ]
    assert missing == [], "changed since they were last loaded: add a migration with these operations"


def test_a_trigger_declared_beside_its_model_is_installed_and_no_other_is_left(db):
    declared = pgtrigger.registered()
    status = {str(trigger): trigger.get_installation_status(model)[0] for model, trigger in declared}
    assert set(status.values()) == {"INSTALLED"}
    kept = {trigger.get_pgid(model) for model, trigger in declared}
    there = {name for (name,) in ask("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger\\_%'")}
    assert there == kept
