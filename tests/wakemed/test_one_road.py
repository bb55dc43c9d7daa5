"""What only grows is changed by the role that erases, as far as it needs to, and by no one else on any other road."""

import contextlib
import os

import psycopg2
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from appointments.models import AppointmentRequest, RecordAccess
from physicians.database_roles import ERASER
from tests import factories
from wakemed.database.grants import append_only_tables
from wakemed.database.role_rights import differences
from wakemed.retention.eraser_role import grant_eraser_role, rights
from wakemed.retention.patient_tables import ERASED
from wakemed.running.embedded import APPLICATION, OWNER

from .test_role_rights import run

pytestmark = pytest.mark.django_db
SUPERUSER = "postgres"
STATEMENTS = ("UPDATE {table} SET {key} = {key}", "DELETE FROM {table}", "TRUNCATE {table} CASCADE")
# What the road is for.
DELETES = {table.table for table in ERASED} | {
    "appointments_recordaccess", "appointments_desksearch", "wakemed_securityevent",
}  # fmt: skip
UPDATES = {
    "appointments_recordaccess": {"request_id"},
    "appointments_desksearch": {"typed"},
    "wakemed_securityevent": {"patient_request_id", "address"},
}


def columns_of(table):
    [model] = [model for model in apps.get_models(include_auto_created=True) if model._meta.db_table == table]
    return [field.column for field in model._meta.concrete_fields]


def refused(role, sql):
    """Return why the database refuses the statement to the role; "" if it doesn't."""
    try:
        with transaction.atomic():
            run(f"SET LOCAL ROLE {role}")
            run(sql)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return ""


@pytest.fixture(scope="session")
def someone(django_db_setup, django_db_blocker):
    """The name of a role that is a member of the one that erases; it's made by the server's superuser."""
    name = f"someone_{os.getpid()}"
    with django_db_blocker.unblock():
        parameters = connection.get_connection_params() | {"user": SUPERUSER, "dbname": SUPERUSER}
    with contextlib.closing(psycopg2.connect(**parameters)) as other, other.cursor() as cursor:
        other.autocommit = True
        cursor.execute(f"CREATE ROLE {name}; GRANT {name} TO {OWNER}; GRANT {ERASER} TO {name}")
        yield name
        cursor.execute(f"DROP ROLE {name}")


