"""Two staff doors, one sign-in: each opens to those who belong there and to nobody else."""

import pytest
from django.core.management import call_command

from tests.factories import make_member

pytestmark = pytest.mark.django_db
DESK, CMS = "/admin/", "/cms/"
PASSWORD = "a long password"
ELSEWHERE = ["//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:alert(1)"]


@pytest.fixture
def member_of(hospital):
    return lambda group, **fields: make_member(f"{group or 'none'}@example.com".replace(" ", ""), group, **fields)


@pytest.mark.parametrize("address", [DESK, CMS, "/admin/login/", "/cms/login/", "/staff/", "/cms/pages/1/"])
def test_a_stranger_is_sent_to_the_one_sign_in(client, address):
    response = client.get(address, follow=True)
    assert response.redirect_chain[-1][0].startswith("/accounts/login/")
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("group", "is_staff", "opens", "refuses"),
    [("Schedulers", True, DESK, CMS), ("Editors", False, CMS, DESK)],
)
def test_each_door_opens_to_its_own_people_only(client, member_of, group, is_staff, opens, refuses):
    client.force_login(member_of(group, is_staff=is_staff))
    assert client.get("/staff/").url == opens
    assert client.get(opens).status_code == 200
    response = client.get(refuses, follow=True)
    assert response.status_code == 403
    assert "Sign out" in response.content.decode()


def test_someone_without_a_door_is_told_so(client, member_of):
    client.force_login(member_of(None))
    for address in ("/staff/", DESK, CMS):
        assert client.get(address, follow=True).status_code == 403


def test_signing_in_leads_to_ones_own_door(client, member_of):
    user = member_of("Schedulers", is_staff=True)
    response = client.post("/accounts/login/", {"login": user.email.upper(), "password": PASSWORD})
    assert response.url == "/staff/"


def test_a_forgotten_password_gives_one_answer_and_a_mail_on_our_own_address(client, member_of, mailoutbox):
    user = member_of("Editors")
    answers = [
        client.post("/accounts/password/reset/", {"email": email}, headers={"host": "localhost:6666"})
        for email in (user.email, "nobody@example.com")
    ]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    call_command("send_notifications")
    (mail,) = mailoutbox
    assert mail.subject == "A new password for your staff account"
    assert "localhost" not in mail.body
    address = mail.body.split("http://testserver")[1].split()[0]
    assert client.get(address, follow=True).status_code == 200


def test_nobody_can_sign_up(client):
    assert client.get("/accounts/signup/").status_code == 404


@pytest.mark.parametrize(
    "aim", ["//evil.example/", "https://evil.example/", "/\\evil.example/", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(client, member_of, aim):
    user = member_of("Schedulers", is_staff=True)
    response = client.post(f"/accounts/login/?next={aim}", {"login": user.email, "password": PASSWORD, "next": aim})
    assert response.url == "/staff/"
