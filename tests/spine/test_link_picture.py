"""The picture that a social network shows beside a link: the site's own, or the page's figure."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from .approving import publish

pytestmark = [
    pytest.mark.usefixtures("content"),
    # Wagtail leaves the closing of its temporary files to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def publish_figure():
    """A function that publishes the visitors' page with a figure on it."""
    image = get_image_model().objects.create(title="Clinic", file=get_test_image_file(size=(1600, 1200)))

    def publish_it(shape, **words):
        page = Page.objects.get(slug="visitors").specific
        picture = {"image": image.pk, "decorative": False, "alt_text": "The entrance, with a ramp"} | words
        page.body = [*page.body.raw_data, {"type": "figure", "value": {"image": picture, "shape": shape}}]
        publish(page)

    return publish_it


@pytest.fixture
def metas(outline):
    """A function that returns the meta elements of a page by their names."""
    return lambda address: {
        attributes.get("property") or attributes.get("name"): attributes.get("content")
        for _tag, attributes, _text in outline(address).all("meta")
    }


def test_a_page_without_a_figure_names_the_picture_of_the_site(metas):
    shown = metas("/visitors/")
    assert shown["og:image"] == f"http://testserver{static('link-picture.png')}"
    assert (shown["og:image:type"], shown["twitter:card"]) == ("image/png", "summary_large_image")
    assert shown["og:image:alt"].startswith(Page.objects.get(slug="visitors").title)
    assert [metas(address)["og:image"] for address in ("/", "/conditions/")] == 2 * [shown["og:image"]]


def test_the_picture_of_the_site_is_small_and_as_large_as_the_page_says(metas):
    file = finders.find("link-picture.png")
    with Image.open(file) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1200, 630)
    assert Path(file).stat().st_size < 60_000
    assert (metas("/")["og:image:width"], metas("/")["og:image:height"]) == ("1200", "630")


@pytest.mark.parametrize(("shape", "size"), [("wide", ("1200", "630")), ("whole", ("1200", "900"))])
def test_a_page_with_a_figure_names_it_as_it_is_shown_on_the_page(publish_figure, metas, client, shape, size):
    publish_figure(shape)
    shown = metas("/visitors/")
    assert shown["og:image"].startswith("http://testserver/media/images/")
    assert shown["og:image:type"] == "image/jpeg"
    assert (shown["og:image:width"], shown["og:image:height"]) == size
    assert shown["og:image:alt"] == "The entrance, with a ramp"
    assert f'"image": "{shown["og:image"]}"' in client.get("/visitors/").content.decode()


def test_a_figure_that_only_decorates_is_described_by_the_title_of_its_page(publish_figure, metas):
    publish_figure("wide", decorative=True, alt_text="")
    assert metas("/visitors/")["og:image:alt"].startswith(Page.objects.get(slug="visitors").title)


def test_a_figure_of_a_draft_is_not_named(metas):
    page = Page.objects.get(slug="visitors").specific
    image = get_image_model().objects.create(title="Clinic", file=get_test_image_file(size=(1600, 1200)))
    figure = {"image": {"image": image.pk, "decorative": True, "alt_text": ""}, "shape": "wide"}
    page.body = [*page.body.raw_data, {"type": "figure", "value": figure}]
    page.save_revision()
    assert metas("/visitors/")["og:image:type"] == "image/png"
