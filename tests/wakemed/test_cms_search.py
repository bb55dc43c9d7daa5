"""A search in the CMS goes together with every filter and order of its list."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_everything")]


@pytest.fixture
def explore(admin_client):
    """Return a function that gives the titles in the page explorer."""

    def titles(**query):
        response = admin_client.get(reverse("wagtailadmin_explore", args=[1]), query)
        assert response.status_code == 200, query
        return [page.title for page in response.context["page_obj"]]

    return titles


@pytest.mark.usefixtures("contexts")
def test_a_search_of_pages_can_be_filtered_and_sorted_by_all_that_the_list_offers(explore):
    page = Page.objects.get(slug="parking", alias_of=None)
    PageLogEntry.objects.log_action(instance=page, action="wagtail.edit", user=page.owner)
    both = explore(q="park")
    assert len(both) == 2, "the page and its alias"
    assert explore(q="park", has_child_pages="true") == []
    assert explore(q="park", has_child_pages="false") == both
    assert len(explore(q="park", edited_by=page.owner.pk)) == 1
    assert explore(q="park", owner=page.owner.pk) == both
    assert explore(q="park", ordering="content_type__model") == both


@pytest.mark.usefixtures("contexts")
def test_a_search_of_pictures_can_be_filtered_by_their_use(admin_client):
    for most, found in ((0, ["Door"]), (-1, [])):
        response = admin_client.get(reverse("wagtailimages:index"), {"q": "door", "usage_count_max": most})
        assert [image.title for image in response.context["images"]] == found
