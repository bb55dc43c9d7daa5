"""People are told by mail that someone tries to get into their account, without anything secret and not too often."""

import datetime

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.core import mail
from django.core.management import call_command
from django.test import Client

from tests.factories import make_member
from wakemed.periodic_tasks import TASKS
from wakemed.signin.attempt_mail import tell_of_attempts

pytestmark = pytest.mark.django_db
TYPED = "a secret that was typed"
CALLER = "198.51.100.7"


@pytest.fixture
def sam(hospital):
    person = make_member("sam@example.com", "Schedulers", is_staff=True)
    TOTP.activate(person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    return person


def guess(times, email="sam@example.com"):
    for number in range(times):
        fields = {"login": email, "password": TYPED}
        Client().post("/accounts/login/", fields, REMOTE_ADDR=f"198.51.100.{number}")


def wrong_codes(times):
    device = Client()
    device.post("/accounts/login/", {"login": "sam@example.com", "password": "a long password"}, REMOTE_ADDR=CALLER)
    for _ in range(times):
        device.post("/accounts/login/second-step/", {"code": "not a code"}, REMOTE_ADDR=CALLER)


def told():
    """Return the subjects of the mail that went out since the last look."""
    mail.outbox.clear()
    tell_of_attempts()
    call_command("send_notifications")
    assert {address for message in mail.outbox for address in message.to} <= {"sam@example.com"}
    return [message.subject for message in mail.outbox]


def test_the_clock_looks():
    assert tell_of_attempts in TASKS


def test_a_lock_is_told_once_a_day(sam):
    with time_machine.travel(datetime.datetime(2026, 12, 1, 15, tzinfo=datetime.UTC), tick=False) as clock:
        guess(49)
        assert told() == []
        guess(1)
        assert told() == ["Someone is trying to sign in to your account"]
        assert "a code" in mail.outbox[0].body
        for secret in (TYPED, CALLER):
            assert secret not in mail.outbox[0].body
        guess(50)
        assert told() == []
        clock.shift(datetime.timedelta(days=1))
        assert told() == []  # it's long over
        guess(50)
        assert told() == ["Someone is trying to sign in to your account"]


def test_wrong_codes_after_the_right_password_are_told(sam):
    wrong_codes(4)
    assert told() == []
    wrong_codes(1)
    assert told() == ["Wrong codes at your sign-in"]
    assert "knows your password" in mail.outbox[0].body
    wrong_codes(3)
    assert told() == []


def test_nobody_is_told_of_what_is_no_account_of_theirs_or_is_closed(sam):
    make_member("gone@example.com", is_active=False)
    for email in ("nobody@example.com", "gone@example.com"):
        guess(50, email)
    assert told() == []
