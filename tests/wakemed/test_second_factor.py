"""A password alone opens no door where a second factor is required, on whichever road it comes."""

import base64
import datetime
import time

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from bs4 import BeautifulSoup
from cryptography.fernet import InvalidToken
from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from tests.one_time_codes import code_of
from wakemed.signin.factor_adapter import StaffFactorAdapter
from wakemed.signin.session_limits import SIGNED_IN

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DESK = "/admin/"
NEEDS_PROOF = "wakemed.signin.account_adapter.StaffAccountAdapter.is_reauthentication_required"


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def sam():
    return get_user_model().objects.create_superuser("sam@example.com", PASSWORD)


@pytest.fixture
def with_app(sam):
    """Return Sam, who has set up an app."""
    TOTP.activate(sam, SECRET)
    return sam


def give_password(client, **more):
    return client.post("/accounts/login/", {"login": "sam@example.com", "password": PASSWORD, **more})


def give_code(client, code):
    return client.post("/accounts/login/second-step/", {"code": code})


def confirm(client):
    """Confirm with the next code, as a person does half a minute later."""
    response = client.post("/accounts/reauthenticate/second-step/", {"code": code_of(SECRET, time.time() + 30)})
    assert response.status_code == 302


def door(client):
    """Return 200 if the desk opens, else where it sends people, without the query."""
    response = client.get(DESK)
    return response.status_code if response.status_code == 200 else response["Location"].partition("?")[0]


def test_the_code_is_that_of_the_standard():
    secret = base64.b32encode(b"12345678901234567890").decode()
    assert code_of(secret, 59) == "287082"  # RFC 6238, appendix B
    assert code_of(secret, 1111111109) == "081804"


def test_a_password_and_a_code_open_the_door_and_lead_where_someone_wanted_to_go(client, with_app):
    response = give_password(client, next="/admin/wakemed/user/")
    assert response["Location"].startswith("/accounts/login/second-step/")
    assert door(client) == "/accounts/login/"
    assert give_code(client, code_of(SECRET))["Location"] == "/admin/wakemed/user/"
    assert door(client) == 200


def test_a_wrong_code_is_said_and_opens_nothing(client, with_app):
    give_password(client)
    response = give_code(client, "000000")
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.title.get_text().startswith("Error: Second step")
    assert soup.find(id="error-summary").a["href"] == "#id_code"
    assert door(client) == "/accounts/login/"


def test_a_code_works_once(client, with_app):
    code = code_of(SECRET)
    give_password(client)
    give_code(client, code)
    client.post("/accounts/logout/")
    give_password(client)
    assert give_code(client, code).status_code == 200
    assert door(client) == "/accounts/login/"


def test_a_recovery_code_takes_its_place_once(client, with_app):
    codes = RecoveryCodes.activate(with_app).generate_codes()
    give_password(client)
    assert give_code(client, codes[0]).status_code == 302
    assert door(client) == 200
    client.post("/accounts/logout/")
    give_password(client)
    assert give_code(client, codes[0]).status_code == 200
    assert give_code(client, codes[1]).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_someone_without_one_sets_up_an_app_before_any_door_opens(client, sam):
    give_password(client)
    assert door(client) == "/accounts/second-step/"
    assert "takes a minute" in client.get(DESK, follow=True).content.decode()
    page = BeautifulSoup(client.get("/accounts/second-step/app/").content, "html.parser")
    secret = page.select_one(".secret-key code").get_text()
    assert page.select_one(".qr-code svg")
    assert client.post("/accounts/second-step/app/", {"code": "000000"}).status_code == 200
    assert door(client) == "/accounts/second-step/"
    response = client.post("/accounts/second-step/app/", {"code": code_of(secret)}, follow=True)
    codes = BeautifulSoup(response.content, "html.parser").select(".recovery-codes li")
    assert len(codes) == 10
    assert door(client) == 200
    assert not BeautifulSoup(client.get(response.request["PATH_INFO"]).content, "html.parser").select(
        ".recovery-codes"
    )


@pytest.mark.django_db(transaction=True)
def test_making_one_leads_on_to_where_someone_wanted_to_go(client, sam):
    wanted = "/admin/wakemed/user/?q=kim"
    give_password(client, next=wanted)
    page = BeautifulSoup(client.get(wanted, follow=True).content, "html.parser")
    client.get("/admin/jsi18n/", headers={"Sec-Fetch-Mode": "no-cors"})  # what a page loads isn't where anyone goes
    client.get("/accounts/second-step/?next=https://evil.example/")
    app = BeautifulSoup(client.get(page.find("a", string="Set up an app")["href"]).content, "html.parser")
    code = code_of(app.select_one(".secret-key code").get_text())
    codes = client.post("/accounts/second-step/app/", {"code": code}, follow=True)
    on = BeautifulSoup(codes.content, "html.parser").find("a", string="I have them: go on")["href"]
    assert client.get(on)["Location"] == wanted
    assert client.get(wanted).status_code == 200
    assert client.get(on)["Location"] == DESK  # once there, it's over


