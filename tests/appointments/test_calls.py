"""What no mail can tell a patient, someone at the desk tells by phone."""

import datetime

import pytest
from django.core.management import call_command

from appointments.guards.refusals import RequestIsClosed
from appointments.mail.outdated_calls import drop_outdated_calls
from appointments.mail.reminders import queue_reminders
from appointments.models import AppointmentRequest, Notification
from appointments.services.requests.closing import close_request, waitlist_request
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.requests.corrections import correct_details
from appointments.services.visits.bookings import cancel_visit

from .at_desk import QUEUE, buttons_on, press, words_of
from .visits import book, offer, seen, wanted

DAY = datetime.timedelta(days=1)
CALL = {"tab": "call"}


@pytest.fixture
def record(visiting, make_request):
    """A request of someone without e-mail, who allows no messages."""
    record = make_request()
    AppointmentRequest.objects.filter(pk=record.pk).update(email="", may_leave_message=False)
    Notification.objects.all().delete()
    record.refresh_from_db()
    return record


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def calls(record):
    return list(record.notifications.filter(state="to_call", told_in=None).values_list("kind", flat=True))


def log(record, actor, outcome, channel="phone"):
    return log_contact(request_id=record.pk, actor=actor, channel=channel, outcome=outcome, next_on=None)


def test_a_reminder_without_e_mail_is_a_call_with_the_time_and_done_with_an_outcome(
    desk, record, scheduler, visiting, clinic, now
):
    visit = book(record, scheduler, wanted(visiting, clinic))
    assert calls(record) == []  # it was agreed on the phone
    now.move_to(visit.start - 2 * DAY)
    desk.force_login(scheduler)
    for _again in range(2):
        queue_reminders()
    call_command("send_notifications")
    assert calls(record) == ["reminder"]
    row = "Remind the patient of the visit. Tuesday, November 24, 2026 at 9:00 a.m. EST"
    assert f"(919) 555-0142 do not leave a message {row}" in words_of(desk.get(QUEUE, CALL))
    press(desk, record, "contact", channel="phone", outcome="left_message", left_anyway="on")
    assert "Call 1" in words_of(desk.get(QUEUE))  # messages aren't allowed
    press(desk, record, "contact", channel="phone", outcome="reached")
    assert "Call 0" in words_of(desk.get(QUEUE))
    assert record.notifications.get().told_in == record.contact_attempts.last()


def test_a_message_is_enough_where_messages_are_allowed(record, scheduler):
    AppointmentRequest.objects.filter(pk=record.pk).update(may_leave_message=True)
    waitlist_request(**seen(record), actor=scheduler)
    log(record, scheduler, "left_message")
    assert calls(record) == []


def test_a_call_that_is_put_off_comes_back_on_its_day(desk, record, scheduler, visiting, clinic, now):
    offer(record, scheduler, wanted(visiting, clinic))
    press(desk, record, "contact", channel="phone", outcome="no_answer", next_on="2026-11-17")
    assert "Call 0" in words_of(desk.get(QUEUE))
    now.shift(DAY)
    assert "Call 1" in words_of(desk.get(QUEUE))


def test_a_closed_request_whose_patient_was_not_told_is_called_and_given_up_after_three_attempts(
    desk, record, scheduler
):
    close_request(**seen(record), actor=scheduler, closed_reason="declined", reason="no")
    assert calls(record) == ["closed"]
    assert "Say that the request is closed, and why." in words_of(desk.get(QUEUE, CALL))
    assert "contact" in buttons_on(desk, record)
    for _attempt in range(3):
        assert calls(record) == ["closed"]
        press(desk, record, "contact", channel="phone", outcome="no_answer")
    assert calls(record) == []
    assert "contact" not in buttons_on(desk, record)
    with pytest.raises(RequestIsClosed):
        log(record, scheduler, "reached")


@pytest.mark.parametrize("by_patient", [True, False])
def test_a_canceled_visit_is_called_about_unless_the_patient_canceled_it(
    record, scheduler, visiting, clinic, by_patient
):
    book(record, scheduler, wanted(visiting, clinic))
    cancel_visit(**seen(record), actor=scheduler, reason="Ill.", by_patient=by_patient, still_wanted=True)
    assert calls(record) == ([] if by_patient else ["cancelled"])


def test_a_call_that_is_no_longer_true_goes_by_itself(record, scheduler, visiting, clinic, now):
    visit = book(record, scheduler, wanted(visiting, clinic))
    now.move_to(visit.start - 2 * DAY)
    queue_reminders()
    drop_outdated_calls()
    assert calls(record) == ["reminder"]
    book(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    drop_outdated_calls()
    assert calls(record) == []


def test_a_first_e_mail_address_turns_calls_into_mail(record, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic))
    correct_details(**seen(record), actor=scheduler, values={"email": "pat@example.com"})
    call_command("send_notifications")
    assert record.notifications.get(kind="offered").state == "sent"


def test_a_mail_that_waits_is_a_call_once_the_address_is_taken_out(visiting, make_request, scheduler, clinic):
    record = make_request()
    offer(record, scheduler, wanted(visiting, clinic))
    AppointmentRequest.objects.filter(pk=record.pk).update(email="")
    call_command("send_notifications")
    assert (calls(record), record.notifications.get(kind="received").state) == (["offered"], "not_needed")


def test_a_mail_that_came_back_is_a_call_until_the_patient_is_told_or_a_later_one_arrives(
    desk, visiting, make_request, scheduler, now
):
    record = make_request()
    record.notifications.update(state="bounced")
    assert "A mail didn't arrive: Request received." in words_of(desk.get(QUEUE, CALL))
    now.shift(datetime.timedelta(hours=1))
    later = Notification.objects.create(request=record, kind="link", cause="again", state="sent")
    assert "Call 0" in words_of(desk.get(QUEUE))
    later.delete()
    log(record, scheduler, "reached")
    assert "Call 0" in words_of(desk.get(QUEUE))
