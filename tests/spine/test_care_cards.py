import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from spine.blocks import CareCard, CareLevel, PageBody


def card(level, heading="Call", text="<p>Do this if you are numb.</p>"):
    return {"level": level, "heading": heading, "text": text}


def body(*blocks):
    return PageBody().normalize(list(blocks))


def rendered(level, **context):
    block = CareCard()
    return block.render(block.normalize(card(level)), context=context)


def test_a_page_may_have_one_card_of_each_level():
    value = body(*[("care_card", card(level, heading=level.label)) for level in CareLevel])
    assert len(PageBody().clean(value)) == 3


def test_a_second_card_of_the_same_level_is_refused():
    value = body(("care_card", card("urgent", "One")), ("care_card", card("urgent", "Two")))
    with pytest.raises(StreamBlockValidationError) as refused:
        PageBody().clean(value)
    assert set(refused.value.block_errors) == {1}
    assert "level" in refused.value.block_errors[1].block_errors


def test_what_is_missing_and_what_is_there_twice_is_said_at_once():
    value = body(("care_card", card("urgent", "")), ("care_card", card("urgent", "Two", "")))
    with pytest.raises(StreamBlockValidationError) as refused:
        PageBody().clean(value)
    assert set(refused.value.block_errors) == {0, 1}
    assert set(refused.value.block_errors[1].block_errors) == {"level", "text"}


def test_two_blocks_with_one_heading_are_refused_because_their_addresses_would_be_the_same():
    value = body(
        ("section", {"heading": "When?", "text": "<p>a</p>"}), ("section", {"heading": "When", "text": "<p>b</p>"})
    )
    with pytest.raises(StreamBlockValidationError) as refused:
        PageBody().clean(value)
    assert "heading" in refused.value.block_errors[1].block_errors


def test_a_draft_may_hold_several_blocks_that_are_not_filled_in_yet():
    value = body(("care_card", card("", "", "")), ("care_card", card("", "", "")))
    assert len(PageBody().clean_deferred(value)) == 2
    with pytest.raises(StreamBlockValidationError):
        PageBody().clean(value)


@pytest.mark.parametrize("level", CareLevel.values)
def test_a_card_takes_no_link_of_the_editors(level):
    block = CareCard()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.normalize(card(level, text='<p>Or <a href="https://example.com/">read on</a></p>')))
    assert "text" in refused.value.block_errors


def test_a_level_that_does_not_exist_is_refused():
    block = CareCard()
    with pytest.raises(ValidationError):
        block.clean(block.normalize(card("panic")))


@pytest.mark.parametrize(
    ("level", "words"),
    [("non-urgent", "Non-urgent advice:"), ("urgent", "Urgent advice:"), ("emergency", "Emergency advice:")],
)
def test_the_level_is_spoken_to_screen_readers(level, words):
    assert f'<span class="visually-hidden">{words} </span>Call</h2>' in rendered(level)


def test_an_emergency_card_leads_to_911_and_nowhere_else():
    html = rendered("emergency")
    assert html.count("<a ") == 1
    assert 'href="tel:911"' in html


def test_a_non_urgent_card_leads_to_the_request():
    assert 'href="/appointments/request/"' in rendered("non-urgent")
    assert "911" not in rendered("non-urgent")


def test_a_card_without_a_level_can_be_previewed():
    assert "care-card" in rendered("")
