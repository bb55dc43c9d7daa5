"""The outbox against a real SMTP server on this machine."""

import pytest

from appointments.mail.calendar_files import calendar_file
from appointments.mail.delivery import deliver_next
from appointments.models import Notification

from .visits import book, wanted

State = Notification.State


def test_the_mail_arrives_as_text_and_html_with_its_stable_message_id(make_request, sink):
    request = make_request()
    notification = Notification.objects.get()
    assert deliver_next()
    (message,) = sink.taken
    assert message["To"] == "pat@example.com"
    assert message["Message-ID"] == f"<{notification.id}@example.com>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert request.spoken_reference in message["Subject"]
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize(
    ("refusal", "state", "kind"),
    [
        ("550 5.1.1 <pat@example.com>: no such mailbox", State.BOUNCED, "5.1.1"),
        ("553 Unknown", State.BOUNCED, "553"),
        ("450 4.2.1 Try later", State.QUEUED, "SMTPRecipientsRefused"),
        ("554 5.7.1 Relay access denied", State.QUEUED, "SMTPRecipientsRefused"),  # of everybody: our own mistake
        ("530 Sign in first", State.QUEUED, "SMTPRecipientsRefused"),
    ],
)
def test_a_recipient_that_does_not_exist_bounces_at_once_and_other_refusals_are_tried_again(
    make_request, sink, refusal, state, kind
):
    make_request()
    sink.refusal = refusal
    assert deliver_next()
    notification = Notification.objects.get()
    assert (notification.state, notification.attempts, notification.last_error) == (state, 1, kind)
    assert not deliver_next()


def test_a_booking_arrives_as_an_invitation_and_as_a_file(make_request, visiting, clinic, scheduler, sink):
    visit = book(make_request(), scheduler, wanted(visiting, clinic))
    assert deliver_next()
    assert deliver_next()
    message = sink.taken[-1]
    assert message.get_content_type() == "multipart/mixed"
    alternatives, file = message.iter_parts()
    types = [part.get_content_type() for part in alternatives.iter_parts()]
    assert types == ["text/plain", "text/html", "text/calendar"]  # the best one last (RFC 2046, 5.1.4)
    invitation = list(alternatives.iter_parts())[-1]
    assert (invitation.get_param("method"), invitation.get_param("charset")) == ("REQUEST", "utf-8")
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "visit.ics")
    assert file.get_content() == calendar_file(visit, method="REQUEST") == invitation.get_payload(decode=True)


def test_a_mail_server_that_is_down_loses_nothing(make_request, sink, settings):
    make_request()
    settings.EMAIL_PORT = 1
    assert deliver_next()
    assert Notification.objects.get().last_error == "ConnectionRefusedError"
