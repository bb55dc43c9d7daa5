import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import BooleanBlock, ChooserBlock, ListBlock, StructBlock
from wagtail.models import Page

from spine.blocks import ConditionBody
from spine.models import TreatmentPage

HOSTILE = '<script>alert("1")</script>'


def rendered(name, value, **context):
    body = ConditionBody()
    stream = body.normalize([(name, value)])
    return body.child_blocks[name].render(stream[0].value, context=context)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("section", {"heading": HOSTILE, "text": "<p>safe</p>"}),
        (
            "classes",
            {
                "heading": HOSTILE,
                "introduction": HOSTILE,
                "classes": [{"term": HOSTILE, "explanation": HOSTILE, "where": HOSTILE, "course": HOSTILE}],
            },
        ),
        (
            "symptoms",
            {
                "heading": HOSTILE,
                "introduction": HOSTILE,
                "symptoms": [{"name": HOSTILE, "detail": HOSTILE}],
                "note": HOSTILE,
            },
        ),
        ("care_card", {"level": HOSTILE, "heading": HOSTILE, "text": "<p>safe</p>"}),
        ("treatments", {"heading": HOSTILE, "text": "<p>safe</p>", "pages": []}),
        ("questions", {"heading": HOSTILE, "questions": [{"question": HOSTILE, "answer": "<p>safe</p>"}]}),
        (
            "sources",
            {"heading": HOSTILE, "sources": [{"title": HOSTILE, "publisher": HOSTILE, "address": '"><script>'}]},
        ),
        ("call_to_action", {"heading": HOSTILE, "text": HOSTILE, "action": HOSTILE}),
    ],
)
def test_what_an_editor_types_is_text_and_never_markup(name, value):
    html = rendered(name, value)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def empty(block):
    """What the form of a block sends when nobody has typed anything, as it is stored."""
    if isinstance(block, StructBlock):
        return {name: empty(child) for name, child in block.child_blocks.items()}
    if isinstance(block, ListBlock):
        return [empty(block.child_block)]
    return None if isinstance(block, ChooserBlock) else False if isinstance(block, BooleanBlock) else ""


@pytest.mark.parametrize("name", ConditionBody().child_blocks)
def test_a_block_that_is_not_filled_in_yet_can_be_saved_and_previewed(name):
    body = ConditionBody()
    assert body.child_blocks[name].render(body.child_blocks[name].get_default(), context={})
    draft = body.to_python([{"type": name, "value": empty(body.child_blocks[name])}])
    assert body.clean_deferred(draft)
    assert "None" not in str(draft)
    with pytest.raises(ValidationError):
        body.clean(draft)


def test_a_call_to_action_has_the_buttons_that_the_editor_chose():
    def value(action):
        return {"heading": "Next", "action": action}

    both = rendered("call_to_action", value("both"))
    assert both.count("<a ") == 2
    assert 'href="/find-a-doctor/"' in rendered("call_to_action", value("find-a-doctor"))
    assert "/appointments/" not in rendered("call_to_action", value("find-a-doctor"))
    assert "/find-a-doctor/" not in rendered("call_to_action", value("request-an-appointment"))


@pytest.mark.usefixtures("content")
def test_treatments_show_published_pages_only_in_the_editors_order():
    first, second = TreatmentPage.objects.order_by("-title")
    pages = {"heading": "Treatments", "text": "", "pages": [first, second]}
    html = rendered("treatments", pages)
    assert html.index(first.title) < html.index(second.title)
    first.live = False
    assert first.title not in rendered("treatments", pages)
    assert Page.objects.get(pk=second.pk).title in rendered("treatments", pages)
