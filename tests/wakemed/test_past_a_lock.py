"""Strangers' guesses lock an account or an address; a passkey passes, and so do password and code together.

Who doesn't have both learns nothing about either.
"""

import re
import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.one_time_codes import code_of
from tests.soft_passkey import SoftPasskey, sign_in_with
from wakemed.models import SecurityEvent

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
EMAIL = "sam@example.com"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HERE, ELSEWHERE = "192.0.2.1", "203.0.113.9"
QUEUE = "/admin/wakemed/user/"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def sam():
    return get_user_model().objects.create_superuser(EMAIL, PASSWORD)


@pytest.fixture
def with_app(sam):
    TOTP.activate(sam, SECRET)
    return sam


def send(device, address=HERE, **fields):
    """Send the sign-in; what isn't named is Sam's and right, but no code is given."""
    fields = {"login": EMAIL, "password": PASSWORD} | fields
    return device.post("/accounts/login/", fields, REMOTE_ADDR=address)


def wrong_code():
    """Return a code that is wrong and stays so during the test."""
    near = {code_of(SECRET, time.time() + 30 * step) for step in range(-3, 4)}
    return next(code for code in ("000000", "111111", "222222") if code not in near)


def is_in(device):
    return "_auth_user_id" in device.session


def said(response):
    """Return the page's text with what was typed, without what differs each time."""
    soup = BeautifulSoup(response.content, "html.parser")
    for field in soup.select("[name=csrfmiddlewaretoken], [name=code], [name=login]"):
        field.decompose()
    return soup.main.decode()


@pytest.fixture(params=["the account", "the address"])
def locked(request, with_app):
    """Have strangers, or someone behind the same address, guess too often."""
    for number in range(51 if request.param == "the account" else 11):
        email, address = (EMAIL, f"198.51.100.{number}") if request.param == "the account" else ("kim@x.org", HERE)
        send(Client(), address, login=email, password="wrong")


def test_a_passkey_passes(locked, with_app):
    passkey, device = SoftPasskey(with_app), Client()
    answer = send(device)
    assert "too many attempts" in said(answer)
    assert not is_in(device)
    for _ in range(12):  # nor does it count how often someone comes in
        sign_in_with(passkey, device, REMOTE_ADDR=HERE)
        assert device.get(QUEUE).status_code == 200
        device.post("/accounts/logout/")


def test_another_ones_passkey_opens_only_their_own_account(locked, with_app):
    eve = get_user_model().objects.create_user("eve@example.com", PASSWORD)
    passkey, device = SoftPasskey(eve), Client()
    passkey.user_handle = SoftPasskey(with_app).user_handle
    sign_in_with(passkey, device)
    assert not is_in(device)


def test_password_and_code_pass_together_on_a_device_that_isnt_known(locked):
    device = Client()
    shown = BeautifulSoup(send(device, next=QUEUE).content, "html.parser")
    assert shown.select_one("input[name=code]")["autocomplete"] == "one-time-code"
    assert shown.select_one("input[name=login]")["value"] == EMAIL
    assert "(optional)" not in shown.main.get_text()
    assert not is_in(device)
    assert send(device, code=code_of(SECRET), next=QUEUE)["Location"] == QUEUE
    assert device.get(QUEUE).status_code == 200  # the second step has been shown


def test_so_does_a_recovery_code_once(locked, with_app):
    code = RecoveryCodes.activate(with_app).generate_codes()[0]
    for expected in (True, False):
        device = Client()
        send(device, code=code)
        assert is_in(device) is expected


def test_on_a_known_device_the_second_step_passes_whatever_colleagues_type(with_app):
    device = Client()
    send(device)
    device.post("/accounts/login/second-step/", {"code": code_of(SECRET)}, REMOTE_ADDR=HERE)
    device.post("/accounts/logout/")
    for _ in range(11):
        send(Client(), login="kim@x.org", password="wrong")
    send(device)
    ahead = code_of(SECRET, time.time() + 30)
    assert device.post("/accounts/login/second-step/", {"code": ahead}, REMOTE_ADDR=HERE).status_code == 302
    assert is_in(device)


