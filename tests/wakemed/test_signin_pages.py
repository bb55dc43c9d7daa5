"""Staff sign-in in the site's look."""

import re

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from appointments.models import Notification
from wakemed.models import LostPassword, SecurityEvent
from wakemed.security_log.sentences import sentence

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


@pytest.fixture
def sam():
    return get_user_model().objects.create_user("sam@example.com", PASSWORD)


def page(response):
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one("header .site-brand"), "not in the site's look"
    assert soup.select_one("meta[name=robots]")["content"] == "noindex, nofollow"
    assert not soup.select("[style]")
    assert not [script for script in soup.select("script:not([type='application/json'])") if not script.get("src")]
    return soup


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/accounts/login/", "Sign in"),
        ("/accounts/password/reset/", "Forgotten password"),
        ("/accounts/password/reset/done/", "Look in your mail"),
        ("/accounts/password/reset/key/1-wrong/", "This link does not work any more"),
        ("/accounts/password/reset/key/done/", "Your password is changed"),
        ("/accounts/inactive/", "This account is closed"),
    ],
)
def test_a_page_for_someone_who_is_not_signed_in(client, address, heading):
    assert page(client.get(address)).h1.get_text() == heading


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("/accounts/logout/", "Do you want to sign out?"),
        ("/accounts/password/change/", "Change your password"),
        ("/accounts/reauthenticate/", "Confirm that it is you"),
        ("/accounts/second-step/", "Second step at sign-in"),
        ("/accounts/second-step/app/", "Set up an authenticator app"),
    ],
)
def test_a_page_for_someone_who_is_signed_in(client, sam, address, heading):
    client.force_login(sam)
    shown = page(client.get(address))
    assert shown.h1.get_text() == heading
    assert len(shown.main.select("a[href='/accounts/logout/'], form[action='/accounts/logout/']")) == 1


def test_a_wrong_password_is_said_in_the_summary_and_the_title(client, sam):
    soup = page(client.post("/accounts/login/", {"login": sam.email, "password": "wrong"}))
    assert soup.title.get_text().startswith("Error: Sign in")
    assert soup.find(id="error-summary").select("li")
    assert soup.find(id="id_login")["value"] == sam.email


def test_an_empty_form_links_each_error_to_its_field(client):
    soup = page(client.post("/accounts/login/", {}))
    targets = [link["href"] for link in soup.find(id="error-summary").select("a")]
    assert targets == ["#id_login", "#id_password"]
    for control in soup.select("#id_login, #id_password"):
        for name in control["aria-describedby"].split():
            assert soup.find(id=name)


def test_signing_in_keeps_where_someone_wanted_to_go(client, sam):
    soup = page(client.get("/accounts/login/?next=/accounts/password/change/"))
    assert soup.select_one("input[name=next]")["value"] == "/accounts/password/change/"
    response = client.post(
        "/accounts/login/", {"login": sam.email, "password": PASSWORD, "next": "/accounts/password/change/"}
    )
    assert response["Location"] == "/accounts/password/change/"


def test_a_forgotten_password_is_replaced_through_the_link_in_the_mail(client, sam):
    client.post("/accounts/password/reset/", {"email": sam.email})
    call_command("send_notifications")
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    response = client.get(link.removeprefix("http://testserver"), follow=True)
    soup = page(response)
    assert soup.h1.get_text() == "Choose a new password"
    new = "an even longer password"
    client.post(soup.main.form["action"], {"password1": new, "password2": new})
    sam.refresh_from_db()
    assert sam.check_password(new)


def test_a_known_and_an_unknown_address_get_the_same_answer_by_the_same_statements(client, sam):
    answers = []
    for address in (sam.email, "nobody@example.com"):
        with CaptureQueriesContext(connection) as asked:
            response = client.post("/accounts/password/reset/", {"email": address})
        statements = [re.sub(r"'[^']*'|\d+", "…", query["sql"]) for query in asked]
        answers.append((response.status_code, response["Location"], statements))
    assert answers[0] == answers[1]
    assert not any("wakemed_user" in statement for statement in answers[0][2])
    call_command("send_notifications")
    assert [message.to for message in mail.outbox] == [[sam.email]]
    assert not LostPassword.objects.exists()


def test_too_many_of_them_are_refused_in_the_sites_look(client):
    for _ in range(21):
        response = client.post("/accounts/password/reset/", {"email": "nobody@example.com"})
    assert response.status_code == 429
    assert BeautifulSoup(response.content, "html.parser").h1.get_text() == "Too many attempts"