@pytest.mark.parametrize("road", ["the password again", "a new password by mail", "another session that has shown it"])
def test_other_roads_lead_to_it_as_well(client, with_app, road):
    if road == "the password again":
        client.force_login(with_app)
        client.post("/accounts/reauthenticate/", {"password": PASSWORD})
        assert door(client) == "/accounts/reauthenticate/second-step/"
    elif road == "a new password by mail":
        client.post("/accounts/password/reset/", {"email": with_app.email})
        call_command("send_notifications")
        link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
        page = client.get(link.removeprefix("http://testserver"), follow=True)
        action = BeautifulSoup(page.content, "html.parser").main.form["action"]
        client.post(action, {"password1": PASSWORD[::-1], "password2": PASSWORD[::-1]})
        assert door(client) == "/accounts/login/"
        client.post("/accounts/login/", {"login": with_app.email, "password": PASSWORD[::-1]})
        assert door(client) == "/accounts/login/"
    else:
        give_password(client)
        give_code(client, code_of(SECRET))
        other = type(client)()
        give_password(other)
        assert door(other) == "/accounts/login/"


def test_the_last_one_stays_while_one_is_required(client, with_app):
    give_password(client)
    give_code(client, code_of(SECRET))
    confirm(client)
    response = client.post("/accounts/second-step/app/remove/")
    assert response.status_code == 200
    assert b"There is a problem" in response.content
    assert Authenticator.objects.filter(user=with_app, type="totp").exists()


