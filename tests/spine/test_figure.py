from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from spine.blocks import PageBody
from spine.models import InformationPage

from .approving import publish
from .conftest import Outline

pytestmark = [
    pytest.mark.usefixtures("content"),
    # Wagtail leaves the closing of its temporary files to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def image():
    return get_image_model().objects.create(
        title="Clinic", file=get_test_image_file(size=(1600, 900)), focal_point_x=1500, focal_point_y=850
    )


def figure(image, alt="The entrance, with a ramp", **values):
    picture = {"image": image.pk if image else None, "decorative": False, "alt_text": alt} | values.pop("picture", {})
    return {"type": "figure", "value": {"image": picture, "caption": "Our door", "credit": "WakeMed", **values}}


def body(*blocks):
    return PageBody().to_python(list(blocks))


def rendered(*blocks):
    return Outline(str(body(*blocks)))


def test_a_picture_comes_in_three_formats_and_widths_and_holds_its_place(image):
    html = rendered(figure(image))
    assert [a["type"] for _, a, _ in html.all("source")] == ["image/avif", "image/webp"]
    for srcset in html.attribute("srcset"):
        assert [part.split()[-1] for part in srcset.split(", ")] == ["1400w", "800w", "400w"]
    ((_, img, _),) = html.all("img")
    assert img["src"].endswith(".jpg")
    assert (img["alt"], img["loading"], img["width"], img["height"]) == (
        "The entrance, with a ramp",
        "lazy",
        "1400",
        "787",
    )
    assert img["sizes"]
    assert html.text("figcaption") == ["Our door WakeMed"]


def test_a_wide_picture_is_cut_around_its_focal_point():
    tall = get_image_model().objects.create(
        title="Tall", file=get_test_image_file(size=(400, 1200)), focal_point_x=200, focal_point_y=1100,
        focal_point_width=10, focal_point_height=10,
    )  # fmt: skip
    html = rendered(figure(tall, shape="wide"))
    ((_, img, _),) = html.all("img")
    assert (img["width"], img["height"]) == ("400", "226")
    assert all(tall.renditions.values_list("focal_point_key", flat=True))  # empty where the middle was cut out


def test_one_picture_used_twice_has_two_descriptions(image):
    html = rendered(figure(image, "From the front"), figure(image, "From the side"))
    assert [a["alt"] for _, a, _ in html.all("img")] == ["From the front", "From the side"]


def test_the_name_of_a_file_is_no_alternative_text(image):
    with pytest.raises(ValidationError):
        PageBody().clean(body(figure(image, alt=Path(image.file.name).stem.replace("_", " ").upper())))
    PageBody().clean(body(figure(image)))


@pytest.mark.parametrize("picture", [{"alt_text": ""}, {"image": None}])
def test_a_picture_without_words_for_those_who_cannot_see_it_is_refused(image, picture):
    with pytest.raises(ValidationError):
        PageBody().clean(body(figure(image, picture=picture)))


def test_a_decorative_picture_needs_none(image):
    value = body(figure(image, picture={"alt_text": "", "decorative": True}))
    assert PageBody().clean(value)
    assert [a["alt"] for _, a, _ in Outline(str(value)).all("img")] == [""]


def test_a_figure_without_a_picture_is_a_draft_that_shows_nothing():
    value = body(figure(None))
    assert PageBody().clean_deferred(value)
    assert "<figure" not in str(value)


def test_only_a_picture_on_the_first_screen_is_loaded_at_once(image, outline):
    page = InformationPage.objects.get(slug="visitors")
    page.body = body(figure(image), figure(image))
    publish(page)
    assert [a.get("loading") for _, a, _ in outline("/visitors/").all("img")] == [None, "lazy"]