def attempts(with_app):
    """Yield each way to be wrong: an answer must not tell them apart."""
    get_user_model().objects.create_user("closed@example.com", PASSWORD, is_active=False)
    get_user_model().objects.create_user("plain@example.com", PASSWORD)
    right = code_of(SECRET)
    yield {"password": "wrong", "code": wrong_code()}
    yield {"password": PASSWORD, "code": wrong_code()}
    yield {"password": "wrong", "code": right}
    for email in ("nobody@example.com", "closed@example.com", "plain@example.com"):
        for code in (wrong_code(), right):
            yield {"login": email, "code": code}


def test_no_answer_tells_what_was_wrong(with_app):
    answers = {}
    for number, fields in enumerate(attempts(with_app)):
        with CaptureQueriesContext(connection) as asked:
            response = send(Client(), f"198.51.100.{number}", **fields)
        statements = [re.sub(r"'[^']*'|\d+|NULL|true|false", "…", each["sql"]) for each in asked]
        answers[response.status_code, said(response), tuple(statements), *sorted(response.headers)] = fields
    assert len(answers) == 1, answers.values()
    [(status, text, *_rest)] = answers
    assert status == 200
    assert "isn't right" in text


def test_a_right_password_is_as_silent_when_guesses_of_its_codes_have_run_out(with_app):
    for number in range(20):
        last = send(Client(), f"198.51.100.{number}", code=wrong_code())
    after = send(Client(), ELSEWHERE, code=code_of(SECRET))
    assert said(after) == said(last) == said(send(Client(), "198.51.100.99", password="wrong", code=wrong_code()))


def test_someone_with_the_password_has_twenty_guesses_an_hour_and_a_manager_ends_the_wait(with_app, rf):
    for number in range(20):
        send(Client(), f"198.51.100.{number}", code=wrong_code())
    device = Client()
    send(device, code=code_of(SECRET))
    assert not is_in(device)
    send(device)
    second_step = device.post("/accounts/login/second-step/", {"code": code_of(SECRET)})
    assert "Too many" in said(second_step)
    boss = Client()
    boss.force_login(get_user_model().objects.create_superuser("boss@example.com", PASSWORD))
    session = boss.session
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = boss.session["_auth_user_id"]
    session["signed_in_at"] = time.time()
    session.save()
    boss.post(QUEUE, {"action": "unlock", "_selected_action": [with_app.pk]})
    send(device := Client(), code=code_of(SECRET))
    assert is_in(device)


def test_strangers_use_nothing_up(with_app):
    for number in range(60):
        send(Client(), f"198.51.100.{number % 9}", password="wrong", code=wrong_code())
    send(device := Client(), code=code_of(SECRET))
    assert is_in(device)


def test_one_address_has_five_tries_for_an_account(with_app):
    for _ in range(5):
        send(Client(), password="wrong", code=wrong_code())
    device = Client()
    assert "Wait ten minutes" in said(send(device, code=code_of(SECRET)))
    assert not is_in(device)
    send(device, ELSEWHERE, code=code_of(SECRET))
    assert is_in(device)


def test_a_code_that_came_with_a_wrong_password_is_still_good_and_one_that_opened_isnt(with_app):
    code = code_of(SECRET)
    send(Client(), password="wrong", code=code)
    send(device := Client(), code=code)
    assert is_in(device)
    for again in (code, f"{code[:3]} {code[3:]}"):
        send(thief := Client(), code=again)
        assert not is_in(thief)


def test_both_are_recorded_as_they_are_and_the_password_is_not(with_app):
    known = set(SecurityEvent.objects.values_list("pk", flat=True))
    send(Client(), password="a secret wrong one", code=wrong_code())
    send(Client(), code=wrong_code())
    send(Client(), code=code_of(SECRET))
    kinds = list(SecurityEvent.objects.exclude(pk__in=known).order_by("pk").values_list("kind", flat=True))
    assert kinds == ["sign_in_failed", "factor_failed", "factor_shown", "signed_in"]
    assert "a secret" not in str(SecurityEvent.objects.values())
