import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from spine.models import ConditionPage

from .approving import colleague, publish
from .conftest import Outline

pytestmark = pytest.mark.usefixtures("content")

ADDRESS = "/treatments/en-bloc-resection/"
LISTS = ["/", "/treatments/", "/conditions/tumors-of-the-spine/", "/sitemap.xml"]


@pytest.fixture
def page():
    return Page.objects.get(slug="en-bloc-resection").specific


@pytest.fixture
def restriction(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="password", password="open sesame")


@pytest.mark.parametrize("address", LISTS)
def test_a_private_page_is_in_no_list(client, page, address):
    assert ADDRESS in client.get(address).content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert ADDRESS not in client.get(address).content.decode()


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_a_page_for_some_sends_strangers_to_the_sign_in_and_shows_nothing(client, page, kind):
    PageViewRestriction.objects.create(page=page, restriction_type=kind)
    response = client.get(ADDRESS)
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_a_page_with_a_password_opens_with_it_and_only_there_sets_a_cookie(client, page, restriction):
    asked = client.get(ADDRESS)
    html = Outline(asked.content.decode())
    assert page.summary not in asked.content.decode()
    assert html.text("h1") == ["Password required"]
    form = {a["name"]: a.get("value", "") for _, a, _ in html.all("input") if "name" in a}
    (action,) = [a["action"] for _, a, _ in html.all("form") if a.get("method", "").lower() == "post"]
    wrong = client.post(action, {**form, "password": "guess"})
    assert "csrfmiddlewaretoken" in wrong.content.decode()
    assert page.summary not in wrong.content.decode()
    opened = client.post(action, {**form, "password": "open sesame"}, follow=True)
    assert page.summary in opened.content.decode()
    assert not client.get("/").cookies


def test_what_becomes_public_again_is_what_was_approved(client, page, restriction):
    page.summary = "Nobody has approved this."
    page.save_revision()
    restriction.delete()
    html = client.get(ADDRESS).content.decode()
    assert "Nobody has approved this." not in html
    page.summary = "Someone has approved this."
    publish(page)
    assert "Someone has approved this." in client.get(ADDRESS).content.decode()


def test_an_editor_cannot_change_who_sees_a_page_and_a_reviewer_can():
    page = ConditionPage.objects.get()
    may = {}
    for name in ("Editors", "Clinical reviewers"):
        user = colleague(f"{name.split()[-1].lower()}@example.com")
        user.groups.add(Group.objects.get(name=name))
        may[name] = page.permissions_for_user(user).can_set_view_restrictions()
    assert may == {"Editors": False, "Clinical reviewers": True}
