"""What the editor sees of a page's line in search results."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from wagtail.models import Page

from spine.pages.promote_panels import PROMOTE_PANELS
from spine.pages.public_page import PublicPage


def test_every_kind_of_page_has_the_panel():
    kinds = [model for model in apps.get_models() if issubclass(model, PublicPage)]
    assert len(kinds) >= 7
    assert all(model.promote_panels == PROMOTE_PANELS for model in kinds)


@pytest.mark.usefixtures("content")
def test_the_editor_gets_what_the_line_is_put_together_from(admin_client, hospital):
    page = Page.objects.get(slug="tumors-of-the-spine")
    html = BeautifulSoup(admin_client.get(f"/cms/pages/{page.pk}/edit/").content, "html.parser")
    panel = html.select_one("[data-search-result]")
    assert panel["data-site-name"] == "WakeMed Spine"
    assert panel["data-above"] == "http://testserver/conditions/"
    assert (panel["data-title-shown"], panel["data-description-shown"]) == ("60", "155")
    assert html.select_one('script[src*="search_result_panel.js"]')
    assert all(
        html.select_one(f"#id_{name}") for name in ("title", "slug", "seo_title", "search_description", "summary")
    )
