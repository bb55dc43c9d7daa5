"""The role that serves has the rights that `migrate` gives: what is too much or too little is found."""

import contextlib
import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks
from django.db import DatabaseError, connection, transaction

from tests import databases
from wakemed.database.grants import append_only_tables, grant_application_role
from wakemed.database.role_rights import differences
from wakemed.database.trigger_guard import heed_only_the_owner
from wakemed.running.embedded import APPLICATION, OWNER
from wakemed.web import health

from .test_serve import MUST_HAVE
from .test_settings_from_environment import ROOT

pytestmark = pytest.mark.django_db


def run(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


@contextlib.contextmanager
def as_application():
    """Be the role that serves, for the length of the block."""
    run(f"SET LOCAL ROLE {APPLICATION}")
    try:
        yield
    finally:
        run("RESET ROLE")


def database():
    return connection.ops.quote_name(connection.settings_dict["NAME"])


OWNS = "owns the database, or is a member of the role that does"
WRONG = {
    "GRANT CREATE ON SCHEMA public TO PUBLIC": "may create tables in the schema public",
    "GRANT TEMPORARY ON DATABASE {database} TO PUBLIC": "may make temporary tables",
    f"GRANT CREATE ON DATABASE {{database}} TO {APPLICATION}": "may create schemas",
    f"GRANT UPDATE ON appointments_statuschange TO {APPLICATION}": "may UPDATE on appointments_statuschange",
    "GRANT DELETE ON spine_approval TO PUBLIC": "may DELETE on spine_approval",
    f"GRANT UPDATE (reason) ON appointments_statuschange TO {APPLICATION}": "may UPDATE on appointments_statuschange",
    f"GRANT TRUNCATE, TRIGGER ON appointments_appointmentrequest TO {APPLICATION}": (
        "may TRIGGER on appointments_appointmentrequest"
    ),
    f"REVOKE SELECT ON physicians_physician FROM {APPLICATION}": "may not SELECT on physicians_physician",
    f"GRANT INSERT ON django_migrations TO {APPLICATION}": "may INSERT on django_migrations",
    f"REVOKE USAGE ON SEQUENCE auth_group_id_seq FROM {APPLICATION}": ("may not use auth_group_id_seq"),
    f"GRANT UPDATE ON SEQUENCE auth_group_id_seq TO {APPLICATION}": ("may set auth_group_id_seq"),
    f"GRANT CREATE ON SCHEMA public TO {APPLICATION}; ALTER TABLE spine_approval OWNER TO {APPLICATION}": OWNS,
}


def test_after_migrate_nothing_is_different():
    assert append_only_tables()
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_after_a_test_that_commits_nothing_is_different_either(django_db_keepdb):
    if django_db_keepdb:
        pytest.skip("a database that is kept is emptied, not copied")
    databases.copy_again()
    assert differences() == []


@pytest.mark.parametrize("sql", WRONG)
def test_a_right_too_much_or_too_little_is_named(sql):
    run(sql.format(database=database()))
    assert WRONG[sql] in differences()


@pytest.mark.parametrize("sql", [sql for sql in WRONG if "OWNER" not in sql])
def test_migrate_puts_every_right_back(sql):
    run(sql.format(database=database()))
    grant_application_role()
    assert differences() == []


def test_the_role_that_migrates_may_not_serve(settings):
    settings.DATABASE_APP_ROLE = ""  # as in the environment of a web process: then it's the connection's own role
    assert OWNS in differences()
    [error] = [found for found in run_checks(databases=["default"], include_deployment_checks=True)
               if found.id == "wakemed.E007"]  # fmt: skip
    assert "owns the database" in error.msg
    settings.DATABASE_ROLES_ARE_APART = True
    health.rights.cache_clear()
    with pytest.raises(health.NotReady):
        health.rights()
    settings.DATABASE_APP_ROLE = APPLICATION
    health.rights()
    health.rights.cache_clear()


def test_the_role_that_serves_makes_nothing_that_a_trigger_could_ask_instead():
    for sql in (
        "CREATE TABLE spine_approval_too ()",
        "CREATE TEMPORARY TABLE spine_approval ()",
        "CREATE SCHEMA mine",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), as_application():
            run(sql)


@pytest.fixture
def history(hospital):
    """A trigger of pgtrigger that refuses changes of a history row, by its name in the database."""
    [(name,)] = run(
        "SELECT tgname FROM pg_trigger WHERE tgrelid = 'appointments_statuschange'::regclass"
        " AND tgname LIKE 'pgtrigger\\_append%%'"
    )
    return name


def ignored(name):
    """Return True if pgtrigger would have the trigger step aside for who asks now."""
    [(answer,)] = run("SELECT _pgtrigger_should_ignore(%s)", name)
    return answer


def test_only_who_migrates_can_have_a_trigger_step_aside(history):
    with transaction.atomic():
        assert ignored(history) is False
        run("SELECT set_config('pgtrigger.ignore', %s, true)", f"{{{history}}}")
        assert ignored(history) is True
        with as_application():
            assert ignored(history) is False
        run("SELECT set_config('pgtrigger.ignore', '{pgtrigger_another}', true)")
        assert ignored(history) is False


def test_no_trigger_steps_aside_for_the_role_that_serves_whatever_it_sets():
    names = [name for (name,) in run("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger\\_%%'")]
    assert len(names) > 10
    with as_application():
        run("SELECT set_config('pgtrigger.ignore', %s, true)", f"{{{','.join(names)}}}")
        assert [name for name in names if ignored(name)] == []


def test_a_migration_of_pgtrigger_that_installs_its_own_function_is_followed_by_ours(history):
    heed_only_the_owner()
    run("SELECT set_config('pgtrigger.ignore', %s, true)", f"{{{history}}}")
    with as_application():
        assert ignored(history) is False


@pytest.mark.parametrize("role", [APPLICATION, OWNER])
def test_check_deploy_asks_the_database_which_role_serves(site, role):
    address = site.variables["DATABASE_URL"].replace(f"//{APPLICATION}@", f"//{role}@")
    assert f"//{role}@" in address
    result = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--database", "default"],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "wakemed.settings.production",
            **MUST_HAVE,
            "DATABASE_URL": address,
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode == 0) == (role == APPLICATION), result.stderr
    assert ("wakemed.E007" in result.stderr) == (role == OWNER)