def test_where_none_is_required_it_can_be_removed_and_is_told(client, with_app, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    give_password(client)
    give_code(client, code_of(SECRET))
    confirm(client)
    assert client.post("/accounts/second-step/app/remove/")["Location"] == "/accounts/second-step/"
    assert not Authenticator.objects.filter(user=with_app).exists()
    call_command("send_notifications")
    assert [message.subject for message in mail.outbox] == ["A second step was removed from your sign-in"]
    assert mail.outbox[0].to == [with_app.email]


@pytest.mark.django_db(transaction=True)
def test_changes_are_told_by_mail(client, sam):
    give_password(client)
    page = BeautifulSoup(client.get("/accounts/second-step/app/").content, "html.parser")
    client.post("/accounts/second-step/app/", {"code": code_of(page.select_one(".secret-key code").get_text())})
    client.post("/accounts/second-step/codes/new/")
    new = {"oldpassword": PASSWORD, "password1": PASSWORD[::-1], "password2": PASSWORD[::-1]}
    client.post("/accounts/password/change/", new)
    call_command("send_notifications")
    assert sorted(message.subject for message in mail.outbox) == [
        "A second step was added to your sign-in",
        "You have new recovery codes",
        "Your password was changed",
    ]


def test_a_change_of_the_second_step_asks_for_fresh_proof(client, with_app):
    give_password(client)
    give_code(client, code_of(SECRET))
    session = client.session
    session[SIGNED_IN] -= 16 * 60
    for record in session["account_authentication_methods"]:
        record["at"] -= 16 * 60
    session.save()
    for address in ("app/remove/", "passkeys/add/", "codes/new/"):
        response = client.get(f"/accounts/second-step/{address}")
        assert response["Location"].startswith("/accounts/reauthenticate/"), address


@pytest.mark.django_db(transaction=True)
def test_a_session_from_before_the_app_is_over_once_there_is_one(client, sam):
    thief = type(client)()
    for browser in (client, thief):
        give_password(browser)
    page = BeautifulSoup(client.get("/accounts/second-step/app/").content, "html.parser")
    client.post("/accounts/second-step/app/", {"code": code_of(page.select_one(".secret-key code").get_text())})
    assert door(client) == 200
    assert door(thief) == "/accounts/login/"
    assert thief.get("/accounts/second-step/codes/new/")["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("required", [True, False])
def test_a_password_alone_changes_nothing_about_an_account_that_has_a_second_step(
    client, with_app, settings, required
):
    settings.SECOND_FACTOR_REQUIRED = required
    client.force_login(with_app)
    before = list(Authenticator.objects.values_list())
    for address in ("second-step/codes/new/", "second-step/passkeys/add/", "sessions/", "password/change/", "go-on/"):
        for ask in (client.get, client.post):
            response = ask(f"/accounts/{address}")
            assert response["Location"].startswith("/accounts/reauthenticate/second-step/"), address
    response = client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert response["Location"].startswith("/accounts/reauthenticate/second-step/")
    assert list(Authenticator.objects.values_list()) == before


def test_a_sign_in_is_no_proof_for_another_second_step(client, with_app):
    give_password(client)
    give_code(client, code_of(SECRET))
    for address in ("app/remove/", "passkeys/add/", "codes/new/"):
        response = client.get(f"/accounts/second-step/{address}")
        assert response["Location"].startswith("/accounts/reauthenticate/second-step/"), address


def test_a_code_is_used_up_for_as_long_as_it_would_be_right(client, with_app):
    with time_machine.travel(datetime.datetime(2026, 11, 30, 13, 0, 5, tzinfo=datetime.UTC), tick=False) as clock:
        ahead = code_of(SECRET, time.time() + 30)
        give_password(client)
        assert give_code(client, ahead).status_code == 302
        clock.shift(45)
        other = type(client)()
        give_password(other)
        for again in (ahead, f"{ahead[:3]} {ahead[3:]}"):
            assert give_code(other, again).status_code == 200
        assert door(other) == "/accounts/login/"


def test_the_page_of_a_new_app_shows_the_same_key_when_it_is_loaded_again(client, sam):
    give_password(client)
    shown = [client.get("/accounts/second-step/app/").content.decode().split("<code>")[1][:32] for _ in range(2)]
    assert shown[0] == shown[1]


@pytest.mark.django_db(transaction=True)
def test_a_second_press_of_save_leads_on(client, sam, monkeypatch):
    give_password(client)
    client.get("/accounts/second-step/app/")
    TOTP.activate(sam, SECRET)  # the first press
    monkeypatch.setattr("allauth.mfa.totp.views.is_mfa_enabled", lambda *args: False)
    monkeypatch.setattr("wakemed.signin.doors.step_with_a_factor", lambda request: None)
    monkeypatch.setattr(NEEDS_PROOF, lambda *args, **kwargs: False)
    response = client.post("/accounts/second-step/app/", {"code": code_of(client.session["mfa.totp.secret"])})
    assert response["Location"] == "/accounts/second-step/"


GARBAGE = [
    '{"a":' * 3000,
    '{"id": "\\u0000"}',
    "[]",
    "null",
    '"x"',
    '{"id": 1, "rawId": {}, "response": []}',
    "\ud800",
    "{",
]


@pytest.mark.parametrize("number", range(len(GARBAGE)))
def test_garbage_in_place_of_a_passkey_is_a_wrong_answer(client, with_app, number):
    garbage = {"credential": GARBAGE[number].encode("utf-8", "replace").decode(), "name": "x"}
    assert client.post("/accounts/login/passkey/", garbage)["Location"] == "/accounts/login/"
    give_password(client)
    assert client.post("/accounts/login/second-step/", garbage).status_code == 200
    give_code(client, code_of(SECRET))
    assert client.post("/accounts/reauthenticate/passkey/", garbage).status_code < 500
    confirm(client)
    assert client.post("/accounts/second-step/passkeys/add/", garbage).status_code == 200


def test_pages_of_the_sign_in_stay_nowhere(client, sam):
    give_password(client)
    for address in ("second-step/", "second-step/app/", "sessions/", "login/"):
        assert "no-store" in client.get(f"/accounts/{address}")["Cache-Control"], address


def test_a_copy_of_the_database_holds_no_secret(with_app, settings):
    assert SECRET not in str(Authenticator.objects.get(user=with_app).data)
    adapter = StaffFactorAdapter()
    written = adapter.encrypt(SECRET)
    settings.SECOND_FACTOR_KEY, settings.SECOND_FACTOR_KEY_FALLBACKS = "a new key", [settings.SECOND_FACTOR_KEY]
    assert adapter.decrypt(written) == SECRET
    settings.SECOND_FACTOR_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        adapter.decrypt(written)


def test_the_way_to_it_is_in_both_doors(client, sam, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    client.force_login(sam)
    for address in (DESK, "/cms/account/"):
        assert reverse("mfa_index") in client.get(address).content.decode(), address


def test_a_manager_takes_away_what_was_lost_and_ends_the_sessions(client, with_app, settings):
    give_password(client)
    give_code(client, code_of(SECRET))
    manager = type(client)()
    boss = get_user_model().objects.create_superuser("boss@example.com", PASSWORD)
    settings.SECOND_FACTOR_REQUIRED = False
    manager.force_login(boss)
    manager.post("/admin/wakemed/user/", {"action": "take_away_second_step", "_selected_action": [with_app.pk]})
    settings.SECOND_FACTOR_REQUIRED = True
    assert door(client) == "/accounts/login/"
    give_password(client)
    assert door(client) == "/accounts/second-step/"
    call_command("send_notifications")
    assert [message.to for message in mail.outbox] == [[with_app.email]]
    assert LogEntry.objects.get().user == boss


def test_someone_sees_where_they_are_signed_in_and_signs_out_everywhere_else(client, with_app, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    other = type(client)(headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/130.0"})
    codes = RecoveryCodes.activate(with_app).generate_codes()
    for browser, code in zip((client, other), codes, strict=False):
        give_password(browser)
        give_code(browser, code)
    page = BeautifulSoup(client.get("/accounts/sessions/").content, "html.parser")
    lines = [" ".join(line.get_text().split()) for line in page.main.select("li")]
    assert len(lines) == 2
    assert lines[0].endswith("(this browser)")
    assert lines[1].startswith("Firefox on Windows, signed in ")
    client.post("/accounts/sessions/")
    assert door(client) == 200
    assert door(other) == "/accounts/login/"
