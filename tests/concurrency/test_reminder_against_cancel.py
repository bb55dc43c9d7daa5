"""Nobody is reminded of a visit that has just been canceled."""

import contextlib
import datetime
import threading

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import connection

from appointments.guards import locks
from appointments.mail import visit_lock
from appointments.mail.delivery import WHILE_BEING_CHANGED, deliver_next
from appointments.mail.reminders import queue_reminders
from appointments.models import Appointment, Notification
from appointments.services.visits.bookings import cancel_visit
from tests.appointments.visits import TUESDAY, at, book, seen, wanted

from .races import waits_for_us


def unlocked_visit(appointment_id):
    """Read the visit as the sender would without its guard."""
    return Appointment.objects.select_related("physician", "location", "request").get(pk=appointment_id)


@contextlib.contextmanager
def held_by_someone(visit):
    """Keep the visit's row locked from another connection."""
    with contextlib.closing(connection.get_new_connection(connection.get_connection_params())) as other:
        with other.cursor() as cursor:
            cursor.execute("BEGIN")
            cursor.execute("SELECT FROM appointments_appointment WHERE id = %s FOR UPDATE", [visit.pk])
            yield


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("guarded", "when_sent"),
    [(True, "booked"), (False, "cancelled")],
    ids=["with the lock on the visit", "without it, which shows the race"],
)
def test_a_cancellation_waits_for_a_reminder_that_is_on_its_way(
    make_request, visiting, clinic, scheduler, now, monkeypatch, guarded, when_sent
):
    request = make_request()
    visit = book(request, scheduler, wanted(visiting, clinic))
    call_command("send_notifications")
    now.move_to(at(TUESDAY) - datetime.timedelta(hours=24))
    queue_reminders()
    reminder = Notification.objects.get(kind="reminder")
    if guarded:
        with held_by_someone(visit), monkeypatch.context() as hurry:
            hurry.setattr(visit_lock, "LOCK_TIMEOUT", "20ms")
            assert deliver_next()
        reminder.refresh_from_db()
        assert (reminder.state, reminder.attempts, reminder.last_error) == ("queued", 0, "")
        now.shift(WHILE_BEING_CHANGED)
    else:
        monkeypatch.setattr(visit_lock, "locked_visit", unlocked_visit)

    page = seen(request)
    when_sending = []

    def cancel():
        try:
            cancel_visit(**page, actor=scheduler, reason="Ill.", by_patient=True, still_wanted=False)
        finally:
            connection.close()

    canceling = threading.Thread(target=cancel)
    send = EmailBackend.send_messages

    def send_while_it_is_canceled(backend, messages):
        if not when_sending:
            canceling.start()
            while canceling.is_alive() and not waits_for_us():
                canceling.join(0.01)
            when_sending.append(Appointment.objects.get().status)
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_while_it_is_canceled)
    mail.outbox.clear()
    assert deliver_next()
    canceling.join()
    assert when_sending == [when_sent]
    assert Appointment.objects.get().status == "cancelled"
    call_command("send_notifications")
    subjects = [message.subject.partition(" (")[0] for message in mail.outbox]
    assert subjects == ["Appointment reminder", "Your appointment is canceled"]
    reminder.refresh_from_db()
    assert reminder.state == "sent"


@pytest.mark.django_db(transaction=True)
def test_no_one_at_the_desk_waits_for_a_mail_server_that_is_slow_to_greet(
    make_request, visiting, clinic, scheduler, monkeypatch
):
    request = make_request()
    call_command("send_notifications")
    book(request, scheduler, wanted(visiting, clinic))
    page = seen(request)

    def cancel():
        try:
            cancel_visit(**page, actor=scheduler, reason="Ill.", by_patient=True, still_wanted=False)
        finally:
            connection.close()

    def greet_once_it_is_canceled(backend):
        canceling = threading.Thread(target=cancel)
        canceling.start()
        canceling.join()

    mail.outbox.clear()
    with monkeypatch.context() as slowly:
        slowly.setattr(locks, "LOCK_TIMEOUT", "20ms")
        slowly.setattr(EmailBackend, "open", greet_once_it_is_canceled)
        assert deliver_next()
    assert Appointment.objects.get().status == "cancelled"
    assert Notification.objects.get(kind="booked").state == "not_needed"
    assert mail.outbox == []
