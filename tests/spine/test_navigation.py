"""The links that every page has: to pages of the editors' only while those are there."""

import re

import pytest
from wagtail.models import Page

from physicians.hospital import LINKED

FIXED = {"/find-a-doctor/", "/locations/"}


def linked(client):
    """Return where the navigation and the legal links lead."""
    html = client.get("/locations/").content.decode()
    menus = re.findall(r"<nav.*?</nav>", html, re.DOTALL)
    return set(re.findall(r'<li><a href="(/[a-z0-9-]+/)"', "".join(menus)))


def test_a_site_without_pages_links_to_none(client, hospital):
    Page.objects.filter(slug__in=LINKED).update(live=False)
    assert linked(client) == FIXED


def test_every_link_leads_somewhere(client, content, hospital):
    assert linked(client) == FIXED | {f"/{slug}/" for slug in LINKED}
    assert [address for address in linked(client) if client.get(address).status_code != 200] == []


@pytest.mark.parametrize("slug", LINKED)
def test_a_page_that_was_taken_down_is_not_linked(client, content, hospital, slug):
    Page.objects.filter(slug=slug).update(live=False)
    assert linked(client) == FIXED | {f"/{other}/" for other in LINKED if other != slug}
