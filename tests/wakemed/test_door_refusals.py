"""Staff who ask for what they have no right to are in the security log, by the pattern of the address alone."""

import pytest
from django.test import Client

from tests.factories import make_member
from wakemed.models import SecurityEvent
from wakemed.signin import door_refusals

pytestmark = pytest.mark.django_db
USER_PAGE = "/admin/wakemed/user/<path:object_id>/change/"


@pytest.fixture
def scheduler(client, hospital):
    person = make_member("sam@example.com", "Schedulers", is_staff=True)
    client.force_login(person)
    return person


@pytest.fixture
def editor(client, hospital):
    person = make_member("ed@example.com", "Editors")
    client.force_login(person)
    return person


def recorded():
    """Return who was refused what."""
    rows = SecurityEvent.objects.filter(kind="access_refused").order_by("pk")
    return [(event.by_email, event.details["pattern"]) for event in rows]


def test_a_page_of_the_desk_is_recorded_once_without_what_was_asked_for(client, scheduler):
    for number in (4711, 4712, 4711):
        assert client.get(f"/admin/wakemed/user/{number}/change/?q=quillfeather").status_code == 403
    assert recorded() == [("sam@example.com", USER_PAGE)]
    [row] = SecurityEvent.objects.filter(kind="access_refused").values()
    assert "471" not in str(row["details"])
    assert "quillfeather" not in str(row)
    assert (row["address"], len(row["session"]), len(row["request_id"])) == ("127.0.0.1", 32, 32)


def test_the_other_door_is_recorded(client, scheduler):
    assert client.get("/cms/pages/3/edit/").status_code == 403
    assert client.get("/cms/no/such/page").status_code == 403
    patterns = [pattern for _email, pattern in recorded()]
    assert patterns[0] == "/cms/pages/<int:page_id>/edit/"
    assert "no/such" not in str(patterns)


def test_so_is_what_wagtail_refuses_by_leading_home(client, editor):
    assert client.get("/cms/users/")["Location"] == "/cms/"
    assert recorded() == [("ed@example.com", "/cms/users/")]


def test_what_opens_is_not(client, editor, scheduler):
    client.force_login(editor)
    assert client.get("/cms/").status_code == 200
    assert client.get("/cms/failwhale/")["Location"] == "/cms/"  # no one is refused there
    client.force_login(scheduler)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/no/such/page/").status_code == 404
    assert recorded() == []


def test_nor_are_strangers_and_forms_without_their_token(client, scheduler):
    careful = Client(enforce_csrf_checks=True)
    assert careful.get("/admin/wakemed/user/").status_code == 302
    careful.force_login(scheduler)
    assert careful.post("/admin/logout/").status_code == 403
    assert recorded() == []


def test_one_person_fills_no_more_than_so_many_rows_and_hides_no_one_else(client, scheduler, monkeypatch):
    monkeypatch.setattr(door_refusals, "MOST", 3)
    for page in ("users/", "groups/", "sites/", "collections/", "redirects/"):
        client.get(f"/cms/{page}")
    client.force_login(make_member("kim@example.com", "Schedulers", is_staff=True))
    client.get("/cms/users/")
    assert [email for email, _pattern in recorded()] == ["sam@example.com"] * 3 + ["kim@example.com"]
    assert [row.details["is_last"] for row in SecurityEvent.objects.filter(kind="access_refused").order_by("pk")] == [
        False,
        False,
        True,
        False,
    ]
