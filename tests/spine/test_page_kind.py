"""A new kind of page is a model, a template and a migration (docs/how-to/add-a-page-kind.md). All else follows."""

import datetime
import json
import re

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from spine.attestations.attest import record_attestation
from spine.attestations.attestation_dates import pages_to_attest
from spine.blocks import PageBody
from spine.blocks.blocks_field import BlocksField
from spine.checking.broken_links import broken_links
from spine.checking.hints import hints
from spine.models import HomePage
from spine.pages.public_page import BodyPage
from tests.factories import make_member, make_physician

from .approving import publish, refused
from .page_kinds import installed

pytestmark = pytest.mark.usefixtures("content", "hospital")


def define():
    """Return the kind: this declaration is all of it."""

    class ClassPage(BodyPage):
        """A class that patients can take."""

        schema_type = "MedicalWebPage"
        kind_in_search = "Class"
        why_not_copied = "A class has one page only."
        parent_page_types = ["spine.HomePage"]
        subpage_types = []
        template = "spine/body_page.html"

        body = BlocksField(PageBody())
        content_panels = [*BodyPage.content_panels, "body"]

        class Meta:
            app_label = "spine"
            verbose_name = "class"

        def main_entity(self):
            return {"@type": "MedicalTherapy", "@id": f"{self.full_url}#class", "name": self.title}

    return ClassPage


@pytest.fixture
def kind():
    with installed(define) as model:
        yield model


@pytest.fixture
def back_school(kind):
    """A published page of the kind, with a link that doesn't arrive."""
    section = {"heading": "What you learn", "text": '<p>Lifting boxes safely. <a href="/nowhere/">Click here</a></p>'}
    page = HomePage.objects.get().add_child(
        instance=kind(
            title="Back school",
            slug="back-school",
            summary="Six evenings about your back.",
            live=False,
            body=[("section", section)],
        )
    )
    publish(page)
    return kind.objects.get(pk=page.pk)


def structured_data(client, address):
    html = client.get(address).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])["@graph"]


def test_editors_can_add_it_and_nobody_can_publish_or_copy_it_alone(client, kind, back_school, contexts):
    chief = make_member("chief@example.com", "Editors", "Clinical reviewers", is_superuser=True)
    assert kind in HomePage.creatable_subpage_models()
    client.force_login(chief)
    form = client.get(reverse("wagtailadmin_pages:add", args=["spine", "classpage", HomePage.objects.get().pk]))
    assert {"title", "summary", "body"} <= set(form.context["form"].fields)
    assert not back_school.permissions_for_user(chief).can_publish()
    answer = client.get(reverse("wagtailadmin_pages:copy", args=[back_school.pk]), follow=True)
    assert "A class has one page only." in answer.content.decode()


def test_what_is_live_is_what_a_second_person_has_approved(kind, back_school):
    with refused("live_content_is_approved"):
        kind.objects.update(summary="Words of nobody")
    with refused("live_content_is_approved"):
        Page.objects.filter(pk=back_school.pk).update(title="Words of nobody")
    with refused("live_content_is_approved"):
        back_school.copy(update_attrs={"slug": "again"})
    back_school.summary = "Seven evenings about your back."
    publish(back_school)
    assert kind.objects.get().summary == "Seven evenings about your back."


def test_a_physician_signs_it_and_machines_read_what_it_is_about(client, outline, back_school):
    assert "Back school" in {page.title for page in pages_to_attest()}
    (page, about, trail) = structured_data(client, "/back-school/")
    assert (page["@type"], page["mainEntity"], "lastReviewed" in page) == (
        "MedicalWebPage",
        {"@id": "http://testserver/back-school/#class"},
        False,
    )
    assert about["name"] == "Back school"
    assert trail["@type"] == "BreadcrumbList"
    today = timezone.localdate()
    physician = make_physician(slug="ana")
    reviewer = make_member("ana@example.com", "Clinical reviewers", physician=physician)
    record_attestation(
        page=back_school, by=reviewer, reviewed_on=today, next_review_due=today + datetime.timedelta(days=365)
    )
    assert structured_data(client, "/back-school/")[0]["lastReviewed"] == today.isoformat()
    assert "Reviewed by Ana Lopez" in " ".join(outline("/back-school/").text("main"))


def test_the_sitemap_the_search_and_link_previews_know_it(client, outline, back_school):
    assert "<loc>http://testserver/back-school/</loc>" in client.get("/sitemap.xml").content.decode()
    found = outline("/search/?q=lifting+boxes")
    assert "Class" in found.text("p")
    assert "/back-school/" in found.attribute("href")
    metas = [attributes for _tag, attributes, _text in outline("/back-school/").all("meta")]
    assert "http://testserver/static/link-picture.png" in [meta["content"] for meta in metas if "property" in meta]


def test_its_links_and_words_are_checked(back_school):
    assert ("Back school", "Click here") in {(link.page, link.words) for link in broken_links()}
    assert [hint for hint in hints(back_school) if "doesn’t say where it leads" in hint]


def test_no_other_test_finds_it():
    assert get_user_model().objects.count() == 0
    assert "ClassPage" not in {model.__name__ for model in HomePage.creatable_subpage_models()}
