"""Mail that the clock causes: reminders, offers about to lapse, the morning mail to staff."""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command

from appointments.mail.morning_digest import queue_digests
from appointments.mail.reminders import queue_lapsing_warnings, queue_reminders
from appointments.models import AppointmentRequest, Notification
from appointments.services.visits.bookings import cancel_visit
from appointments.services.visits.offers import refuse_offer
from wakemed.periodic_tasks import TASKS

from .visits import TUESDAY, at, book, offer, seen, wanted

HOUR = datetime.timedelta(hours=1)
SECOND = datetime.timedelta(seconds=1)
VISIT = at(TUESDAY)


def causes(kind, **filters):
    """Return the causes of this kind, without what they all begin with."""
    rows = Notification.objects.filter(kind=kind, **filters).order_by("created_at")
    return [cause.rpartition(":")[2] for cause in rows.values_list("cause", flat=True)]


@pytest.fixture
def visit(make_request, visiting, clinic, scheduler):
    return book(make_request(), scheduler, wanted(visiting, clinic))


def test_the_clock_runs_all_of_it():
    assert {queue_reminders, queue_lapsing_warnings, queue_digests} <= set(TASKS)


@pytest.mark.parametrize(
    ("booked_before", "clock_at", "reminders"),
    [
        (8 * 24, [73], []),
        (8 * 24, [72], ["3"]),
        (8 * 24, [72, 48, 25], ["3"]),
        (8 * 24, [72, 71, 24, 23], ["3", "1"]),
        (8 * 24, [20], ["1"]),  # the clock stood still for both: only the nearest
        (8 * 24, [0, -1], []),
        (60, [48, 25], []),  # booked within three days: that mail was enough
        (60, [48, 24], ["1"]),
        (23, [22, 1], []),
    ],
)
def test_reminders_go_three_days_and_one_day_before_unless_the_visit_is_newer(
    make_request, visiting, clinic, scheduler, now, booked_before, clock_at, reminders
):
    now.move_to(VISIT - booked_before * HOUR)
    book(make_request(), scheduler, wanted(visiting, clinic), off_rules_reason="Soon.")
    for hours in clock_at:
        now.move_to(VISIT - hours * HOUR)
        for _again in range(2):
            queue_reminders()
    assert causes("reminder") == reminders


def test_of_two_reminders_that_wait_while_the_mail_server_is_down_the_later_one_goes_out(visit, now):
    for hours in (72, 24):
        now.move_to(VISIT - hours * HOUR)
        queue_reminders()
    call_command("send_notifications")
    assert causes("reminder", state="sent") == ["1"]
    assert causes("reminder", state="not_needed") == ["3"]


def test_a_visit_that_is_moved_or_canceled_is_not_reminded_of(visit, visiting, clinic, scheduler, now):
    request = visit.request
    now.move_to(VISIT - 72 * HOUR)
    queue_reminders()
    book(request, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"), off_rules_reason="Asked for.")
    call_command("send_notifications")
    assert causes("reminder", state="not_needed") == ["3"]
    queue_reminders()
    assert causes("reminder", state="queued") == []
    now.move_to(VISIT - 20 * HOUR)
    queue_reminders()
    assert causes("reminder", state="queued") == ["1"]
    cancel_visit(**seen(request), actor=scheduler, reason="Ill.", by_patient=True, still_wanted=False)
    call_command("send_notifications")
    assert causes("reminder", state="not_needed") == ["3", "1"]


def test_an_offer_is_warned_of_once_in_its_last_twelve_hours_while_it_is_open(
    make_request, visiting, clinic, scheduler, now
):
    request, other = make_request(), make_request()
    first = offer(request, scheduler, wanted(visiting, clinic))
    second = offer(other, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    now.move_to(first.held_until - 12 * HOUR - SECOND)
    queue_lapsing_warnings()
    assert causes("lapsing") == []
    now.shift(2 * SECOND)
    for _again in range(2):
        queue_lapsing_warnings()
    assert sorted(causes("lapsing")) == sorted([str(first.pk), str(second.pk)])
    refuse_offer(request_id=other.pk, offer_id=second.pk, text="", actor=None)
    call_command("send_notifications")
    assert causes("lapsing", state="sent") == [str(first.pk)]
    assert causes("lapsing", state="not_needed") == [str(second.pk)]


def test_a_short_offer_is_not_warned_of(make_request, visiting, clinic, scheduler, now):
    now.move_to(VISIT - 11 * HOUR)
    made = offer(make_request(), scheduler, wanted(visiting, clinic), off_rules_reason="Soon.")
    now.move_to(made.held_until - HOUR)
    queue_lapsing_warnings()
    assert causes("lapsing") == []


def digests():
    mail.outbox.clear()
    queue_digests()
    call_command("send_notifications")
    return [message for message in mail.outbox if "desk" in message.subject]


def test_staff_get_one_mail_on_a_clinic_morning_with_numbers_and_without_patients(
    make_request, visiting, clinic, scheduler, make_staff, now
):
    make_staff("left@example.com", "Schedulers", is_active=False)
    make_staff("editor@example.com", "Editors")
    now.move_to(at("2026-11-16 10:00"))
    assert digests() == []  # nothing waits
    late, held, held_for_longer = make_request(), make_request(), make_request()
    AppointmentRequest.objects.filter(pk=held.pk).update(email="kim@example.com")
    held.refresh_from_db()
    now.move_to(at("2026-11-18 09:00"))
    offer(held, scheduler, wanted(visiting, clinic))
    now.move_to(at("2026-11-19 09:00"))
    offer(held_for_longer, scheduler, wanted(visiting, clinic, "2026-11-24 09:40"))
    late.notifications.update(state="bounced", last_error="5.1.1", next_attempt_at=at("2026-11-17 09:00"))
    now.move_to(at("2026-11-20 07:59"))
    assert digests() == []
    now.move_to(at("2026-11-20 08:00"))
    (message,) = digests()
    assert message.to == ["sam@example.com"]
    says = {
        "1 overdue request (2 business days late)": "overdue",
        "1 new request": "new",
        "1 unanswered offer expires today": "offered",
        "1 patient to call": "call",
    }
    desk = "http://testserver/admin/appointments/appointmentrequest/"
    for words, tab in says.items():
        assert f"- {words}\n  {desk}?tab={tab}\n" in message.body
        assert f'<a href="{desk}?tab={tab}">{words}</a>' in message.alternatives[0].content
    for body in (message.subject, message.body, message.alternatives[0].content):
        assert not [word for word in ("Pat", "Doe", late.spoken_reference, "umor", "manage/") if word in body]
    assert digests() == []  # one a day
    now.move_to(at("2026-11-21 09:00"))  # a Saturday
    assert digests() == []
    now.move_to(at("2026-11-23 09:00"))
    assert len(digests()) == 1


def test_a_digest_that_could_not_be_sent_on_its_day_is_not_needed(make_request, scheduler, now):
    make_request()
    now.move_to(at("2026-11-20 08:00"))
    queue_digests()
    now.move_to(at("2026-11-21 00:01"))
    call_command("send_notifications")
    assert causes("digest", state="not_needed")
