import pytest
from wagtail.contrib.redirects.models import Redirect

from spine.models import ConditionIndexPage, ConditionPage

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")
OLD = "/conditions/tumors-of-the-spine/"


def rename(page, slug):
    page.slug = slug
    publish(page)


def leads_to(client, address):
    response = client.get(address)
    return (response.status_code, response.headers.get("Location"))


def test_an_old_address_leads_to_the_new_one_for_good_with_children_and_through_chains(client):
    rename(ConditionPage.objects.get(), "spinal-tumors")
    assert leads_to(client, OLD) == (301, "/conditions/spinal-tumors/")
    assert leads_to(client, OLD + "?from=letter") == (301, "/conditions/spinal-tumors/")
    rename(ConditionPage.objects.get(), "spine-tumors")
    rename(ConditionIndexPage.objects.get(), "what-we-treat")
    new = "/what-we-treat/spine-tumors/"
    assert [
        leads_to(client, address) for address in (OLD, "/conditions/spinal-tumors/", "/conditions/spine-tumors/")
    ] == [(301, new)] * 3
    assert client.get(new).status_code == 200


def test_a_name_that_is_taken_again_shows_its_page_and_no_loop(client):
    rename(ConditionPage.objects.get(), "spinal-tumors")
    rename(ConditionPage.objects.get(), "tumors-of-the-spine")
    assert leads_to(client, OLD) == (200, None)
    assert leads_to(client, "/conditions/spinal-tumors/") == (301, OLD)


def test_a_moved_page_leads_on_only_once_it_is_live_there(client):
    page = ConditionPage.objects.get()
    page.slug = "spinal-tumors"
    page.save_revision()
    assert leads_to(client, OLD) == (200, None)
    assert not Redirect.objects.exists()
