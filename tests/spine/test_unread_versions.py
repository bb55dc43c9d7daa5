"""What a reviewer has not been shown is not approved along with what was."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from spine.four_eyes.completeness import Incomplete
from spine.models import Approval, Notice, NoticeLevel, content_hash
from spine.notices.emergency_publication import confirm, publish_at_once
from tests.factories import make_member

from .approving import approve

pytestmark = pytest.mark.usefixtures("content")


def draft_of(user, text, level=NoticeLevel.INFO):
    notice = Notice.objects.create(text=text, level=level, live=False)
    notice.save_revision(user=user, clean=False)  # as the editor saves drafts
    return notice


def at_once(notice, by):
    notice = Notice.objects.get(pk=notice.pk)
    return publish_at_once(notice=notice, by=by, seen=content_hash(notice.latest_revision_id), note="Now")


def test_the_first_page_of_the_cms_approves_no_version_that_its_preview_does_not_show(client):
    editor = make_member("editor@example.com", "Editors")
    notice = draft_of(editor, "What was submitted")
    notice.get_workflow().start(notice, editor)
    task = TaskState.objects.get(revision=notice.latest_revision)
    client.force_login(make_member("reviewer@example.com", "Clinical reviewers"))

    def dialog(door):
        address = reverse(f"wagtailsnippets_spine_notice:{door}", args=[notice.pk, "approve", task.pk])
        return client.get(address).json()["html"]

    assert 'name="seen"' in dialog("workflow_action")
    notice.text = "Slipped in"
    notice.save_revision(user=editor)
    assert 'name="seen"' not in dialog("workflow_action")
    assert reverse("wagtailsnippets_spine_notice:edit", args=[notice.pk]) in dialog("workflow_action")
    assert 'name="seen"' in dialog("collect_workflow_action_data")  # the editor shows what it is about


def test_an_emergency_waits_to_be_read_although_a_later_version_was_approved():
    oncall = make_member("oncall@example.com", "Emergency publishers")
    reviewer = make_member("reviewer@example.com", "Clinical reviewers")
    notice = draft_of(oncall, "Everybody out", NoticeLevel.EMERGENCY)
    signed = at_once(notice, oncall)
    notice = Notice.objects.get(pk=notice.pk)
    notice.text, notice.level = "All is well", NoticeLevel.INFO
    approve(notice.save_revision(user=oncall), reviewer)
    assert Approval.objects.awaiting_second_person().get() == signed
    confirm(approval=signed, by=reviewer)
    assert not Approval.objects.awaiting_second_person().exists()


def test_an_emergency_without_words_is_not_published():
    oncall = make_member("oncall@example.com", "Emergency publishers")
    notice = draft_of(oncall, "", NoticeLevel.EMERGENCY)
    with pytest.raises(Incomplete):
        at_once(notice, oncall)
    assert not Notice.objects.get(pk=notice.pk).live
