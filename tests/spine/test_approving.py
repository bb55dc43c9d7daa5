"""What the CMS makes of the rules: who may sign, who is told why not, and what no button does."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowState, WorkflowTask

from spine.four_eyes.approval_workflow import settle_approval_workflow
from spine.models import (
    Approval,
    Notice,
    content_hash,
)
from tests.factories import make_member

pytestmark = pytest.mark.usefixtures("content")


@pytest.fixture
def submitted(page, editor):
    """The page, changed by the editor and submitted."""
    page.title = "Tumors, again"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    return page


def answer_address(content, action="approve", area="wagtailadmin_pages:workflow_action"):
    return reverse(area, args=[content.pk, action, content.current_workflow_task_state.pk])


def approval(content, **changes):
    return {"seen": content_hash(content.latest_revision_id), "comment": "Read it twice", **changes}


def test_the_dialog_names_the_version_and_carries_its_hash(client, submitted, reviewer):
    client.force_login(reviewer)
    dialog = client.get(answer_address(submitted)).json()["html"]
    assert "editor@example.com" in dialog
    assert content_hash(submitted.latest_revision_id) in dialog


def test_a_second_person_approves_and_it_is_live(client, submitted, reviewer):
    client.force_login(reviewer)
    assert client.post(answer_address(submitted), approval(submitted)).status_code == 302
    connection.check_constraints()
    assert Page.objects.get(pk=submitted.pk).title == "Tumors, again"
    signed = Approval.objects.get(kind=Approval.Kind.REVIEW)
    assert (signed.approved_by, signed.note) == (reviewer, "Read it twice")


@pytest.mark.parametrize(
    ("who", "changes", "status", "says"),
    [
        ("chief", {}, 403, "someone else has to approve it"),
        ("reviewer", {"seen": "0" * 64}, 403, "changed since you opened it"),
        ("reviewer", {"seen": ""}, 302, None),
        ("superuser", {}, 302, None),
        ("editor", {}, 302, None),
    ],
)
def test_an_approval_that_does_not_count_is_refused_in_words(
    client, request, page, editor, who, changes, status, says
):
    user = make_member("root@example.com", is_superuser=True) if who == "superuser" else request.getfixturevalue(who)
    author = user if who == "chief" else editor
    page.title = "Not this"
    page.save_revision(user=author)
    page.get_workflow().start(page, author)
    client.force_login(user)
    with transaction.atomic():  # what a request that fails leaves behind is rolled back, as in life
        response = client.post(answer_address(page), approval(page, **changes))
    assert response.status_code == status
    assert says is None or says in response.content.decode()
    assert Page.objects.get(pk=page.pk).title != "Not this"
    assert TaskState.objects.get().status == TaskState.STATUS_IN_PROGRESS


def test_a_refusal_in_the_dialog_reloads_the_page_which_says_why(client, page, chief):
    page.save_revision(user=chief)
    page.get_workflow().start(page, chief)
    client.force_login(chief)
    answer = client.post(
        answer_address(page),
        approval(page),
        headers={"X-Requested-With": "XMLHttpRequest", "Referer": f"/cms/pages/{page.pk}/edit/"},
    )
    assert answer.json() == {"step": "success", "redirect": f"/cms/pages/{page.pk}/edit/"}
    assert "someone else has to approve it" in client.get(f"/cms/pages/{page.pk}/edit/").content.decode()


def test_no_button_of_a_superuser_publishes_a_page(client, page, chief):
    client.force_login(chief)
    assert b"action-publish" not in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    page.title = "By the bulk action"
    page.save_revision(user=chief)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={page.pk}", {"next": "/cms/"})
    assert Page.objects.get(pk=page.pk).title != "By the bulk action"


def test_a_notice_of_a_superuser_is_saved_and_not_published(client, chief):
    client.force_login(chief)
    form = client.get(reverse("wagtailsnippets_spine_notice:add"))
    assert b"action-publish" not in form.content
    data = {"level": "info", "text": "Parking is free", "shown_on-count": 0, "action-publish": "1"}
    client.post(reverse("wagtailsnippets_spine_notice:add"), data)
    assert not Notice.objects.get(text="Parking is free").live


def test_reviewers_take_down_and_editors_do_not(client, page, editor, reviewer):
    notice = Notice.objects.filter(live=True).first()
    addresses = [
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        reverse("wagtailsnippets_spine_notice:unpublish", args=[notice.pk]),
    ]
    client.force_login(editor)
    for address in addresses:
        client.post(address)
    assert Page.objects.get(pk=page.pk).live
    assert Notice.objects.get(pk=notice.pk).live
    client.force_login(reviewer)
    for address in addresses:
        client.post(address)
    assert not Page.objects.get(pk=page.pk).live
    assert not Notice.objects.get(pk=notice.pk).live


def test_what_waits_in_a_workflow_without_an_approval_is_a_draft_again(page, editor):
    old = Workflow.objects.create(name="From before")
    step = GroupApprovalTask.objects.create(name="Moderators")
    WorkflowTask.objects.create(workflow=old, task=step, sort_order=0)
    page.save_revision(user=editor)
    waiting = old.start(page, editor)
    settle_approval_workflow(reviewers=Group.objects.get(name="Clinical reviewers"))
    waiting.refresh_from_db()
    assert waiting.status == WorkflowState.STATUS_CANCELLED
    assert page.get_workflow().name == "Clinical approval"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_a_redirect_leads_nowhere_else(admin_client, target):
    data = {"old_path": "/find-me/", "is_permanent": "on", "redirect_link": target}
    with transaction.atomic():
        response = admin_client.post(reverse("wagtailredirects:add"), data)
    assert response.status_code == 403
    assert "start with /" in response.content.decode()
    assert not Redirect.objects.exists()
