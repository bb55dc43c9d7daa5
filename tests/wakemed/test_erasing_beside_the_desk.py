"""The desk goes on while something is erased: who has a row keeps it, and a run that is killed leaves whole pieces."""

import contextlib
import threading

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from appointments.models import AppointmentRequest, Note, RecordAccess, StatusChange
from physicians.advisory_locks import Job
from physicians.database_roles import ERASER
from tests import factories
from wakemed.models import Erasure
from wakemed.retention import erase_requests
from wakemed.retention.erase_requests import cut_off_logs

from .test_retention import closed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def staff(hospital, django_db_keepdb):
    return factories.make_member("sam@example.com", "Schedulers", is_staff=True)


@pytest.fixture
def requests(staff, monkeypatch):
    monkeypatch.setattr(erase_requests, "AT_ONCE", 1)
    return [closed(staff, days_ago=3000) for _ in range(3)]


@contextlib.contextmanager
def the_desk():
    """A connection of a scheduler's."""
    with contextlib.closing(psycopg2.connect(**connection.get_connection_params())) as other, other.cursor() as cursor:
        yield cursor
        other.rollback()


def erase():
    """Run the command as its role, in a connection that commits."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {ERASER}")
        try:
            call_command("apply_retention")
        finally:
            cursor.execute("RESET ROLE")
            cursor.execute("SELECT pg_advisory_unlock_all()")


def left():
    return set(AppointmentRequest.objects.all())


def test_a_request_that_someone_has_open_for_a_change_is_left_for_the_next_run(requests):
    with the_desk() as desk:
        desk.execute("SELECT FROM appointments_appointmentrequest WHERE id = %s FOR UPDATE", [requests[1].pk])
        with pytest.raises(CommandError, match="1 requests were in use; run it again") as error:
            erase()
    assert error.value.returncode == 2
    assert left() == {requests[1]}
    erase()
    assert left() == set()


def test_who_opens_a_page_in_that_moment_is_refused_and_no_row_points_at_nothing(requests):
    with the_desk() as desk:
        desk.execute(
            "INSERT INTO appointments_recordaccess (request_id, staff_id, kind, at)"
            " SELECT %s, id, 'opened', now() FROM wakemed_user", [requests[0].pk],
        )  # fmt: skip
        erase()
        with pytest.raises(psycopg2.errors.ForeignKeyViolation):
            desk.connection.commit()
    assert left() == set()
    assert not RecordAccess.objects.exists()


def test_where_each_waits_for_the_other_the_eraser_gives_up_and_not_the_desk(requests, staff, monkeypatch):
    """The desk has a row that belongs to the request, and waits for the request before the eraser wants the row."""
    note = Note.objects.create(request=requests[0], author=staff, text="Hello.")
    outcome = []
    with the_desk() as desk, the_desk() as looker:
        desk.execute("SELECT FROM appointments_note WHERE id = %s FOR UPDATE", [note.pk])

        def wants_the_request():
            with contextlib.suppress(psycopg2.Error):
                desk.execute("SELECT FROM appointments_appointmentrequest WHERE id = %s FOR UPDATE", [requests[0].pk])
                outcome.append(desk.rowcount)

        waiting = threading.Thread(target=wants_the_request)

        def meanwhile(keys):
            if requests[0].pk in keys:
                waiting.start()
                while not is_waiting(looker, desk):
                    pass
            return cut_off_logs(keys)

        monkeypatch.setattr(erase_requests, "cut_off_logs", meanwhile)
        with pytest.raises(CommandError, match="1 requests"):
            erase()
        waiting.join()
    assert outcome == [1]
    assert left() == {requests[0]}


def is_waiting(looker, other):
    looker.execute("SELECT cardinality(pg_blocking_pids(%s))", [other.connection.get_backend_pid()])
    return looker.fetchone()[0]


class Killed(BaseException):
    """As if the process had ended there."""


@pytest.mark.parametrize("table", ["appointments_statuschange", "appointments_appointmentrequest"])
def test_a_run_that_is_killed_leaves_whole_requests_and_the_next_one_goes_on(requests, monkeypatch, table):
    from wakemed.retention.patient_tables import PatientTable

    original, seen = PatientTable.erase, []

    def dies(self, keys):
        number = original(self, keys)
        if self.table == table and (seen.append(1) or len(seen) == 2):
            raise Killed
        return number

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(PatientTable, "erase", dies)
        erase()
    assert len(left()) == 2
    assert StatusChange.objects.count() == 4
    assert [row.requests for row in Erasure.objects.all()] == [1]
    erase()
    assert left() == set()
    assert sum(row.requests for row in Erasure.objects.all()) == 3


def test_two_runs_at_once_are_one(requests):
    with the_desk() as other:
        other.execute("SELECT pg_advisory_lock(%s)", [Job.RETENTION])
        with pytest.raises(CommandError, match="Another run"):
            erase()
    assert len(left()) == 3


def test_a_name_that_comes_while_words_are_erased_keeps_its_words(requests):
    """What is erased is what no one has at that moment, also those who have just sent."""
    erase()
    with transaction.atomic():
        factories.send_request(factories.make_answers(legal_name="Pat Doe"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM appointments_patientnameword")
        assert {word for (word,) in cursor.fetchall()} >= {"pat", "doe"}
