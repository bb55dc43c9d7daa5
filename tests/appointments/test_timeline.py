"""The history of a request: rows that one operation wrote are one entry, whatever the clock says."""

import datetime

import pytest
from django.db import connection
from django.db.models.signals import pre_init
from django.utils import timezone

from appointments.admin.timeline import timeline_of
from appointments.guards.locks import locking
from appointments.models import (
    AnswerChange,
    AppointmentChange,
    ContactAttempt,
    Message,
    Note,
    StatusChange,
)
from appointments.models.operation import one_operation
from appointments.services.requests.claims import assign_request
from appointments.services.requests.corrections import correct_details
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.offers import accept_offer, refuse_offer

from .visits import book, offer, seen, wanted

MODELS = (StatusChange, AnswerChange, AppointmentChange, Message, ContactAttempt, Note)


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def times(visiting, clinic):
    return [wanted(visiting, clinic, f"2026-11-24 {time}") for time in ("09:00", "09:40", "10:20")]


def change(request, question, **fields):
    return AnswerChange.objects.create(request=request, question=question, before="a", after="b", **fields)


def sentences(request):
    return [f"{entry.who} {entry.what}" for entry in timeline_of(request)]


def operations():
    """Return the operations in the database, each with how many rows of which model it wrote."""
    found = {}
    for model in MODELS:
        for operation in model.objects.values_list("operation", flat=True):
            written = found.setdefault(operation, {})
            written[model.__name__] = written.get(model.__name__, 0) + 1
    return found


def written_by(call):
    """Return what each operation of `call` wrote."""
    before = operations()
    call()
    return [written for operation, written in operations().items() if operation not in before]


def test_what_one_operation_changes_is_one_entry(make_request, colleague):
    request, now = make_request(), timezone.now()
    with one_operation():
        for n, question in enumerate(["Phone", "ZIP code"]):
            change(request, question, at=now + datetime.timedelta(microseconds=n))
    change(request, "Language", actor=colleague, at=now + datetime.timedelta(microseconds=2))
    change(request, "Insurance", at=now + datetime.timedelta(hours=1))
    assert sentences(request) == [
        "The patient changed Insurance: a → b",
        "Kim Colleague changed Language: a → b",
        "The patient changed 2 answers",
        "The patient sent the request through the website",
    ]
    assert timeline_of(request)[2].parts == ("Changed Phone: a → b", "Changed ZIP code: a → b")


def test_two_corrections_by_one_person_in_the_same_instant_are_two_entries(record, scheduler, now):
    for values in ({"legal_name": "Pat Doe-Ray", "postal_code": "27601"}, {"postal_code": "27603"}):
        correct_details(**seen(record), actor=scheduler, values=values)
    assert len(set(AnswerChange.objects.values_list("at", flat=True))) == 1
    assert [sentence for sentence in sentences(record) if sentence.startswith("Sam")] == [
        "Sam Scheduler changed 2 answers",
        "Sam Scheduler changed ZIP code: 27601 → 27603",
    ]


def test_rows_of_one_operation_are_one_entry_however_long_it_took(record, now):
    with locking():
        for minutes, question in enumerate(["Phone", "ZIP code", "Language"]):
            change(record, question, at=timezone.now() + datetime.timedelta(minutes=minutes))
    assert "The patient changed 3 answers" in sentences(record)
    assert len(sentences(record)) == 2


@pytest.fixture
def slow_history(now):
    """Each history row of a visit is written two seconds after the row before it."""

    def wait(**_signal):
        now.shift(2)

    pre_init.connect(wait, sender=AppointmentChange)
    yield
    pre_init.disconnect(wait, sender=AppointmentChange)


def test_an_offer_and_the_move_that_came_with_it_are_one_entry_however_long_they_took(
    record, scheduler, times, slow_history
):
    offer(record, scheduler, *times)
    assert len(set(AppointmentChange.objects.values_list("at", flat=True))) == 3
    entry = next(entry for entry in timeline_of(record) if "offered" in entry.what)
    assert entry.what == "offered 3 times"
    assert len(entry.parts) == 3
    assert not any("Times offered" in sentence for sentence in sentences(record))


def test_all_rows_of_one_service_call_share_its_id(record, scheduler, colleague, times, now):
    assert written_by(lambda: offer(record, scheduler, *times)) == [{"StatusChange": 2, "AppointmentChange": 3}]
    refused = record.offers.get()
    assert written_by(lambda: refuse_offer(request_id=record.pk, offer_id=refused.pk, text="Fridays", actor=None)) == [
        {"StatusChange": 1, "AppointmentChange": 3, "Message": 1}
    ]
    assert written_by(lambda: ask_patient(**seen(record), actor=scheduler, text="When?")) == [
        {"StatusChange": 1, "Message": 1}
    ]
    assert written_by(lambda: answer_question(request_id=record.pk, text="Mondays")) == [
        {"StatusChange": 1, "Message": 1}
    ]
    again = offer(record, scheduler, *times)
    chosen = again.appointments.first()
    assert written_by(lambda: accept_offer(request_id=record.pk, appointment_id=chosen.pk, actor=None)) == [
        {"StatusChange": 1, "AppointmentChange": 3}
    ]
    cancel = {"reason": "Ill", "by_patient": True, "still_wanted": True}
    assert written_by(lambda: cancel_visit(**seen(record), actor=scheduler, **cancel)) == [
        {"StatusChange": 1, "AppointmentChange": 1}
    ]
    assert written_by(lambda: book(record, scheduler, times[0])) == [{"StatusChange": 1, "AppointmentChange": 1}]


def test_an_operation_ends_with_its_service_even_if_that_fails(record, scheduler, colleague, now):
    with pytest.raises(RuntimeError), locking():
        raise RuntimeError
    first = written_by(lambda: assign_request(request_id=record.pk, to=colleague, actor=scheduler))
    second = written_by(lambda: assign_request(request_id=record.pk, to=scheduler, actor=scheduler))
    assert (first, second) == ([{"StatusChange": 1, "Note": 1}], [{"Note": 1}])


def test_services_inside_one_operation_share_its_id(record, scheduler, colleague, now):
    def both():
        with locking():
            assign_request(request_id=record.pk, to=colleague, actor=scheduler)
            assign_request(request_id=record.pk, to=scheduler, actor=scheduler)

    assert written_by(both) == [{"StatusChange": 1, "Note": 2}]


def test_a_row_written_past_django_is_an_operation_of_its_own(record):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO appointments_answerchange (request_id, question, before, after, at)"
            " SELECT %s, question, '', 'b', now() FROM unnest(ARRAY['Phone', 'Language']) AS question",
            [record.pk],
        )
    assert len(set(AnswerChange.objects.values_list("operation", flat=True))) == 2
