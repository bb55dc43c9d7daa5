"""From answers to a request: whole, once."""

import datetime
import threading
import uuid

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from appointments.guards.refusals import TooManyAttempts
from appointments.models import AppointmentRequest, Notification, RequestDraft
from appointments.services.requests.drafts import erase_expired_drafts, find_draft, save_answers, start_draft
from appointments.services.requests.submission import create_request, send_draft
from appointments.workflow import Status

HERE = "198.51.100.7"


def test_one_transaction_writes_the_request_its_wishes_its_history_and_the_mail(make_request):
    request = make_request()
    assert request.status == Status.SUBMITTED
    assert [(time.rank, time.half) for time in request.preferred_times.all()] == [(1, "morning"), (2, "afternoon")]
    assert [change.to_status for change in request.status_changes.all()] == [Status.SUBMITTED]
    assert [mail.cause for mail in request.notifications.all()] == [f"received:{request.pk}"]
    assert len(request.reference) == 8
    assert not set(request.reference) & set("AEIOU01258BLSUVZ")


def test_a_failure_in_the_middle_leaves_nothing(answers, hospital, monkeypatch):
    def fail(**fields):
        raise RuntimeError("the mail's row cannot be written")

    monkeypatch.setattr(Notification.objects, "create", fail)
    draft, _secret = start_draft(answers={})
    with pytest.raises(RuntimeError):
        send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE)
    assert not AppointmentRequest.objects.exists()
    draft.refresh_from_db()
    assert draft.request is None


def test_sending_twice_gives_the_same_request(answers, hospital):
    draft, _secret = start_draft(answers={"condition": {"condition": ["not-sure"]}})
    first = send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE)
    assert send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE) == first
    assert AppointmentRequest.objects.count() == 1
    draft.refresh_from_db()
    assert draft.answers == {}


def test_the_database_refuses_a_second_request_with_the_same_key(answers, hospital):
    key = uuid.uuid4()
    create_request(answers=answers, idempotency_key=key)
    with pytest.raises(IntegrityError), transaction.atomic():
        create_request(answers=answers, idempotency_key=key)


@pytest.mark.django_db(transaction=True)
def test_twenty_simultaneous_sends_of_one_draft_make_one_request(answers, hospital):
    draft, _secret = start_draft(answers={})
    barrier, seen = threading.Barrier(20), []

    def send():
        barrier.wait()
        try:
            seen.append(send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 20
    assert set(seen) == {AppointmentRequest.objects.get().pk}
    assert Notification.objects.count() == 1


def test_a_draft_opens_only_with_its_secret_and_only_for_half_an_hour(db):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        draft, secret = start_draft(answers={"visit": {"visit_type": ["virtual"]}})
        assert find_draft(secret) == draft
        assert find_draft(draft.secret_digest) is None
        clock.shift(datetime.timedelta(minutes=29))
        assert save_answers(draft=draft, answers={"condition": {}})
        clock.shift(datetime.timedelta(minutes=29))
        assert find_draft(secret) == draft
        assert erase_expired_drafts() == 0
        clock.shift(datetime.timedelta(minutes=2))
        assert find_draft(secret) is None
        assert erase_expired_drafts() == 1
    assert not RequestDraft.objects.exists()


def test_answers_that_come_after_the_send_wait_as_an_amendment(answers, hospital):
    draft, _secret = start_draft(answers={})
    request = send_draft(draft_id=draft.id, seen=draft.answers, answers=answers, network_address=HERE)
    assert save_answers(draft=draft, answers={"condition": {"condition": ["not-sure"]}})
    request.refresh_from_db()
    assert request.condition == answers.condition
    draft.refresh_from_db()
    assert draft.answers == {"condition": {"condition": ["not-sure"]}}


def test_the_fourth_request_of_one_person_in_a_day_waits_and_writes_nothing(answers, hospital):
    for _ in range(3):
        draft, _secret = start_draft(answers={})
        send_draft(draft_id=draft.id, seen={}, answers=answers, network_address=HERE)
    draft, _secret = start_draft(answers={})
    with pytest.raises(TooManyAttempts) as refusal:
        send_draft(draft_id=draft.id, seen={}, answers=answers, network_address="198.51.100.8")
    assert refusal.value.again_at > timezone.now() + datetime.timedelta(hours=7)
    assert AppointmentRequest.objects.count() == 3
    draft.refresh_from_db()
    assert draft.request is None
