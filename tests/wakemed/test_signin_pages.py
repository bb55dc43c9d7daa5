"""Staff sign-in in the site's look."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core import mail

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
    assert not [script for script in soup.select("script") if not script.get("src")]
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
    ],
)
def test_a_page_for_someone_who_is_signed_in(client, sam, address, heading):
    client.force_login(sam)
    assert page(client.get(address)).h1.get_text() == heading


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
    link = next(word for word in mail.outbox[0].body.split() if "/password/reset/key/" in word)
    response = client.get(link.removeprefix("http://testserver"), follow=True)
    soup = page(response)
    assert soup.h1.get_text() == "Choose a new password"
    new = "an even longer password"
    client.post(soup.main.form["action"], {"password1": new, "password2": new})
    sam.refresh_from_db()
    assert sam.check_password(new)
