import pytest
from wagtail.contrib.redirects.models import Redirect

from spine.models import ConditionIndexPage, ConditionPage

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")
OLD = "/conditions/tumors-of-the-spine/"


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """A function that gives the one page of a kind another address; Wagtail writes the redirects at commit."""

    def publish_as(model, slug):
        page = model.objects.get()
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            publish(page)

    return publish_as


def leads_to(client, address):
    response = client.get(address)
    return (response.status_code, response.headers.get("Location"))


def test_an_old_address_leads_to_the_new_one_for_good_with_children_and_through_chains(client, rename):
    rename(ConditionPage, "spinal-tumors")
    assert leads_to(client, OLD) == (301, "/conditions/spinal-tumors/")
    assert leads_to(client, OLD + "?from=letter") == (301, "/conditions/spinal-tumors/")
    rename(ConditionPage, "spine-tumors")
    rename(ConditionIndexPage, "what-we-treat")
    new = "/what-we-treat/spine-tumors/"
    assert [
        leads_to(client, address) for address in (OLD, "/conditions/spinal-tumors/", "/conditions/spine-tumors/")
    ] == [(301, new)] * 3
    assert client.get(new).status_code == 200


def test_a_name_that_is_taken_again_shows_its_page_and_no_loop(client, rename):
    rename(ConditionPage, "spinal-tumors")
    rename(ConditionPage, "tumors-of-the-spine")
    assert leads_to(client, OLD) == (200, None)
    assert leads_to(client, "/conditions/spinal-tumors/") == (301, OLD)


def test_a_moved_page_leads_on_only_once_it_is_live_there(client):
    page = ConditionPage.objects.get()
    page.slug = "spinal-tumors"
    page.save_revision()
    assert leads_to(client, OLD) == (200, None)
    assert not Redirect.objects.exists()