def test_no_row_holds_the_link(client, sam):
    client.post("/accounts/password/reset/", {"email": sam.email})
    call_command("send_notifications")
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    assert link.rstrip("/").rpartition("-")[2] not in str(Notification.objects.values_list())


def test_a_mail_server_that_is_away_makes_no_difference(client, sam, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert client.post("/accounts/password/reset/", {"email": sam.email}).status_code == 302


def test_a_new_colleague_is_invited_and_chooses_the_password(client):
    client.force_login(get_user_model().objects.create_superuser("boss@example.com", PASSWORD))
    shown = BeautifulSoup(client.get("/admin/wakemed/user/add/").content, "html.parser")
    assert not shown.select("input[type=password]")
    client.post("/admin/wakemed/user/add/", {"email": "Kim@Example.com", "first_name": "Kim", "last_name": "Kaya"})
    kim = get_user_model().objects.get(email="kim@example.com")
    assert not kim.has_usable_password()
    call_command("send_notifications")
    assert (mail.outbox[0].to, mail.outbox[0].subject) == ([kim.email], "Your staff account")
    client.logout()
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    soup = page(client.get(link.removeprefix("http://testserver"), follow=True))
    client.post(soup.main.form["action"], {"password1": PASSWORD, "password2": PASSWORD})
    kim.refresh_from_db()
    assert kim.check_password(PASSWORD)


def test_an_account_that_is_there_is_not_made_twice(client):
    client.force_login(get_user_model().objects.create_superuser("boss@example.com", PASSWORD))
    response = client.post("/admin/wakemed/user/add/", {"email": "BOSS@example.com"})
    assert "has an account with this address already" in response.content.decode()


def test_the_first_manager_is_invited_by_a_command(capsys):
    call_command("invite_manager", "Boss@Example.com")
    boss = get_user_model().objects.get()
    assert (boss.email, boss.is_superuser, boss.has_usable_password()) == ("boss@example.com", True, False)
    call_command("send_notifications")
    assert mail.outbox[0].to == [boss.email]
    for address, said in (("boss@example.com", "has an account"), ("boss", "is not an e-mail address")):
        with pytest.raises(CommandError, match=said):
            call_command("invite_manager", address)


def test_there_is_one_place_to_change_a_password(client):
    client.force_login(get_user_model().objects.create_superuser("boss@example.com", PASSWORD))
    assert client.get("/admin/password_change/")["Location"] == "/accounts/password/change/"


def test_a_change_asks_for_the_old_password(client, sam):
    client.force_login(sam)
    new = "an even longer password"
    for old in ("", "wrong", PASSWORD.upper(), f" {PASSWORD}"):
        fields = {"oldpassword": old, "password1": new, "password2": new}
        assert client.post("/accounts/password/change/", fields).status_code == 200
    sam.refresh_from_db()
    assert sam.check_password(PASSWORD)


def test_a_closed_account_is_out_at_the_next_request_and_a_sign_in_has_a_new_key(client, sam):
    client.get("/accounts/login/")
    client.session.create()
    before = client.session.session_key
    client.post("/accounts/login/", {"login": sam.email, "password": PASSWORD})
    assert client.session.session_key != before
    assert client.get("/accounts/password/change/").status_code == 200
    get_user_model().objects.filter(pk=sam.pk).update(is_active=False)
    assert client.get("/accounts/password/change/")["Location"].startswith("/accounts/login/")


def test_a_manager_signs_someone_out_everywhere(client, sam, admin_client):
    client.post("/accounts/login/", {"login": sam.email, "password": PASSWORD})
    admin_client.post("/admin/wakemed/user/", {"action": "sign_out_everywhere", "_selected_action": [sam.pk]})
    assert client.get("/accounts/password/change/")["Location"].startswith("/accounts/login/")
    assert sentence(SecurityEvent.objects.latest("pk")) == f"admin@example.com signed {sam.email} out everywhere."


def reset_link(user):
    names = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
    return reverse("account_reset_password_from_key", args=names)


def test_a_password_manager_learns_whose_new_password_it_is(client, sam):
    client.force_login(sam)
    for address in ("/accounts/password/change/", reset_link(sam)):
        page = BeautifulSoup(client.get(address, follow=True).content, "html.parser")
        account = page.main.select_one("form input[autocomplete=username]")
        assert (account["value"], account.has_attr("readonly"), account.get("name")) == (sam.email, True, None)
        assert page.main.select_one("form input[autocomplete=new-password]")["type"] == "password"
        client.logout()
