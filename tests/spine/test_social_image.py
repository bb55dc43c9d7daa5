"""The picture beside a link to a page."""

import io

import pytest
from django.core.cache import caches
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from spine.social_image import address_of_image, draw

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")


def address(slug="visitors"):
    return address_of_image(Page.objects.get(slug=slug), None)


def test_a_page_names_its_picture_and_the_picture_can_be_kept_for_ever(client, outline):
    metas = {a.get("property") or a.get("name"): a.get("content") for _, a, _ in outline("/visitors/").all("meta")}
    assert metas["og:image"] == f"http://testserver{address()}"
    response = client.get(address())
    assert response["Content-Type"] == "image/png"
    assert {"public", "immutable", "max-age=31536000"} <= set(response["Cache-Control"].split(", "))
    assert not response.cookies
    picture = Image.open(io.BytesIO(response.content))
    assert picture.size == (1200, 630)
    assert len(response.content) < 200_000


def test_the_same_words_give_the_same_bytes_and_other_words_others():
    assert draw("Über Núñez", "WakeMed") == draw("Über Núñez", "WakeMed")
    assert draw("One", "WakeMed") != draw("Two", "WakeMed")
    for title in ("", "x" * 200, "🦴 \u202e\ud800", "word " * 40):
        assert draw(title, "WakeMed").startswith(b"\x89PNG")


def test_an_edited_title_has_a_picture_of_its_own_and_the_old_address_leads_to_it(client):
    old = address()
    page = Page.objects.get(slug="visitors").specific
    page.title = "Visiting us"
    publish(page)
    assert address() != old
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (302, address())


def test_only_the_picture_of_a_page_that_anybody_may_open_is_drawn(client, monkeypatch):
    drawn = []
    monkeypatch.setattr("spine.social_image.draw", lambda *words: drawn.append(words) or b"drawn")
    page, own = Page.objects.get(slug="visitors"), address()
    assert client.get(f"/social/{page.pk}-0123456789abcdef.png").status_code == 302
    assert client.get("/social/999999-0123456789abcdef.png").status_code == 404
    assert client.get(f"/social/{'9' * 40}-0123456789abcdef.png").status_code == 404
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(own).status_code == 404
    restriction.delete()
    page.unpublish()
    assert client.get(own).status_code == 404
    assert drawn == []


def test_a_picture_is_drawn_once(client, monkeypatch):
    caches["process"].clear()
    drawn = []
    monkeypatch.setattr("spine.social_image.draw", lambda *words: drawn.append(words) or b"drawn")
    assert client.get(address()).content == client.get(address()).content == b"drawn"
    assert len(drawn) == 1
