"""Whatever the road: nothing is live that a second person has not approved, word for word."""

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from appointments.models import RequestWording
from spine.four_eyes.first_content import publish_first_content
from spine.four_eyes.publishing import publish as publish_revision
from spine.four_eyes.scheduled_publishing import publish_scheduled
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

from .approving import approve, colleague, publish, refused

pytestmark = pytest.mark.usefixtures("content")


def execute(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def rewritten(page):
    page.title = "Rewritten"
    return page


ROADS = {
    "publish a version": lambda page: rewritten(page).save_revision().publish(),
    "publish as a superuser": lambda page: publish_revision(rewritten(page).save_revision(), user=colleague()),
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
    approve(latest, by=colleague())
    page.summary = "Again by the editor"
    approve(page.save_revision(user=editor), by=reviewer)


def test_an_old_draft_is_not_approved_by_its_author_after_a_later_approval(page, editor):
    old = page.save_revision(user=editor)
    approve(page.save_revision(user=colleague("other@example.com")), by=colleague())
    with refused("approver_is_no_author"):
        approve(old, by=editor)


def test_the_person_who_rewrites_a_version_by_autosave_is_its_author(page, editor):
    version = page.save_revision(user=editor)
    page.summary = "Rewritten by autosave"
    again = page.save_revision(user=editor, overwrite_revision=version)
    assert again.pk == version.pk
    changes = ContentChange.objects.filter(revision=version)
    assert [change.author for change in changes] == [editor, editor]
    assert len({change.words for change in changes}) == 2


def test_a_version_is_approved_as_it_was_read_or_not_at_all(page, editor):
    version = page.save_revision(user=editor)
    seen = content_hash(version.pk)
    page.summary = "Rewritten by autosave"
    page.save_revision(user=editor, overwrite_revision=version)
    with refused("approval_is_for_what_was_read"):
        Approval.objects.record(revision=version, kind=Approval.Kind.REVIEW, by=colleague(), seen=seen)


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


def test_what_went_out_in_an_emergency_counts_as_unread_until_someone_else_reads_it(emergency, editor):
    first = emergency.latest_revision
    Approval.objects.record(revision=first, kind=Approval.Kind.EMERGENCY, by=editor, seen=content_hash(first.pk))
    emergency.text = "The clinic is closed until noon"
    later = emergency.save_revision(user=colleague("other@example.com"))
    with refused("approver_is_no_author"):
        approve(later, by=editor)


def test_nothing_comes_before_the_tables_that_the_rules_ask(page):
    execute("CREATE TEMPORARY TABLE spine_approval (LIKE spine_approval) ON COMMIT DROP")
    with refused("live_content_is_approved"):
        rewritten(page).save_revision().publish()


def test_a_live_page_does_not_become_another_kind_of_page(page):
    root_type = Page.objects.get(depth=1).content_type
    with refused("live_content_is_approved"):
        Page.objects.filter(pk=page.pk).update(content_type=root_type, title="Rewritten")
