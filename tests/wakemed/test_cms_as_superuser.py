"""A superuser of the CMS gets a page or a refusal, never an error."""

import logging

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.admin.search import admin_search_areas
from wagtail.admin.urls import pages
from wagtail.models import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _errors_are_answers(admin_client):
    admin_client.raise_request_exception = False
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("query", ["", "?q=", "?q=tumor", "?q=tumor&ordering=title", "?q=(((", "?q=live:yes"])
def test_every_search_of_the_cms_finds_or_finds_nothing(admin_client, query):
    request = admin_client.get("/cms/").wsgi_request
    areas = [area.url for area in admin_search_areas.search_items_for_request(request)]
    assert len(areas) >= 4
    addresses = [*areas, reverse("wagtailadmin_pages:search_results")]
    assert [address for address in addresses if admin_client.get(f"{address}{query}").status_code != 200] == []


def addresses_of(page):
    """Yield every address that Wagtail has for a page."""
    for pattern in pages.urlpatterns:
        numbers = {name for name, kind in pattern.pattern.converters.items() if "Int" in type(kind).__name__}
        arguments = {name: page.pk if name in numbers else "x" for name in pattern.pattern.converters}
        try:
            yield reverse(f"wagtailadmin_pages:{pattern.name}", kwargs=arguments)
        except NoReverseMatch:
            continue


@pytest.mark.parametrize("depth", [1, 2])
def test_no_address_of_the_root_or_the_home_page_fails(admin_client, depth, django_capture_on_commit_callbacks):
    page = Page.objects.filter(depth=depth).first()
    addresses = list(addresses_of(page))
    assert f"/cms/pages/{page.pk}/set_position/" in addresses
    failed = [
        (method, address)
        for address in addresses
        for method in ("get", "post")
        if getattr(admin_client, method)(address).status_code >= 500
    ]
    assert failed == []


def test_the_root_has_no_position_and_no_lock(admin_client):
    root = Page.objects.get(depth=1)
    for name in ("set_position", "lock", "unlock"):
        assert admin_client.post(f"/cms/pages/{root.pk}/{name}/").status_code == 404
