import pytest
from wagtail.models import TaskState

from spine.four_eyes.approval_refusals import sentence_for
from spine.four_eyes.completeness import Incomplete, missing_parts
from spine.models import InformationPage, Notice

from .approving import colleague

pytestmark = pytest.mark.usefixtures("content")

SECTION = ("section", {"heading": "Parking", "text": "<p>Free.</p>"})
CARD = {"level": "urgent", "heading": "Call us", "text": "<p>If it hurts.</p>"}


@pytest.fixture
def page():
    return InformationPage.objects.get(slug="visitors")


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ([SECTION], []),
        ([], ["“content” is empty."]),
        ([SECTION, ("section", {"heading": "", "text": "<p>a</p>"})], ["Block 2 (Section) isn’t filled in"]),
        ([("figure", {"image": None, "shape": "whole"})], ["Block 1 (Picture) isn’t filled in"]),
        ([("care_card", CARD), ("care_card", {**CARD, "heading": "Again"})], ["Block 2 (Care card) isn’t"]),
    ],
)
def test_what_is_missing_is_said_block_by_block(page, body, missing):
    page.body = body
    found = missing_parts(page)
    assert len(found) == len(missing)
    assert all(sentence.startswith(beginning) for sentence, beginning in zip(found, missing, strict=True))


def test_a_missing_summary_is_said_too(page):
    page.summary = ""
    assert missing_parts(page) == ["“summary” is empty."]
    assert missing_parts(Notice(text="Closed")) == []


def test_a_draft_that_is_half_filled_in_cannot_be_approved_and_the_refusal_is_a_sentence(page):
    editor, reviewer = colleague("writes@example.com"), colleague("reads@example.com")
    page.save_revision(user=editor)
    state = page.get_workflow().start(page, editor)
    page.body = [("section", {"heading": "", "text": ""})]
    page.save_revision(user=editor)
    waiting = TaskState.objects.get(pk=state.current_task_state_id)
    with pytest.raises(Incomplete) as refused:
        waiting.task.specific.on_action(waiting, reviewer, "approve", seen="")
    assert "Nothing was approved" in sentence_for(refused.value)
    assert InformationPage.objects.get(pk=page.pk).live_revision_id != page.latest_revision_id
