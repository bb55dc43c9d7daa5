"""Accounts, rights and exports ask for fresh proof of who someone is."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from tests.appointments.conftest import answers, condition, make_physician, make_request, physician  # noqa: F401
from wakemed.signin.session_limits import SIGNED_IN

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"
QUEUE = "/admin/appointments/appointmentrequest/"
RECORDS = "account_authentication_methods"


@pytest.fixture
def sam(client):
    """Sam, who signed in longer ago than proof is good for."""
    user = get_user_model().objects.create_superuser("sam@example.com", PASSWORD)
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    session = client.session
    session[SIGNED_IN] -= 16 * 60
    for record in session[RECORDS]:
        record["at"] -= 16 * 60
    session.save()
    return user


def prove(client, response):
    """Confirm the password where the response leads, and return where that leads."""
    assert response["Location"].startswith("/accounts/reauthenticate/?next=")
    shown = BeautifulSoup(client.get(response["Location"]).content, "html.parser")
    fields = {field["name"]: field.get("value", "") for field in shown.main.form.select("input")}
    return client.post("/accounts/reauthenticate/", fields | {"password": PASSWORD})


def test_a_page_about_accounts_opens_once_it_is_proven(client, sam):
    response = prove(client, client.get("/admin/wakemed/user/"))
    assert response["Location"] == "/admin/wakemed/user/"
    assert client.get("/admin/wakemed/user/").status_code == 200


def test_so_does_the_list_of_ones_sessions(client, sam):
    assert prove(client, client.get("/accounts/sessions/"))["Location"] == "/accounts/sessions/"
    assert client.get("/accounts/sessions/").status_code == 200


def test_a_fresh_sign_in_is_proof(client):
    user = get_user_model().objects.create_superuser("kim@example.com", PASSWORD)
    client.post("/accounts/login/", {"login": user.email, "password": PASSWORD})
    assert client.get("/admin/wakemed/user/").status_code == 200


def test_an_export_is_asked_and_what_was_chosen_is_kept(client, sam, make_request):  # noqa: F811
    request = make_request()
    assert client.get(QUEUE).status_code == 200
    chosen = {"action": "export_chosen", "_selected_action": [str(request.pk)]}
    response = prove(client, client.post(QUEUE, chosen))
    page = BeautifulSoup(client.get(response["Location"]).content, "html.parser")
    again = {field["name"]: field.get_text().removeprefix("\n") for field in page.main.form.select("textarea")}
    assert again == {"action": "export_chosen", "_selected_action": str(request.pk)}
    assert client.post(page.main.form["action"], again)["Content-Type"].startswith("text/csv")


def test_bulk_actions_on_accounts_ask_for_it_too(client, sam):
    for action in ("assign_role", "delete", "set_active_state"):
        response = client.get(f"/cms/bulk/wakemed/user/{action}/?id={sam.pk}")
        assert response["Location"].startswith("/accounts/reauthenticate/?next="), action


def test_what_was_kept_is_shown_once_it_is_proven(client, sam, make_request):  # noqa: F811
    client.post(QUEUE, {"action": "export_chosen", "_selected_action": [str(make_request().pk)]})
    assert client.get("/accounts/go-on/")["Location"].startswith("/accounts/reauthenticate/")
