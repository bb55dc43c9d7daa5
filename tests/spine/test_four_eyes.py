"""Whatever the road: nothing is live that a second person has not approved, word for word."""

from contextlib import contextmanager

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowState, WorkflowTask

from appointments.models import RequestWording
from spine.models import (
    Approval,
    ConditionPage,
    ContentChange,
    InformationPage,
    Notice,
    NoticeLevel,
    TreatmentPage,
    content_hash,
)
from spine.publishing import publish as publish_revision
from spine.services.emergency_notices import publish_at_once
from spine.services.first_content import publish_first_content
from spine.services.review_workflow import settle_review_workflow
from spine.services.scheduled_publishing import publish_scheduled

from .approving import approve, publish, somebody

pytestmark = pytest.mark.usefixtures("content")


@contextmanager
def refused(rule):
    """What happens inside is refused by this rule of the database at the end of its transaction."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        yield
        connection.check_constraints()
    assert refusal.value.__cause__.diag.constraint_name == rule


def member(email, *groups, **fields):
    user = get_user_model().objects.create_user(email, "a long pass phrase", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


@pytest.fixture
def page():
    return ConditionPage.objects.get()


@pytest.fixture
def editor():
    return member("editor@example.com", "Editors")


@pytest.fixture
def reviewer():
    return member("reviewer@example.com", "Clinical reviewers")


@pytest.fixture
def chief():
    """A superuser who is an editor and a reviewer besides."""
    return member("chief@example.com", "Editors", "Clinical reviewers", is_superuser=True)


def execute(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def rewritten(page):
    page.title = "Rewritten"
    return page


ROADS = {
    "publish a version": lambda page: rewritten(page).save_revision().publish(),
    "publish as a superuser": lambda page: publish_revision(rewritten(page).save_revision(), user=somebody()),
    "save the row": lambda page: rewritten(page).save(),
    "update the rows": lambda page: Page.objects.filter(pk=page.pk).update(title="Rewritten"),
    "write SQL": lambda page: execute("UPDATE spine_conditionpage SET summary = 'x' WHERE page_ptr_id = %s", page.pk),
    "lose its version": lambda page: page.live_revision.delete(),
    "take another page's version": lambda page: Page.objects.filter(pk=page.pk).update(
        live_revision=Page.objects.get(slug="visitors").live_revision
    ),
    "copy it live": lambda page: Page.objects.get(slug="visitors").specific.copy(update_attrs={"slug": "again"}),
    "make an alias": lambda page: Page.objects.get(slug="visitors").create_alias(update_slug="again"),
    "import a live page": lambda page: Page.objects.get(depth=2).add_child(
        instance=InformationPage(title="Imported", slug="imported", summary="x", body=[])
    ),
    "import a live notice": lambda page: Notice.objects.create(text="Imported"),
    "change a live notice": lambda page: Notice.objects.filter(live=True).update(text="Changed"),
    "make a planned notice show at once": lambda page: Notice.objects.filter(live=True).update(
        show_until=timezone.now()
    ),
    "change a treatment's conditions": lambda page: (
        TreatmentPage.objects.first().conditions.through.objects.all().delete()
    ),
}


@pytest.mark.parametrize("road", ROADS)
def test_no_road_leads_past_the_second_person(page, road):
    with refused("live_content_is_approved"):
        ROADS[road](page)


def test_a_page_taken_down_does_not_come_back_with_other_words(page):
    page.unpublish()
    ConditionPage.objects.filter(pk=page.pk).update(summary="Words of nobody")
    connection.check_constraints()
    approved = page.latest_revision
    with refused("live_content_is_approved"):
        Page.objects.filter(pk=page.pk).update(live=True, live_revision=approved)
    publish_revision(approved)
    assert ConditionPage.objects.get().summary != "Words of nobody"


def test_the_wording_of_the_request_flow_is_under_the_same_rule():
    wording = RequestWording(live=False)
    wording.save()
    with refused("live_content_is_approved"):
        wording.save_revision().publish()
    publish(RequestWording.objects.get())
    with refused("live_content_is_approved"):
        RequestWording.objects.update(symptoms="None")


def test_an_author_of_any_change_since_the_last_approval_cannot_approve(page, editor, reviewer):
    page.summary = "By the reviewer"
    page.save_revision(user=reviewer)
    page.summary = "And then by the editor"
    latest = page.save_revision(user=editor)
    for author in (reviewer, editor):
        with refused("approver_is_no_author"):
            approve(latest, by=author)
    approve(latest, by=somebody())
    page.summary = "Again by the editor"
    approve(page.save_revision(user=editor), by=reviewer)


def test_an_old_draft_is_not_approved_by_its_author_after_a_later_approval(page, editor):
    old = page.save_revision(user=editor)
    approve(page.save_revision(user=somebody("other@example.com")), by=somebody())
    with refused("approver_is_no_author"):
        approve(old, by=editor)


def test_whoever_rewrites_a_version_by_autosave_is_its_author(page, editor):
    version = page.save_revision(user=editor)
    page.summary = "Rewritten by autosave"
    again = page.save_revision(user=editor, overwrite_revision=version)
    assert again.pk == version.pk
    assert list(ContentChange.objects.filter(revision=version).values_list("author", flat=True)) == [editor.pk]


def test_a_version_is_approved_as_it_was_read_or_not_at_all(page, editor):
    version = page.save_revision(user=editor)
    seen = content_hash(version.pk)
    page.summary = "Rewritten by autosave"
    page.save_revision(user=editor, overwrite_revision=version)
    with refused("approval_is_for_what_was_read"):
        Approval.objects.record(revision=version, kind=Approval.Kind.REVIEW, by=somebody(), seen=seen)


def test_an_approved_version_is_never_rewritten(page, editor):
    version = page.save_revision(user=editor)
    approve(version)
    with refused("approved_version_is_kept"):
        page.summary = "Too late"
        page.save_revision(user=editor, overwrite_revision=version)


def test_autosave_after_submission_makes_a_version_of_its_own(page, editor):
    version = page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    page.summary = "Typed while it is being read"
    assert page.save_revision(user=editor, overwrite_revision=version).pk != version.pk


def test_first_content_ends_with_the_first_approval_by_a_person(page):
    version = page.save_revision()
    with refused("first_content_is_first"):
        Approval.objects.record(
            revision=version, kind=Approval.Kind.FIRST_CONTENT, by=None, seen=content_hash(version.pk)
        )
    notice = Notice.objects.create(text="New in this release", live=False)
    assert publish_first_content(notice)
    publish(page)
    late = Notice.objects.create(text="New in the next release", live=False)
    assert not publish_first_content(late)
    assert not Notice.objects.get(pk=late.pk).live
    version = late.save_revision()
    with refused("first_content_is_first"):
        Approval.objects.record(
            revision=version, kind=Approval.Kind.FIRST_CONTENT, by=None, seen=content_hash(version.pk)
        )


@pytest.mark.parametrize("level", [NoticeLevel.WARNING, NoticeLevel.INFO])
def test_only_an_emergency_is_approved_by_its_author(level, editor):
    notice = Notice.objects.create(text="Closed today", level=level, live=False)
    version = notice.save_revision(user=editor)
    with refused("emergency_is_for_notices"):
        Approval.objects.record(
            revision=version, kind=Approval.Kind.EMERGENCY, by=editor, seen=content_hash(version.pk)
        )


def test_what_is_scheduled_goes_live_when_approved_and_the_rest_is_not_held_up(page, editor):
    tomorrow = timezone.now() + timezone.timedelta(days=1)
    unapproved, approved = (Page.objects.get(slug=slug).specific for slug in ("visitors", "covid-19"))
    for one in (unapproved, approved):
        one.title, one.go_live_at = "Tomorrow", tomorrow
        one.save_revision(user=editor)
    publish_revision_later = approved.latest_revision
    approve(publish_revision_later)
    publish_revision(publish_revision_later)
    unapproved.latest_revision.approved_go_live_at = tomorrow
    unapproved.latest_revision.save()
    with time_machine.travel(tomorrow + timezone.timedelta(minutes=1), tick=False):
        publish_scheduled()
    titles = dict(Page.objects.filter(slug__in=["visitors", "covid-19"]).values_list("slug", "title"))
    assert titles["covid-19"] == "Tomorrow"
    assert titles["visitors"] != "Tomorrow"
    unapproved.latest_revision.refresh_from_db()
    assert unapproved.latest_revision.approved_go_live_at is None


# In the CMS, in words


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
        ("chief", {}, 403, "somebody else has to approve it"),
        ("reviewer", {"seen": "0" * 64}, 403, "changed since you opened it"),
        ("reviewer", {"seen": ""}, 302, None),
        ("superuser", {}, 302, None),
        ("editor", {}, 302, None),
    ],
)
def test_an_approval_that_does_not_count_is_refused_in_words(
    client, request, page, editor, who, changes, status, says
):
    user = member("root@example.com", is_superuser=True) if who == "superuser" else request.getfixturevalue(who)
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
    assert "somebody else has to approve it" in client.get(f"/cms/pages/{page.pk}/edit/").content.decode()


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


@pytest.fixture
def emergency(editor):
    notice = Notice.objects.create(text="The clinic is closed", level=NoticeLevel.EMERGENCY, live=False)
    notice.save_revision(user=editor)
    return notice


def test_an_emergency_is_published_by_one_and_read_by_another(client, emergency, reviewer):
    oncall = member("oncall@example.com", "Emergency publishers")
    emergency.save_revision(user=oncall)
    address = reverse("spine_publish_at_once", args=[emergency.pk])
    listed = reverse("spine_emergency_publications")
    client.force_login(oncall)
    assert "The clinic is closed" in client.get(address).content.decode()
    seen = content_hash(Notice.objects.get(pk=emergency.pk).latest_revision_id)
    assert client.post(address, {"seen": seen, "note": ""}).status_code == 422
    assert client.post(address, {"seen": seen, "note": "Water in the hall"}).status_code == 302
    connection.check_constraints()
    assert Notice.objects.get(pk=emergency.pk).live
    signed = Approval.objects.get(kind=Approval.Kind.EMERGENCY)
    client.post(listed, {"approval": signed.pk})
    assert Approval.objects.awaiting_second_person().get() == signed

    client.force_login(reviewer)
    assert "Water in the hall" in client.get(listed).content.decode()
    assert "waits to be read" in client.get("/cms/").content.decode()
    client.post(listed, {"approval": signed.pk})
    assert not Approval.objects.awaiting_second_person().exists()


def test_who_published_an_emergency_is_not_the_second_person(client, emergency):
    both = member("both@example.com", "Emergency publishers", "Clinical reviewers")
    emergency.save_revision(user=both)
    client.force_login(both)
    seen = content_hash(Notice.objects.get(pk=emergency.pk).latest_revision_id)
    client.post(reverse("spine_publish_at_once", args=[emergency.pk]), {"seen": seen, "note": "Now"})
    listed = reverse("spine_emergency_publications")
    with transaction.atomic():
        response = client.post(listed, {"approval": Approval.objects.get(kind=Approval.Kind.EMERGENCY).pk})
    assert response.status_code == 403
    assert "somebody else has to approve it" in response.content.decode()


def test_the_right_to_publish_at_once_is_asked_for(client, emergency, editor, reviewer):
    for user in (editor, reviewer):
        client.force_login(user)
        address = reverse("spine_publish_at_once", args=[emergency.pk])
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {"seen": "x", "note": "Now"}).status_code in (302, 403)
        with pytest.raises(PermissionDenied):
            publish_at_once(notice=emergency, by=user, seen="x", note="Now")
    assert not Notice.objects.get(pk=emergency.pk).live


def test_what_waits_where_nobody_signs_is_a_draft_again(page, editor):
    old = Workflow.objects.create(name="From before")
    step = GroupApprovalTask.objects.create(name="Moderators")
    WorkflowTask.objects.create(workflow=old, task=step, sort_order=0)
    page.save_revision(user=editor)
    waiting = old.start(page, editor)
    settle_review_workflow(reviewers=Group.objects.get(name="Clinical reviewers"))
    waiting.refresh_from_db()
    assert waiting.status == WorkflowState.STATUS_CANCELLED
    assert page.get_workflow().name == "Clinical review"


def test_what_went_out_in_an_emergency_counts_as_unread_until_somebody_reads_it(emergency, editor):
    first = emergency.latest_revision
    Approval.objects.record(revision=first, kind=Approval.Kind.EMERGENCY, by=editor, seen=content_hash(first.pk))
    emergency.text = "The clinic is closed until noon"
    later = emergency.save_revision(user=somebody("other@example.com"))
    with refused("approver_is_no_author"):
        approve(later, by=editor)


def test_a_superuser_without_the_named_right_does_not_publish_at_once(client, emergency):
    client.force_login(member("root@example.com", is_superuser=True))
    address = reverse("spine_publish_at_once", args=[emergency.pk])
    client.post(address, {"seen": content_hash(emergency.latest_revision_id), "note": "Now"})
    assert not Notice.objects.get(pk=emergency.pk).live


def test_nothing_comes_before_the_tables_that_the_rules_ask(page):
    execute("CREATE TEMPORARY TABLE spine_approval (LIKE spine_approval) ON COMMIT DROP")
    with refused("live_content_is_approved"):
        rewritten(page).save_revision().publish()


def test_a_live_page_does_not_become_another_kind_of_page(page):
    root_type = Page.objects.get(depth=1).content_type
    with refused("live_content_is_approved"):
        Page.objects.filter(pk=page.pk).update(content_type=root_type, title="Rewritten")


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_a_redirect_leads_nowhere_else(admin_client, target):
    data = {"old_path": "/find-me/", "is_permanent": "on", "redirect_link": target}
    with transaction.atomic():
        response = admin_client.post(reverse("wagtailredirects:add"), data)
    assert response.status_code == 403
    assert "begin with /" in response.content.decode()
    assert not Redirect.objects.exists()
