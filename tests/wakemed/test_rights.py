"""Each group has exactly the rights that its people need, in the CMS and in Wagtail's own words."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.permissions import permission_policy as images
from wagtail.models import GroupCollectionPermission, GroupPagePermission
from wagtail.permissions import (
    collection_permission_policy,
    site_permission_policy,
    task_permission_policy,
    workflow_permission_policy,
)

from appointments.models import RequestWording
from physicians.models import Location, Organization, Physician, Procedure
from spine.four_eyes.first_content import publish_first_content
from spine.models import InformationPage, Notice
from spine.sample_content import first_home
from wakemed.staff.groups import GROUPS

pytestmark = pytest.mark.django_db
ON_PAGES = {"Editors": {"add_page", "change_page"}, "Clinical reviewers": {"change_page", "publish_page"}}
ON_FILES = {
    "Editors": {"add_image", "change_image", "choose_image"},
    "Directory editors": {"add_image", "choose_image"},
}
EDITORS, DIRECTORY, REVIEWERS, EMERGENCY = (
    "Editors",
    "Directory editors",
    "Clinical reviewers",
    "Emergency publishers",
)


def test_the_groups_are_ours_and_hold_what_is_written_down_and_nothing_else():
    assert set(Group.objects.values_list("name", flat=True)) == set(GROUPS)
    for name, grants in GROUPS.items():
        group = Group.objects.get(name=name)
        written = {(app, codename) for app, codenames in grants for codename in codenames}
        assert set(group.permissions.values_list("content_type__app_label", "codename")) == written, name
        for model, expected in ((GroupPagePermission, ON_PAGES), (GroupCollectionPermission, ON_FILES)):
            held = set(model.objects.filter(group=group).values_list("permission__codename", flat=True))
            assert held == expected.get(name, set()), name


@pytest.fixture
def pages(db):
    """What is live, where a page can be added, and a draft."""
    home = first_home.load()
    live, draft = (
        home.add_child(instance=InformationPage(title=name, slug=name, summary=name, live=False))
        for name in ("live", "draft")
    )
    publish_first_content(live)
    live.refresh_from_db()
    return {"home": home, "live": live, "draft": draft}


def policy(model):
    return model.snippet_viewset.permission_policy


def on_page(which, name):
    """Return a question: may this person do so with the page?"""
    return lambda user, pages: getattr(pages[which].permissions_for_user(user), name)()


def by(policy_of, action):
    return lambda user, pages: policy_of().user_has_permission(user, action)


# what, who may (superusers aside), how Wagtail is asked
RIGHTS = [
    ("write a page", {EDITORS}, on_page("home", "can_add_subpage")),
    ("change a page", {EDITORS, REVIEWERS}, on_page("live", "can_edit")),
    ("publish a page by a button", set(), on_page("live", "can_publish")),
    ("take a page down", {REVIEWERS}, on_page("live", "can_unpublish")),
    ("make a page private", {REVIEWERS}, on_page("live", "can_set_view_restrictions")),
    ("stop a page's later publication", {REVIEWERS}, on_page("live", "can_unschedule")),
    ("delete what is live", set(), on_page("live", "can_delete")),
    ("delete a draft", {EDITORS}, on_page("draft", "can_delete")),
    ("move what is live", set(), on_page("live", "can_move")),
    ("move a draft", {EDITORS}, on_page("draft", "can_move")),
    ("lock a page", set(), on_page("live", "can_lock")),
    ("write a notice", {EDITORS, EMERGENCY}, by(lambda: policy(Notice), "add")),
    ("change a notice", {EDITORS, REVIEWERS, EMERGENCY}, by(lambda: policy(Notice), "change")),
    ("publish a notice by a button", set(), by(lambda: policy(Notice), "publish")),
    ("take a notice down", {REVIEWERS}, by(lambda: policy(Notice), "unpublish")),
    ("delete a notice", set(), by(lambda: policy(Notice), "delete")),
    ("publish an emergency notice", {EMERGENCY}, lambda user, pages: user.has_perm("spine.publish_emergency_notice")),
    ("reword the request", {EDITORS, REVIEWERS}, by(lambda: policy(RequestWording), "change")),
    ("take the wording down", {REVIEWERS}, by(lambda: policy(RequestWording), "unpublish")),
    ("record a review", {REVIEWERS}, lambda user, pages: user.has_perm("spine.add_attestation")),
    ("add an image", {EDITORS, DIRECTORY}, by(lambda: images, "add")),
    ("add a document", set(), by(lambda: documents, "add")),
    ("add a physician", {DIRECTORY}, by(lambda: policy(Physician), "add")),
    ("publish a physician", {DIRECTORY}, by(lambda: policy(Physician), "publish")),
    ("publish a clinic", {DIRECTORY}, by(lambda: policy(Location), "publish")),
    ("publish a procedure", {DIRECTORY}, by(lambda: policy(Procedure), "publish")),
    ("delete a physician", set(), by(lambda: policy(Physician), "delete")),
    ("change the hospital's row", set(), by(lambda: policy(Organization), "change")),
    ("add a collection", set(), by(lambda: collection_permission_policy, "add")),
    ("change a site", set(), by(lambda: site_permission_policy, "change")),
    ("change a workflow", set(), by(lambda: workflow_permission_policy, "change")),
    ("add a task", set(), by(lambda: task_permission_policy, "add")),
    ("add a member of staff", set(), lambda user, pages: user.has_perm("wakemed.add_user")),
    ("change a group", set(), lambda user, pages: user.has_perm("auth.change_group")),
    ("add a redirect", set(), lambda user, pages: user.has_perm("wagtailredirects.add_redirect")),
    ("end a nurse's review", {"Nurses"}, lambda user, pages: user.has_perm("appointments.finish_nurse_review")),
    (
        "keep message templates",
        {"Scheduling managers"},
        lambda user, pages: user.has_perms(
            [f"appointments.{do}_messagetemplate" for do in ("add", "change", "delete")]
        ),
    ),
    (
        "look at message templates",
        {"Scheduling managers", "Auditors"},
        lambda user, pages: user.has_perm("appointments.view_messagetemplate"),
    ),
    ("see who read a request", {"Auditors"}, lambda user, pages: user.has_perm("appointments.view_recordaccess")),
    ("see what was searched for", {"Auditors"}, lambda user, pages: user.has_perm("appointments.view_desksearch")),
    ("see who signed in", {"Auditors"}, lambda user, pages: user.has_perm("wakemed.view_securityevent")),
    (
        "read a request",
        {"Schedulers", "Scheduling managers", "Nurses"},
        lambda user, pages: user.has_perm("appointments.view_appointmentrequest"),
    ),
]


def test_each_group_may_do_what_its_people_need_and_nothing_else(pages):
    users = {}
    for name in GROUPS:
        users[name] = get_user_model().objects.create_user(f"{name.replace(' ', '-')}@example.com".lower())
        users[name].groups.set(Group.objects.filter(name=name))
    wrong = {}
    for what, expected, ask in RIGHTS:
        may = {name for name, user in users.items() if ask(user, pages)}
        if may != expected:
            wrong[what] = may
    assert wrong == {}


def test_no_filter_in_the_address_of_the_staff_list_guesses_at_passwords_or_fails(admin_client):
    staff = "/admin/wakemed/user/"
    assert admin_client.get(staff).status_code == 200
    assert admin_client.get(f"{staff}?is_staff__exact=1").status_code == 200
    for query in (
        "password__startswith=md5",
        "email__regex=((",
        "id__range=1",
        "last_login__year=99999",
        "logentry__user__password__startswith=md5",
        "groups__permissions__group__user__password__contains=a",
        "is_staff__exact=maybe",
    ):
        assert admin_client.get(f"{staff}?{query}").status_code in (302, 400), query
