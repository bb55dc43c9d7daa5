import re

import pytest
from wagtail.models import Page

from .test_pages import ADDRESSES

pytestmark = pytest.mark.usefixtures("content")


def listed(client):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    return set(re.findall(r"<loc>http://testserver(.*?)</loc>", response.content.decode()))


def test_the_sitemap_lists_every_page(client):
    assert set(ADDRESSES) <= listed(client)


def test_the_sitemap_leaves_out_what_is_not_published(client):
    Page.objects.get(slug="covid-19").unpublish()
    assert "/covid-19/" not in listed(client)


def test_robots_leads_to_the_sitemap_and_keeps_out_of_the_staff_doors(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert {"Disallow: /admin/", "Disallow: /cms/"} <= set(lines)
