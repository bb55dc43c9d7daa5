import re

import pytest
from django.contrib.auth import get_user_model
from django.utils.timezone import localdate
from wagtail.models import Page, PageViewRestriction

from spine.models import Attestation
from tests.factories import make_physician

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


def test_a_private_page_is_not_listed_and_a_review_moves_the_date_of_its_page(client):
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="visitors"), restriction_type=PageViewRestriction.LOGIN
    )
    assert "/visitors/" not in listed(client)
    page = Page.objects.get(slug="covid-19")
    physician = make_physician(slug="ana")
    Attestation.objects.create(
        page=page,
        reviewed_on="2099-01-02",
        reviewed_by=physician,
        next_review_due="2100-01-02",
        recorded_by=get_user_model().objects.create(email="records@example.com"),
        recorded_at="2099-01-02T12:00Z",
    )
    xml = client.get("/sitemap.xml").content.decode()
    dates = dict(re.findall(r"<loc>http://testserver(.*?)</loc><lastmod>(.*?)</lastmod>", xml))
    assert dates["/covid-19/"] == "2099-01-02"
    assert dates["/accessibility/"] == f"{localdate(Page.objects.get(slug='accessibility').last_published_at)}"
