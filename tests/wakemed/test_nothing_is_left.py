"""After an erasure no column of any table holds anything of the patient, whatever it held before."""

import pytest
from django.db import connection, models

from appointments.models import DeskSearch, LostLink, PatientNameWord, RecordAccess
from tests import factories
from wakemed.retention.patient_tables import ERASED

from . import canary
from .test_retention import clinic, doctor, erase, planted, staff  # noqa: F401  fixtures

pytestmark = pytest.mark.django_db
# Columns in which no one writes: keys, codes and clocks of ours.
OURS = {
    *("reference", "secret_digest", "cause", "time_zone", "question", "last_error", "postal_code", "join_link"),
    *("session", "http_request"),
    *("pgh_label", "patient_state", "unfinished"),
}
WRITTEN = (models.CharField, models.TextField, models.JSONField)
ALSO = (DeskSearch, LostLink, PatientNameWord)


@pytest.fixture
def everything(planted):  # noqa: F811
    canary.unsent()
    return planted


def words(planted):  # noqa: F811
    return (*canary.CANARIES, planted.request.reference)


def written():
    """Return the columns in which something of a patient may be written: “table.column”."""
    tables = [table.model for table in ERASED] + list(ALSO)
    return {
        f"{model._meta.db_table}.{field.column}"
        for model in tables
        for field in model._meta.concrete_fields
        if isinstance(field, WRITTEN) and not field.choices and field.column not in OURS
    }


def test_a_patients_words_are_in_every_column_before_and_in_none_after(everything):
    before = canary.found_in(*words(everything))
    assert written() - before == set(), "plant a canary there, or say that no one writes there"
    assert {"appointments_appointmentrequest.date_of_birth", "appointments_patientnames.words"} < before
    assert {"appointments_requestdraft.answers", "wakemed_securityevent.address"} < before
    erase()
    assert canary.found_in(*words(everything)) == set()
    assert RecordAccess.objects.count() == len(RecordAccess.Kind)  # who looked stays; at which request goes


def test_another_patients_words_stay(everything):
    kept = factories.make_answers(legal_name="Wren Oak", email="wren@oak.example", reason="My back hurts like an oak.")
    factories.send_request(kept)
    before = canary.found_in("oak")
    erase()
    assert canary.found_in("oak") == before
    assert "appointments_patientnameword.word" in before


@pytest.mark.parametrize("left", ["appointments_note", "appointments_appointmentrequestevent"])
def test_a_table_that_is_forgotten_is_noticed(everything, monkeypatch, left):
    """The control: without one of the tables the search finds the patient there."""
    tables = tuple(table for table in ERASED if table.table != left)
    monkeypatch.setattr("wakemed.retention.erase_requests.ERASED", tables)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"ALTER TABLE {left} DROP CONSTRAINT IF EXISTS {foreign_key(left)}")
    erase()
    assert {name.split(".")[0] for name in canary.found_in(*words(everything))} == {left}


def foreign_key(table):
    """Return the name of the constraint that ties the table to requests; a name that isn't there if none does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'"
            " AND confrelid = 'appointments_appointmentrequest'::regclass",
            [table],
        )
        return (cursor.fetchone() or ("none",))[0]
