"""What waits for approval opens read-only for its reviewer, and can be edited after “Edit”."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page, TaskState

from appointments.models import RequestWording
from physicians.models import DangerPhrase
from spine.models import Approval, ConditionPage, Notice, content_hash
from tests.factories import make_clinic, make_member

pytestmark = pytest.mark.usefixtures("content")

# Something of each kind that has an editor, with a field to change and the group that writes it.
KINDS = {
    "page": (ConditionPage.objects.get, "title", "Editors"),
    "notice": (lambda: Notice.objects.create(text="Closed", live=False), "text", "Editors"),
    "wording": (lambda: RequestWording.objects.create(live=False), "safety_question", "Editors"),
    "danger phrase": (
        lambda: DangerPhrase.objects.create(phrase="lightning legs frozen", live=False),
        "phrase",
        "Directory editors",
    ),
}
# What the editor's form has besides.
EMPTY = {"body-count": 0, "shown_on-count": 0, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0}


@pytest.fixture(params=KINDS)
def submitted(request):
    """Something that waits for its approval, and the name of a field of its words."""
    make, field, group = KINDS[request.param]
    author = make_member("author@example.com", group)
    content = make()
    setattr(content, field, f"{getattr(content, field)}, again")
    content.save_revision(user=author)
    content.get_workflow().start(content, author)
    return content, field


def address_of(content):
    return AdminURLFinder().get_edit_url(content)


def opened(content):
    """Return the inputs that name the version on screen."""
    latest = content.get_latest_revision()
    return {"loaded_revision_id": latest.pk, "loaded_revision_created_at": latest.created_at.isoformat()}


def answer(content, name="approve", **changes):
    dialog = {"comment": "Read it", "seen": content_hash(content.latest_revision_id)}
    return {
        "action-workflow-action": "true",
        "workflow-action-name": name,
        "workflow-action-extra-data": json.dumps(dialog),
        **opened(content),
        **changes,
    }


def test_it_is_read_only_until_edit_is_pressed_and_does_not_save_itself(client, submitted, reviewer):
    content, _field = submitted
    client.force_login(reviewer)
    html = client.get(address_of(content)).content.decode()
    assert "content-locked" in html
    assert "If you change a word, someone else has to approve it." in html
    assert 'href="?edit=1"' in html
    assert "w-autosave#save" not in html
    assert "Approve and publish" in html
    html = client.get(address_of(content) + "?edit=1").content.decode()
    assert "content-locked" not in html
    assert "If you change a word, someone else has to approve it." in html
    assert "w-autosave#save" in html
    assert f'action="{address_of(content)}?edit=1"' in html


def test_nothing_is_saved_of_what_is_read(client, submitted, reviewer):
    content, field = submitted
    client.force_login(reviewer)
    before = content.get_latest_revision().pk
    client.post(address_of(content), {field: "Typed all the same", **EMPTY, **opened(content)})
    content.refresh_from_db()
    assert content.latest_revision_id == before


def test_a_reader_approves_without_saving_a_version(client, submitted, reviewer):
    content, field = submitted
    client.force_login(reviewer)
    said = client.post(address_of(content), answer(content, **{field: "Typed all the same"}), follow=True)
    assert "has been approved and published" in said.content.decode()
    signed = Approval.objects.get(kind=Approval.Kind.REVIEW)
    assert (signed.approved_by, signed.note, signed.revision_id) == (reviewer, "Read it", content.latest_revision_id)
    assert getattr(type(content).objects.get(pk=content.pk), field).endswith(", again")


def test_a_reader_sends_it_back_with_a_comment(client, submitted, reviewer):
    content, _field = submitted
    client.force_login(reviewer)
    said = client.post(address_of(content), answer(content, "reject"), follow=True)
    assert "has been sent back to its editor" in said.content.decode()
    client.force_login(content.get_latest_revision().user)
    assert "reviewer@example.com has sent this back: “Read it”" in client.get(address_of(content)).content.decode()


def test_nothing_is_sent_back_without_a_word(client, submitted, reviewer):
    content, _field = submitted
    client.force_login(reviewer)
    silent = answer(content, "reject", **{"workflow-action-extra-data": '{"comment": " "}'})
    assert "Say what should change." in client.post(address_of(content), silent, follow=True).content.decode()
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_a_page_with_a_scheduled_change_says_so_and_can_be_taken_down(client, page, editor, reviewer):
    page.title, page.go_live_at = "Tomorrow", timezone.now() + timezone.timedelta(days=1)
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    client.force_login(reviewer)
    said = client.post(address_of(page), answer(page), follow=True)
    assert "has been approved, and goes live when it’s due" in said.content.decode()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page = Page.objects.get(pk=page.pk)
    assert (page.live, page.approved_schedule) == (False, False)


@pytest.mark.parametrize("change", [
    {"loaded_revision_id": "1"},
    {"loaded_revision_created_at": ""},
    {"workflow-action-extra-data": "{}"},
    {"workflow-action-extra-data": "[1]"},
    {"workflow-action-extra-data": "{"},
])  # fmt: skip
def test_only_the_version_on_screen_is_approved(client, page, editor, reviewer, change):
    page.title = "Again"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    client.force_login(reviewer)
    said = client.post(address_of(page), answer(page, **change), follow=True)
    assert "changed since you opened it" in said.content.decode()
    assert not Approval.objects.filter(kind=Approval.Kind.REVIEW).exists()


def test_someone_who_wrote_some_of_it_is_told_so(client, submitted, reviewer):
    content, field = submitted
    setattr(content, field, "By the reviewer")
    content.save_revision(user=reviewer, clean=False)
    client.force_login(reviewer)
    said = client.get(address_of(content)).content.decode()
    assert "You wrote some of this text, so someone else has to approve it." in said


def test_its_author_can_not_change_it_and_is_told_why(client, submitted):
    content, _field = submitted
    client.force_login(content.get_latest_revision().user)
    html = client.get(address_of(content)).content.decode()
    assert "content-locked" in html
    assert "choose “Take back from approval” below" in html
    assert "?edit=1" not in html
    assert "content-locked" in client.get(address_of(content) + "?edit=1").content.decode()


def test_a_reviewer_takes_a_page_down_while_a_change_of_it_waits(client, page, editor, reviewer):
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    client.force_login(reviewer)
    assert reverse("wagtailadmin_pages:unpublish", args=[page.pk]) in client.get(address_of(page)).content.decode()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert not Page.objects.get(pk=page.pk).live


def test_what_nobody_approves_has_its_editor_as_ever(admin_client):
    clinic = make_clinic()
    address = address_of(clinic)
    assert admin_client.get(address).status_code == 200
    assert (
        admin_client.post(address, {"action-workflow-action": "true", "workflow-action-name": "approve"}).status_code
        < 500
    )


def test_an_earlier_version_is_read_only_too_until_edit_is_pressed(client, page, editor, reviewer):
    old = page.latest_revision_id or page.save_revision(user=editor).pk
    page.title = "Again"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    client.force_login(reviewer)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old])
    assert "content-locked" in client.get(address).content.decode()
    html = client.get(address + "?edit=1").content.decode()
    assert "content-locked" not in html
    assert f'action="{address}?edit=1"' in html
