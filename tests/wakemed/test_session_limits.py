"""A session ends without activity, and after a shift in any case; what was typed is sent once its person is back."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
START = datetime.datetime(2026, 11, 30, 13, 0, tzinfo=datetime.UTC)
TEMPLATES = "/admin/appointments/messagetemplate/"
ADD = "/admin/appointments/messagetemplate/add/"
TYPED = {"name": "We’re <closed>", "use": "ask", "text": "\nTwo\nlines", "position": "3", "is_active": "on"}
TYPED |= {"translations-TOTAL_FORMS": "0", "translations-INITIAL_FORMS": "0"}


@pytest.fixture
def clock():
    with time_machine.travel(START, tick=False) as moving:
        yield moving


@pytest.fixture
def sam(db):
    return get_user_model().objects.create_superuser("sam@example.com", PASSWORD)


@pytest.fixture
def client(clock, sam):
    client = Client()
    client.force_login(sam)
    return client


def minutes(number):
    return datetime.timedelta(minutes=number)


def is_in(client):
    return client.get(TEMPLATES).status_code == 200


def sign_in(client, email="sam@example.com", **more):
    return client.post("/accounts/login/", {"login": email, "password": PASSWORD, **more})


def test_activity_keeps_a_session_and_fifteen_minutes_without_end_it(client, clock):
    for _turn in range(4):
        clock.shift(minutes(14))
        assert is_in(client)
    clock.shift(minutes(15))
    response = client.get(TEMPLATES)
    assert response["Location"] == "/accounts/login/?next=%2Fadmin%2Fappointments%2Fmessagetemplate%2F"
    assert "15 minutes without activity" in client.get(response["Location"]).content.decode()
    assert sign_in(client, next=TEMPLATES)["Location"] == TEMPLATES
    assert is_in(client)


def test_twelve_hours_end_it_whatever_someone_does(client, clock):
    for _turn in range(12 * 6 - 1):
        clock.shift(minutes(10))
        assert is_in(client)
    clock.shift(minutes(10))
    response = client.get(TEMPLATES)
    assert "after 12 hours everyone signs in again" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("/accounts/session/", {}),
        ("/admin/appointments/appointmentrequest/", {"X-Refresh": "1"}),
    ],
)
def test_what_a_page_asks_by_itself_is_no_activity(client, clock, address, headers):
    for _turn in range(2):
        clock.shift(minutes(7))
        client.get(address, headers=headers)
    clock.shift(minutes(1))
    assert not is_in(client)


def test_the_page_learns_how_long_it_has_and_a_press_extends_it(client, clock):
    clock.shift(minutes(13))
    assert client.get("/accounts/session/").json()["left"] == 120
    answer = client.post("/accounts/session/").json()
    assert answer.pop("token")
    assert answer == {"user": get_user_model().objects.get().pk, "left": 900, "can_stay": True}


def test_what_was_typed_is_sent_after_signing_in_again(client, clock):
    clock.shift(minutes(20))
    response = client.post(ADD, TYPED)
    assert response["Location"].startswith("/accounts/login/?next=%2Faccounts%2Fgo-on%2F")
    response = client.post(
        response["Location"], {"login": "sam@example.com", "password": PASSWORD, "next": "/accounts/go-on/"}
    )
    page = BeautifulSoup(client.get(response["Location"]).content, "html.parser")
    form = page.main.form
    assert form["action"] == ADD
    fields = [(field["name"], field.get_text().removeprefix("\n")) for field in form.select("textarea")]
    assert dict(fields) == TYPED
    answer = client.post(ADD, dict(fields))
    assert answer.status_code == 302, BeautifulSoup(answer.content, "html.parser").select(".errorlist")
    assert answer["Location"] == TEMPLATES
    assert client.get("/accounts/go-on/")["Location"] == "/staff/"


def test_nobody_else_gets_what_was_typed(client, clock):
    get_user_model().objects.create_superuser("kim@example.com", PASSWORD)
    clock.shift(minutes(20))
    client.post(ADD, TYPED)
    sign_in(client, "kim@example.com")
    assert client.get("/accounts/go-on/")["Location"] == "/staff/"
    client.logout()
    sign_in(client)
    assert client.get("/accounts/go-on/")["Location"] == "/staff/"


def test_what_was_typed_is_kept_for_an_hour(client, clock):
    clock.shift(minutes(20))
    client.post(ADD, TYPED)
    clock.shift(minutes(61))
    sign_in(client)
    assert client.get("/accounts/go-on/")["Location"] == "/staff/"


def test_a_forged_post_is_never_kept(clock, sam):
    client = Client(enforce_csrf_checks=True)
    client.force_login(sam)
    clock.shift(minutes(20))
    assert client.post(ADD, TYPED).status_code == 403
    assert "kept_input" not in client.session


def test_what_a_script_sends_is_not_kept(client, clock):
    clock.shift(minutes(20))
    response = client.post(ADD, TYPED, headers={"Sec-Fetch-Mode": "cors"})
    assert response["Location"].endswith("next=%2Fstaff%2F")


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_no_other_way_of_asking_for_what_is_left_is_activity(client, clock, method):
    for _turn in range(2):
        clock.shift(minutes(7))
        getattr(client, method)("/accounts/session/")
    clock.shift(minutes(1))
    assert not is_in(client)


def test_an_open_editor_of_the_cms_is_no_activity(client, clock):
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["wagtailcore", "page", "1", "1"])
    for _turn in range(2):
        clock.shift(minutes(7))
        client.post(ping)
    clock.shift(minutes(1))
    assert not is_in(client)


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": "new", "password2": "new"}),
        ("/admin/wakemed/user/1/password/", {"password1": "new", "password2": "new"}),
    ],
)
def test_a_password_is_never_kept(client, clock, address, fields):
    clock.shift(minutes(20))
    client.post(address, fields)
    assert "kept_input" not in client.session


@pytest.mark.parametrize("address", ["/admin/", "/cms/"])
def test_every_page_behind_the_doors_brings_the_warning(client, address):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert page.select_one("script[data-words][data-address='/accounts/session/']")
