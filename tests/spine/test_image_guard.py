import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ReferenceIndex

from spine.models import InformationPage

from .approving import publish

pytestmark = [
    pytest.mark.usefixtures("content", "contexts"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail's temporary files
]
KEPT = (
    "This file can’t be replaced. Upload the new one next to it and choose it on the page. That change needs approval."
)


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def image():
    return get_image_model().objects.create(title="Clinic", file=get_test_image_file())


@pytest.fixture
def live(image):
    """The picture, on a live page."""
    page = InformationPage.objects.get(slug="visitors")
    image.contextual_alt_text, image.decorative = "The door", False
    page.body = [("figure", {"image": image, "caption": "", "credit": "", "shape": "whole"})]
    publish(page)
    ReferenceIndex.create_or_update_for_object(InformationPage.objects.get(pk=page.pk))  # Wagtail does so at commit
    return image


def test_another_file_for_an_old_picture_is_refused_in_words_and_its_words_may_change(admin_client, image):
    address = reverse("wagtailimages:edit", args=[image.pk])
    old = image.file.name
    other = SimpleUploadedFile("new.png", get_test_image_file().file.getvalue())
    answer = admin_client.post(address, {"title": "Door", "file": other, "tags": ""})
    assert answer.context["form"].errors == {"file": [KEPT]}
    assert KEPT in admin_client.get(address).content.decode()
    assert admin_client.post(address, {"title": "Door", "description": "Our door", "tags": ""}).status_code == 302
    image.refresh_from_db()
    assert (image.title, image.file.name) == ("Door", old)
    assert image.file.storage.exists(old)


def test_another_file_for_an_old_document_is_refused_in_words(admin_client):
    document = get_document_model().objects.create(title="Map", file=ContentFile(b"%PDF-1.4", "map.pdf"))
    data = {"title": "Map", "file": ContentFile(b"%PDF-1.5", "other.pdf"), "tags": ""}
    answer = admin_client.post(reverse("wagtaildocs:edit", args=[document.pk]), data)
    assert answer.context["form"].errors == {"file": [KEPT]}
    with pytest.raises(IntegrityError, match="never exchanged"), transaction.atomic():
        get_document_model().objects.update(file="documents/other.pdf")


def test_the_database_refuses_what_would_change_a_live_page_on_any_road(live):
    images = get_image_model().objects
    roads = {
        "file": lambda: images.update(file="original_images/other.png"),
        "focal point": lambda: images.update(focal_point_x=5, focal_point_y=5),
        "delete": lambda: images.filter(pk=live.pk).delete(),
    }
    for road in roads.values():
        with pytest.raises(IntegrityError), transaction.atomic():
            road()
    images.update(title="Another title")


def test_a_picture_on_a_live_page_is_kept_and_the_refusal_is_a_sentence(admin_client, live):
    answer = admin_client.post(reverse("wagtailimages:delete", args=[live.pk]))
    assert "Take it off the page first" in answer.content.decode()
    assert get_image_model().objects.filter(pk=live.pk).exists()


def test_the_focal_point_of_a_picture_on_a_live_page_is_refused_in_words(admin_client, live):
    data = {"title": "Clinic", "tags": "", "focal_point_x": 5, "focal_point_y": 5, "focal_point_width": 2}
    answer = admin_client.post(reverse("wagtailimages:edit", args=[live.pk]), data | {"focal_point_height": 2})
    assert "cropped around its focal point" in answer.content.decode()


def test_a_picture_that_no_live_page_shows_may_go(image):
    get_image_model().objects.update(focal_point_x=5, focal_point_y=5)
    image.delete()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM wagtailimages_image")
        assert cursor.fetchone() == (0,)