@pytest.fixture
def everyone(someone):
    """The roles that a process or a person may have; one of them has every right on every table."""
    run(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {someone}")
    return APPLICATION, OWNER, someone


def test_every_road_into_every_table_that_only_grows_is_refused_but_one(everyone):
    tables = append_only_tables()
    assert len(tables) > 15
    for table in tables:
        key = columns_of(table)[0]
        for statement in STATEMENTS:
            sql = statement.format(table=table, key=key)
            for role in everyone:
                assert refused(role, sql), (role, sql)
            allowed = statement.startswith("DELETE") and table in DELETES
            assert bool(refused(ERASER, sql)) != allowed, sql
        for column in columns_of(table):
            sql = f"UPDATE {table} SET {column} = NULL WHERE false"
            for role in everyone:
                assert refused(role, sql), (role, sql)
            assert bool(refused(ERASER, sql)) != (column in UPDATES.get(table, ())), sql


def test_a_role_with_every_right_is_stopped_by_the_trigger_alone(everyone, someone):
    for table in append_only_tables():
        assert "append-only" in refused(someone, f"DELETE FROM {table}"), table
        assert "append-only" in refused(OWNER, f"DELETE FROM {table}"), table
        assert "permission denied" in refused(APPLICATION, f"DELETE FROM {table}"), table


@pytest.mark.parametrize("trick", [
    f"SELECT set_config('role.name', '{ERASER}', false)",
    f"SELECT set_config('application_name', '{ERASER}', false)",
    "SELECT set_config('pgtrigger.ignore', (SELECT array_agg(tgname)::text FROM pg_trigger), false)",
    f"SET ROLE {ERASER}",
    f"SET SESSION AUTHORIZATION {ERASER}",
    "SET session_replication_role = replica",
    "ALTER TABLE appointments_note DISABLE TRIGGER ALL",
    "CREATE FUNCTION public.erase() RETURNS void LANGUAGE sql SECURITY DEFINER AS 'DELETE FROM appointments_note'",
    "CREATE TEMPORARY TABLE appointments_note ()",
])  # fmt: skip
def test_no_trick_makes_the_role_that_serves_the_one_that_erases(trick):
    """In a connection of its own, as a web process has."""
    parameters = connection.get_connection_params() | {"user": APPLICATION}
    with contextlib.closing(psycopg2.connect(**parameters)) as web, web.cursor() as cursor:
        web.autocommit = True
        with contextlib.suppress(psycopg2.Error):
            cursor.execute(trick)
        for statement in (
            "DELETE FROM public.appointments_note",
            "UPDATE public.wakemed_securityevent SET at = now()",
        ):
            with pytest.raises(psycopg2.Error, match=r"permission denied|append-only"):
                cursor.execute(statement)


def may_become(role, other):
    return run("SELECT pg_has_role(%s, %s, 'MEMBER')", role, other)[0][0]


def test_a_member_of_the_role_that_erases_is_not_it_without_becoming_it():
    assert may_become(OWNER, ERASER)
    assert "append-only" in refused(OWNER, "DELETE FROM appointments_note")


def test_the_role_that_erases_has_the_rights_that_it_needs_and_no_others():
    has = {}
    for table, verb in run(
        "SELECT table_name, privilege_type FROM information_schema.table_privileges WHERE grantee = %s", ERASER
    ):
        has.setdefault(table, set()).add(verb)
    needs = {table: {verb for verb in verbs if "(" not in verb} for table, verbs in rights().items()}
    assert has == needs
    columns = run(
        "SELECT table_name, column_name FROM information_schema.column_privileges"
        " WHERE grantee = %s AND privilege_type = 'UPDATE'",
        ERASER,
    )
    assert {(table, column) for table, column in columns} == {
        (table, column) for table, names in UPDATES.items() for column in names
    } | {("appointments_appointmentrequest", "version")}
    assert run("SELECT rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = %s", ERASER) \
        == [(False, False, False, False)]  # fmt: skip


def test_the_role_that_erases_changes_nothing_of_a_request(hospital):
    request = factories.send_request(factories.make_answers())
    run("SET CONSTRAINTS ALL IMMEDIATE")
    for sql in (
        f"UPDATE appointments_appointmentrequest SET version = 7 WHERE id = {request.pk}",
        f"UPDATE appointments_appointmentrequest SET legal_name = 'x' WHERE id = {request.pk}",
        "UPDATE appointments_note SET text = ''",
        "INSERT INTO appointments_desksearch (staff_id, typed, at) VALUES (1, '', now())",
        "DELETE FROM wakemed_erasure",
        "DELETE FROM wakemed_user",
        "SELECT password FROM wakemed_user",
        "CREATE TABLE mine ()",
    ):
        assert "permission denied" in refused(ERASER, sql), sql


def test_migrate_takes_away_what_was_given_by_hand():
    run(f"GRANT SELECT, INSERT ON wakemed_user TO {ERASER}")
    run(f"GRANT UPDATE (text) ON appointments_note TO {ERASER}")
    assert not refused(ERASER, "SELECT FROM wakemed_user")
    grant_eraser_role()
    assert refused(ERASER, "SELECT FROM wakemed_user")
    assert refused(ERASER, "UPDATE appointments_note SET text = ''")


def test_a_web_process_that_could_erase_is_not_ready(someone, settings):
    settings.DATABASE_APP_ROLE = someone
    assert "may erase" in differences()


def test_every_table_that_refers_to_a_request_or_a_visit_is_known(db):
    """A new table with something of a patient has to say what erasing does to it."""
    from appointments.models import Appointment
    from wakemed.models import SecurityEvent

    known = {table.model for table in ERASED} | {RecordAccess, SecurityEvent}
    for model in (AppointmentRequest, Appointment):
        for relation in model._meta.get_fields(include_hidden=True):
            if relation.auto_created and not relation.concrete and relation.related_model._meta.managed:
                assert relation.related_model in known, relation.related_model
        assert model.pgh_event_model in known
