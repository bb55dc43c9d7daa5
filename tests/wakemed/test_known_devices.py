"""Wrong passwords from elsewhere don't lock someone out where they have signed in before."""

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client

from wakemed.models import SecurityEvent
from wakemed.settings.shared import CACHES

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
EMAIL = "sam@example.com"


@pytest.fixture
def sam():
    return get_user_model().objects.create_user(EMAIL, PASSWORD, is_staff=True)


def attempt(device, password, email=EMAIL, address="192.0.2.1"):
    """Try to sign in; returns True if it opened."""
    device.post("/accounts/login/", {"login": email, "password": password}, REMOTE_ADDR=address)
    return "_auth_user_id" in device.session


def guess(times, email=EMAIL):
    """Guess the password of an account, each time from another address."""
    for number in range(times):
        attempt(Client(), "wrong", email, f"198.51.100.{number}")


@pytest.fixture
def known(client, sam):
    """A device on which Sam has signed in, and out again."""
    assert attempt(client, PASSWORD)
    client.post("/accounts/logout/")
    return client


def test_fifty_guesses_lock_strangers_and_not_a_known_device(known, sam):
    guess(50)
    assert not attempt(Client(), PASSWORD)
    assert attempt(known, PASSWORD)


def test_nor_does_a_colleague_behind_the_same_address(known, sam):
    for _ in range(11):
        attempt(Client(), "wrong", "kim@example.com")
    assert not attempt(Client(), PASSWORD)
    assert attempt(known, PASSWORD)


def test_a_known_device_may_guess_ten_times_and_is_then_like_any_other(known, sam):
    guess(50)
    for _ in range(10):
        assert not attempt(known, "wrong")
    assert not attempt(known, PASSWORD)


def test_a_device_is_known_for_one_person(known, sam):
    get_user_model().objects.create_user("kim@example.com", PASSWORD)
    guess(50, "kim@example.com")
    assert not attempt(known, PASSWORD, "kim@example.com")
    stolen = next(morsel for name, morsel in known.cookies.items() if "known_device" in name)
    known.cookies[stolen.key.rpartition("_")[0] + "_kim"] = stolen.value
    assert not attempt(known, PASSWORD, "kim@example.com")


def test_a_new_password_makes_it_unknown(known, sam):
    sam.set_password("another long password")
    sam.save()
    guess(50)
    assert not attempt(known, "another long password")


def test_a_made_up_cookie_is_no_known_device(sam, client):
    attempt(client, PASSWORD)
    name = next(name for name in client.cookies if "known_device" in name)
    theirs = client.cookies[name].value
    for value in ("", "x", "x:y", theirs[:-1] + ("4" if theirs.endswith("0") else "0")):
        stranger = Client()
        stranger.cookies[name] = value
        guess(50)
        assert not attempt(stranger, PASSWORD), value


def test_the_cookie_is_for_the_server_alone(client, sam, settings):
    settings.SESSION_COOKIE_SECURE = True
    client.post("/accounts/login/", {"login": EMAIL, "password": PASSWORD}, secure=True)
    [cookie] = [morsel for name, morsel in client.cookies.items() if "known_device" in name]
    assert cookie.key.startswith("__Host-known_device_")
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, True, "Lax", "/")
    assert EMAIL not in str(cookie)


def test_a_count_outlives_hundreds_of_others(settings):
    """Django's own cache of 300 would let someone who tries as many addresses begin again with the first one."""
    settings.CACHES = CACHES
    call_command("createcachetable")
    counted = caches["default"]
    for name in range(400):
        counted.set(f"{name:03}", name)
    assert counted.get("000") == 0


def test_a_manager_unlocks(sam, admin_client):
    guess(50)
    assert not attempt(Client(), PASSWORD)
    admin_client.post("/admin/wakemed/user/", {"action": "unlock", "_selected_action": [sam.pk]})
    assert attempt(Client(), PASSWORD)
    assert SecurityEvent.objects.get(kind="unlocked").account_email == EMAIL
