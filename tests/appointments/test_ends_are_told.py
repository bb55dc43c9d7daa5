"""Whatever ends, the patient hears of it by mail, and staff see before they press the button whether they do."""

import datetime

import pytest
from django.core import mail
from django.core.management import call_command

from appointments.models import AppointmentRequest, Notification
from appointments.sample_content.first_templates import FIRST
from appointments.services.requests.closing import close_request, mark_duplicate, reopen_request, waitlist_request
from appointments.services.requests.contact_attempts import log_contact
from appointments.services.visits.bookings import book_visit, cancel_visit, keep_visit
from appointments.services.visits.lapsing import lapse_due_offers
from appointments.services.visits.offers import withdraw_offer
from appointments.status_words import status_in_words

from .at_desk import words_of
from .test_messages import as_read
from .visits import book, offer, seen, wanted

PLAIN = "If you still need an appointment, or didn't expect this, please call us."
DUPLICATE = "We have two requests from you, so we closed this one."


@pytest.fixture
def record(visiting, make_request):
    return make_request()


@pytest.fixture
def desk(client, scheduler):
    client.force_login(scheduler)
    return client


def sent():
    """Return what goes out now, as kinds, and the words of the last mail."""
    mail.outbox.clear()
    before = set(Notification.objects.filter(state="sent").values_list("pk", flat=True))
    call_command("send_notifications")
    new = Notification.objects.filter(state="sent").exclude(pk__in=before).order_by("created_at")
    return list(new.values_list("kind", flat=True)), as_read(mail.outbox[-1].body) if mail.outbox else ""


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("declined", "our spine clinics can't offer an appointment for it"),
        ("unreachable", "We tried to reach you about your request, and couldn't."),
        ("cancelled_by_staff", PLAIN),
        ("cancelled_by_patient", PLAIN),
    ],
)
def test_a_closed_request_is_told_in_the_editors_words(record, scheduler, reason, words):
    sent()
    if reason == "unreachable":
        log_contact(request_id=record.pk, actor=scheduler, channel="phone", outcome="no_answer", next_on=None)
    close_request(**seen(record), actor=scheduler, closed_reason=reason, reason="Not for the patient.")
    kinds, body = sent()
    assert kinds == ["closed"]
    assert words in body
    assert "Not for the patient." not in body


@pytest.mark.parametrize(("address", "says"), [("PAT@example.com", DUPLICATE), ("kim@example.com", PLAIN)])
def test_a_duplicate_is_told_of_the_other_request_only_at_the_same_address(
    record, make_request, scheduler, address, says
):
    other = make_request()
    AppointmentRequest.objects.filter(pk=other.pk).update(email=address)
    sent()
    mark_duplicate(**seen(record), of_reference=other.reference, actor=scheduler)
    kinds, body = sent()
    assert (kinds, says in body, DUPLICATE in body) == (["closed"], True, says == DUPLICATE)
    for text in (body, as_read(mail.outbox[-1].alternatives[0][0])):
        assert (other.spoken_reference in text) == (says == DUPLICATE)
        assert text.count("need to do anything.") == 1


def test_that_we_tried_is_said_only_if_an_attempt_is_logged(record, scheduler):
    sent()
    close_request(**seen(record), actor=scheduler, closed_reason="unreachable", reason="No number.")
    body = sent()[1]
    assert PLAIN in body
    assert "tried to reach" not in body
    record.refresh_from_db()
    assert "tried to reach" not in status_in_words(record)
    assert not [text for _use, _name, text, _translations in FIRST if "tried to reach" in text]


def test_a_lapsed_offer_is_told_if_the_patient_knew_of_it(record, scheduler, visiting, clinic, now):
    made = offer(record, scheduler, wanted(visiting, clinic))
    assert sent()[0] == ["received", "offered"]
    now.move_to(made.held_until + datetime.timedelta(minutes=1))
    lapse_due_offers()
    kinds, body = sent()
    assert kinds == ["offer_ended"]
    assert "We're no longer holding the times that we offered you." in body


def test_an_offer_that_is_taken_back_before_its_mail_went_out_is_not_mentioned(record, scheduler, visiting, clinic):
    sent()
    offer(record, scheduler, wanted(visiting, clinic))
    withdraw_offer(**seen(record), actor=scheduler)
    assert sent()[0] == []


def test_a_visit_that_stays_is_still_booked_in_the_mail_about_the_withdrawn_times(
    record, scheduler, visiting, clinic, now
):
    book(record, scheduler, wanted(visiting, clinic))
    offer(record, scheduler, wanted(visiting, clinic, "2026-11-25 09:00"))
    sent()
    now.shift(60)
    keep_visit(**seen(record), actor=scheduler)
    kinds, body = sent()
    assert kinds == ["offer_ended"]
    assert "Your appointment on Tuesday, November 24, 2026 at 9:00 a.m. EST is still booked." in body


def test_what_follows_at_once_says_it_instead(record, scheduler, visiting, clinic):
    offer(record, scheduler, wanted(visiting, clinic))
    sent()
    withdraw_offer(**seen(record), actor=scheduler)
    book_visit(**seen(record), wanted=wanted(visiting, clinic, "2026-11-25 09:00"), actor=scheduler)
    assert sent()[0] == ["booked"]
    cancel_visit(**seen(record), actor=scheduler, reason="Ill.", by_patient=True, still_wanted=False)
    assert sent()[0] == ["cancelled"]  # it says that the request is closed, too


def test_the_waitlist_is_told_while_the_request_is_on_it(record, make_request, scheduler):
    other = make_request()
    sent()
    for each in (record, other):
        waitlist_request(**seen(each), actor=scheduler)
    close_request(**seen(other), actor=scheduler, closed_reason="declined", reason="no")
    assert sorted(sent()[0]) == ["closed", "waitlisted"]


def test_a_reopened_request_is_told_to_those_who_were_told_that_it_is_closed(record, make_request, scheduler):
    other = make_request()
    sent()
    close_request(**seen(record), actor=scheduler, closed_reason="declined", reason="no")
    assert sent()[0] == ["closed"]
    close_request(**seen(other), actor=scheduler, closed_reason="declined", reason="wrong one")
    for each in (record, other):
        reopen_request(**seen(each), actor=scheduler, reason="by mistake")
    assert sent()[0] == ["reopened"]
    assert Notification.objects.get(request=other, kind="closed").state == "not_needed"


def test_the_desk_sees_before_a_button_where_the_mail_goes_or_that_none_can(desk, record):
    page = words_of(desk.get(record.get_absolute_url()))
    assert page.count("An email goes to pat@example.com.") >= 4  # offer, ask, close, waitlist
    record.notifications.update(state="bounced")
    page = words_of(desk.get(record.get_absolute_url()))
    assert "An email goes to pat@example.com, but the last one didn't arrive there. Call as well." in page
    AppointmentRequest.objects.filter(pk=record.pk).update(email="", reach_by="phone")
    page = words_of(desk.get(record.get_absolute_url()))
    assert "The patient has no email address. If they don't know yet, call them: see the tab “Call”." in page
    assert "The patient has no email address. Tell them by phone." in page  # booking: agreed on the phone
