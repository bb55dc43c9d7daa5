import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from physicians.models import Condition
from spine.blocks import ConditionBody
from spine.models import ConditionIndexPage, ConditionPage, TreatmentPage

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")


@pytest.fixture
def stenosis():
    condition = Condition.objects.create(name="Spinal stenosis", slug="spinal-stenosis")
    page = ConditionPage(title="Spinal stenosis", slug="spinal-stenosis", summary="Narrow.", condition=condition)
    page.live = False
    ConditionIndexPage.objects.get().add_child(instance=page)
    publish(page)
    return page


def rendered(name, page):
    raw = [{"type": name, "value": {"heading": "See also", "text": "", "pages": [page.pk]}}]
    return str(ConditionBody().to_python(raw))


def make_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def unpublish(page):
    ConditionPage.objects.get(pk=page.pk).unpublish()


def test_a_related_condition_is_a_card_that_leads_to_its_page(stenosis):
    html = rendered("related_conditions", stenosis)
    assert 'id="see-also"' in html
    assert 'href="/conditions/spinal-stenosis/"' in html


@pytest.mark.parametrize("hide", [make_private, lambda page: make_private(page.get_parent()), unpublish])
def test_nothing_is_left_of_the_block_when_no_page_of_it_is_open_to_all(stenosis, hide):
    hide(stenosis)
    assert "See also" not in rendered("related_conditions", stenosis)


def test_a_private_treatment_leaves_its_text_and_no_card():
    page = TreatmentPage.objects.first()
    assert page.url in rendered("treatments", page)
    make_private(page)
    html = rendered("treatments", page)
    assert page.url not in html
    assert "See also" in html


def test_a_page_of_another_kind_cannot_be_chosen():
    block = ConditionBody().child_blocks["related_conditions"]
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"heading": "See also", "pages": [TreatmentPage.objects.first().pk]}))


def test_on_this_page_does_not_lead_to_blocks_that_may_not_be_there(rf, stenosis):
    stenosis.body = [
        ("section", {"heading": "What it is", "text": "<p>Narrow.</p>"}),
        ("section", {"heading": "", "text": ""}),
        ("physicians", {"heading": "Doctors", "text": ""}),
        ("related_conditions", {"heading": "See also", "pages": []}),
    ]
    request = rf.get("/")
    request.user = AnonymousUser()
    assert [value.anchor for value in stenosis.get_context(request)["contents"]] == ["what-it-is"]
