"""The outbox: at least once, never lost, no health detail."""

import datetime
import smtplib
import traceback

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django.utils.formats import date_format

from appointments.guards.links import find_link
from appointments.mail.delivery import MAX_ATTEMPTS, deliver_next, pause_after
from appointments.models import AppointmentRequest, Notification
from appointments.services.requests.patient_questions import answer_question, ask_patient
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.offers import withdraw_offer

from .at_desk import words_of
from .visits import book, offer, seen, wanted


def test_the_mail_has_reference_day_and_link_and_says_nothing_about_health(make_request):
    request = make_request()
    call_command("send_notifications")
    (message,) = mail.outbox
    bodies = [message.body, message.alternatives[0][0]]
    assert message.to == ["pat@example.com"]
    for body in bodies:
        assert request.spoken_reference in body
        assert f"{request.answer_by:%B} {request.answer_by.day}" in body
        token = body.split("/appointments/manage/")[1].split("/")[0]
        assert find_link(token).request == request
        for secret in ("tumor", "Tumor", "lower back", "Lopez", "1962", "Pat"):
            assert secret not in body
    assert message.extra_headers["Message-ID"].startswith(f"<{request.notifications.get().id}@")


def test_a_mail_goes_out_once_and_its_row_holds_no_link_and_no_address(make_request):
    request = make_request()
    assert deliver_next()
    assert not deliver_next()
    (row,) = Notification.objects.filter(request=request).values_list()
    assert "manage" not in str(row)
    assert "pat@" not in str(row)


def test_a_mail_server_that_refuses_is_asked_again_after_longer_and_longer_pauses(make_request, monkeypatch, caplog):
    make_request()

    def refuse(*args, **kwargs):
        raise smtplib.SMTPServerDisconnected("pat@example.com: no")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    notification = Notification.objects.get()
    start = notification.next_attempt_at + datetime.timedelta(seconds=1)
    with time_machine.travel(start, tick=False) as clock:
        for attempt in range(1, MAX_ATTEMPTS + 1):
            assert deliver_next()
            assert not deliver_next()
            notification.refresh_from_db()
            assert (notification.attempts, notification.last_error) == (attempt, "SMTPServerDisconnected")
            clock.shift(pause_after(attempt))
    assert notification.state == Notification.State.FAILED
    assert not deliver_next()
    assert [record.exc_info for record in caplog.records] == [None] * MAX_ATTEMPTS  # not our mistake: one line each


def test_one_mail_that_cannot_be_written_does_not_stop_the_next_and_the_log_says_where(
    make_request, monkeypatch, caplog
):
    first, second = make_request(), make_request()
    AppointmentRequest.objects.filter(pk=second.pk).update(email="kim@example.com")
    from appointments.mail import delivery

    build = delivery.build_message

    def build_or_fail(notification):
        if notification.request_id == first.pk:
            raise KeyError("a template went wrong")
        return build(notification)

    monkeypatch.setattr(delivery, "build_message", build_or_fail)
    call_command("send_notifications")
    assert len(mail.outbox) == 1
    assert second.notifications.get().state == Notification.State.SENT
    assert first.notifications.get().last_error == "KeyError"
    (line,) = (record for record in caplog.records if record.name == "appointments.mail.delivery")
    assert line.getMessage().endswith("(received) attempt 1: KeyError")
    assert traceback.extract_tb(line.exc_info[2])[-1].name == "build_or_fail"


@pytest.mark.parametrize(("attempts", "minutes"), [(1, 1), (2, 2), (5, 16), (30, 360)])
def test_pauses_double_up_to_six_hours(attempts, minutes):
    assert pause_after(attempts) == datetime.timedelta(minutes=minutes)


def test_an_address_gets_one_mail_an_hour_and_the_others_wait_without_being_lost(make_request, hospital):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        requests = [make_request() for _ in range(3)]
        AppointmentRequest.objects.filter(pk=requests[1].pk).update(email="PAT@example.com")
        AppointmentRequest.objects.filter(pk=requests[2].pk).update(email="kim@example.com")
        call_command("send_notifications")
        assert {message.to[0].lower() for message in mail.outbox} == {"pat@example.com", "kim@example.com"}
        assert len(mail.outbox) == 2
        waiting = Notification.objects.get(state=Notification.State.QUEUED)
        assert (waiting.attempts, waiting.last_error) == (0, "")
        assert waiting.next_attempt_at == timezone.now() + datetime.timedelta(hours=1)
        assert Notification.objects.oldest_due() is None
        clock.move_to(waiting.next_attempt_at)
        call_command("send_notifications")
        assert len(mail.outbox) == 3


def test_a_mail_that_did_not_go_out_does_not_keep_its_address_waiting(make_request, monkeypatch):
    with time_machine.travel("2026-11-16T15:00:00+00:00", tick=False) as clock:
        make_request()
        with monkeypatch.context() as broken:
            broken.setattr("appointments.mail.delivery.build_message", lambda notification: 1 / 0)
            assert deliver_next()
        clock.shift(pause_after(1))
        assert deliver_next()
        assert len(mail.outbox) == 1


def test_what_is_no_longer_true_when_its_turn_comes_is_not_sent_and_is_no_attempt(
    make_request, visiting, clinic, scheduler, now
):
    request, without_address = make_request(), make_request()
    AppointmentRequest.objects.filter(pk=without_address.pk).update(email="")
    ask_patient(**seen(request), actor=scheduler, text="Which hospital took the pictures?")
    answer_question(request_id=request.pk, text="Yours.")
    offer(request, scheduler, wanted(visiting, clinic))
    withdraw_offer(**seen(request), actor=scheduler)
    book(request, scheduler, wanted(visiting, clinic))
    book(request, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    cancel_visit(**seen(request), actor=scheduler, reason="Ill.", by_patient=True, still_wanted=True)
    call_command("send_notifications")
    sent = Notification.objects.filter(state=Notification.State.SENT)
    assert sorted(sent.values_list("kind", flat=True)) == ["cancelled", "received"]
    assert len(mail.outbox) == 2
    dropped = Notification.objects.filter(state=Notification.State.NOT_NEEDED, attempts=0, sent_at=None)
    kinds = ["booked", "moved", "offer_ended", "offered", "question", "received"]
    assert sorted(dropped.values_list("kind", flat=True)) == kinds


def test_an_offer_whose_time_is_over_is_not_told_any_more(make_request, visiting, clinic, scheduler, now):
    made = offer(make_request(), scheduler, wanted(visiting, clinic))
    now.move_to(made.held_until)
    call_command("send_notifications")
    assert Notification.objects.get(kind="offered").state == Notification.State.NOT_NEEDED


def test_a_receipt_that_was_put_off_is_settled_by_the_next_mail_and_says_until_when_it_waits(
    client, make_request, scheduler
):
    make_request()
    second = make_request()
    call_command("send_notifications")
    receipt = second.notifications.get()
    assert receipt.state == "queued"
    client.force_login(scheduler)
    when = date_format(timezone.localtime(receipt.next_attempt_at), "N j, g:i a")
    waits = f"Request received: waiting until {when} (an address gets one such email an hour)"
    assert waits in words_of(client.get(second.get_absolute_url()))
    ask_patient(**seen(second), actor=scheduler, text="Since when?")
    call_command("send_notifications")
    receipt.refresh_from_db()
    assert receipt.state == "not_needed"
    assert second.notifications.get(kind="question").state == "sent"
