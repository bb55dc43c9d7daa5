"""The outbox against a real SMTP server on this machine."""

import email
import email.policy

import pytest
from aiosmtpd.controller import Controller

from appointments.models import Notification
from appointments.notifications.delivery import deliver_next
from tests.journeys.serving import free_port

ENHANCED_REFUSAL = "550 5.1.1 No such mailbox"


class Sink:
    """Takes every mail, or refuses every recipient."""

    def __init__(self):
        self.taken = []
        self.refuses = False

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refuses:
            return ENHANCED_REFUSAL
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"


@pytest.fixture
def sink(settings):
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = controller.port
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    yield handler
    controller.stop()


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


def test_a_refused_recipient_is_tried_again_later_and_the_kind_of_error_is_kept(make_request, sink):
    make_request()
    sink.refuses = True
    assert deliver_next()
    notification = Notification.objects.get()
    assert (notification.state, notification.attempts) == (Notification.State.QUEUED, 1)
    assert notification.last_error == "SMTPRecipientsRefused"
    assert not deliver_next()


def test_a_mail_server_that_is_down_loses_nothing(make_request, sink, settings):
    make_request()
    settings.EMAIL_PORT = 1
    assert deliver_next()
    assert Notification.objects.get().last_error == "ConnectionRefusedError"
