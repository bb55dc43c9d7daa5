"""A mail sender that is killed in the middle loses no mail; what it repeats can be recognized."""

import email
import email.policy
import itertools
import os
import signal
from collections import Counter

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from appointments.models import AppointmentRequest, Notification
from tests.journeys.serving import free_port

from . import mortal_sender


class DeadlyServer:
    """Takes every mail, and kills the sender at the nth time of one moment: MAIL, DATA or QUIT."""

    def __init__(self):
        self.taken = []
        self.victim = None
        self.moment, self.last = "", 0
        self.times = itertools.count(1)

    def threaten(self, moment, last):
        """Return what is to be told the sender's id, which will be killed then."""

        def announce(process_id):
            self.victim, self.moment, self.last, self.times = process_id, moment, last, itertools.count(1)

        return announce

    def reach(self, moment):
        if moment == self.moment and next(self.times) == self.last:
            os.kill(self.victim, signal.SIGKILL)

    async def handle_MAIL(self, server, session, envelope, address, options):
        self.reach("MAIL")
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        self.reach("DATA")  # the mail is taken, and its sender does not learn that
        return "250 OK"

    async def handle_QUIT(self, server, session, envelope):
        self.reach("QUIT")  # the sender has been told, and has not written that down
        return "221 Bye"


@pytest.fixture
def mail_server():
    handler = DeadlyServer()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    handler.port = controller.port
    yield handler
    controller.stop()


@pytest.mark.django_db(transaction=True)
def test_whenever_a_sender_is_killed_every_mail_goes_out_and_repeats_have_the_same_message_id(
    make_request, mail_server
):
    for name in ("first", "second", "third"):
        request = make_request()
        AppointmentRequest.objects.filter(pk=request.pk).update(email=f"{name}@example.com")
    ids = {
        notification.request.email: f"<{notification.pk}@example.com>"
        for notification in Notification.objects.select_related("request")
    }
    with mortal_sender.running(connection.settings_dict["NAME"], mail_server.port) as sender:
        assert sender.send(mail_server.threaten("MAIL", 2)) == -signal.SIGKILL
        assert Counter(mail["To"] for mail in mail_server.taken) == {"first@example.com": 1}
        assert sender.send(mail_server.threaten("DATA", 1)) == -signal.SIGKILL
        assert sender.send(mail_server.threaten("QUIT", 1)) == -signal.SIGKILL
        assert Notification.objects.filter(state="sent").count() == 1
        assert sender.send(mail_server.threaten("", 0)) == 0
    assert Counter(mail["To"] for mail in mail_server.taken) == {
        "first@example.com": 1,
        "second@example.com": 3,
        "third@example.com": 1,
    }
    assert {(mail["To"], mail["Message-ID"]) for mail in mail_server.taken} == set(ids.items())
    assert set(Notification.objects.values_list("state", "attempts")) == {("sent", 1)}
