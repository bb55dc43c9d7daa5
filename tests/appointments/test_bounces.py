"""Mail that comes back."""

import io
import types
import uuid

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import OperationalError

from appointments.models import Notification

# RFC 3464, appendix E.1, shortened
NOTICE = """\
From: Mail Delivery Subsystem <MAILER-DAEMON@mail.example.net>
To: appointments@example.com
Subject: Returned mail
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part

The mail could not be delivered to pat@example.com.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.net

Final-Recipient: rfc822; pat@example.com
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 pat@example.com has moved

--part
Content-Type: {returned}

From: WakeMed Spine <appointments@example.com>
Subject: We've received your appointment request
{message_id}

--part--
"""


@pytest.fixture
def notice(monkeypatch):
    """Return a function that tells `record_bounce` about a mail."""

    def tell(about=None, *, action="failed", status="5.1.1", returned="text/rfc822-headers", text=None, domain=None):
        message_id = f"Message-ID: <{about}@{domain or 'example.com'}>" if about else "X-Nothing: here"
        raw = (
            text
            if text is not None
            else NOTICE.format(action=action, status=status, returned=returned, message_id=message_id)
        )
        monkeypatch.setattr("sys.stdin", types.SimpleNamespace(buffer=io.BytesIO(raw.encode())))
        call_command("record_bounce", stdout=io.StringIO())

    return tell


@pytest.fixture
def sent(make_request):
    make_request()
    call_command("send_notifications")
    return Notification.objects.get()


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
def test_a_mail_that_comes_back_shows_with_the_kind_of_failure_alone(sent, notice, returned):
    for _again in range(2):
        notice(sent.pk, returned=returned, status="5.2.1 (pat@example.com disabled)")
    sent.refresh_from_db()
    assert (sent.state, sent.last_error, sent.attempts) == (Notification.State.BOUNCED, "5.2.1", 1)


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_a_mail_that_is_only_late_has_not_come_back(sent, notice, action):
    notice(sent.pk, action=action, status="4.4.1")
    sent.refresh_from_db()
    assert sent.state == Notification.State.SENT


def test_what_is_not_about_a_mail_of_ours_ends_with_a_sentence_and_changes_nothing(sent, notice):
    unreadable = [
        {"text": ""},
        {"text": "\x00\xff not a mail"},
        {"text": NOTICE.replace("message/delivery-status", "text/plain")},
        {"text": NOTICE.replace("Action: {action}\n", "")},
        {"about": None},
        {"about": uuid.uuid4()},
        {"about": "z" * 36},
        {"about": sent.pk, "domain": "example.org"},
    ]
    for odd in unreadable:
        with pytest.raises(CommandError) as refused:
            notice(**odd)
        assert refused.value.returncode == 1
        assert str(refused.value).endswith(".")
        assert "pat@" not in str(refused.value)
    sent.refresh_from_db()
    assert sent.state == Notification.State.SENT


def test_without_the_database_the_mail_server_is_told_to_try_later(sent, notice, monkeypatch):
    def away(**options):
        raise OperationalError("gone")

    monkeypatch.setattr("wakemed.management.commands.record_bounce.record_bounce", away)
    with pytest.raises(CommandError) as refused:
        notice(sent.pk)
    assert refused.value.returncode == 75
    assert len(mail.outbox) == 1
