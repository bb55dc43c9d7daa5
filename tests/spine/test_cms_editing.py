import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page

from spine.four_eyes.editor_rights import grant_editors
from spine.models import ConditionPage

pytestmark = pytest.mark.usefixtures("content", "contexts")


@pytest.fixture
def page():
    return ConditionPage.objects.get()


@pytest.fixture
def editor():
    group = Group.objects.create(name="Page editors")
    grant_editors(group=group)
    user = get_user_model().objects.create_user("page-editor@example.com", "a long pass phrase")
    user.groups.add(group)
    return user


def test_editors_write_pages_and_do_not_publish_them(page, editor):
    may = page.permissions_for_user(editor)
    assert may.can_edit()
    assert not may.can_publish()
    assert page.get_parent().permissions_for_user(editor).can_add_subpage()


def test_granting_twice_grants_once(editor):
    group = editor.groups.get()
    before = group.page_permissions.count(), group.collection_permissions.count()
    grant_editors(group=group)
    assert (group.page_permissions.count(), group.collection_permissions.count()) == before == (2, 3)


def test_granting_waits_for_the_page_tree(monkeypatch):
    monkeypatch.setattr(Page, "get_first_root_node", lambda: None)
    group = Group.objects.create(name="Early")
    grant_editors(group=group)
    assert not group.page_permissions.exists()


def test_a_draft_is_shown_in_the_editor_and_not_to_the_public(client, admin_client, page):
    page.title = "Words in progress"
    page.save_revision()
    draft = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "Words in progress" in draft.content.decode()
    assert "Words in progress" not in client.get(page.url).content.decode()


def test_the_editor_may_frame_its_preview_and_nobody_may_frame_a_page(client, admin_client, page):
    preview = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in client.get(page.url)["Content-Security-Policy"]


def test_only_a_preview_has_wagtails_bar(admin_client, page):
    bar = "wagtail-userbar"
    preview = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert bar in preview.content.decode()
    assert bar not in admin_client.get(page.url).content.decode()


def test_copying_a_condition_page_is_refused_in_words(admin_client, page):
    response = admin_client.get(reverse("wagtailadmin_pages:copy", args=[page.pk]), follow=True)
    assert "A condition has one page only" in response.content.decode()


def test_a_copy_starts_as_a_draft_no_matter_who_makes_it_and_what_they_choose(admin_client):
    page = Page.objects.get(slug="visitors")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    form = admin_client.get(address).context["form"]
    assert {"publish_copies", "alias"}.isdisjoint(form.fields)
    home = page.get_parent().pk
    chosen = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": home, "publish_copies": "on", "alias": "on"}
    admin_client.post(address, chosen)
    copy = Page.objects.get(slug="copy")
    assert (copy.live, copy.alias_of) == (False, None)


def test_a_copy_below_a_page_that_was_just_deleted_is_refused_in_words(admin_client):
    page = Page.objects.get(slug="visitors")
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    response = admin_client.post(address, {"new_title": "Kept words", "new_slug": "copy", "new_parent_page": 999_999})
    assert response.status_code == 200
    assert "This page no longer exists. Choose another one." in response.content.decode()
    assert 'value="Kept words"' in response.content.decode()
    assert not Page.objects.filter(slug="copy").exists()


def test_a_decision_on_what_has_just_been_decided_is_answered_in_words(admin_client, page):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    late = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    assert "no longer waiting for approval" in admin_client.post(address, late, follow=True).content.decode()


def test_a_second_page_about_a_condition_is_refused_in_words(page):
    second = ConditionPage(title="Again", slug="again", summary="Again", condition=page.condition, body=page.body)
    second.path, second.depth = page.path, page.depth
    with pytest.raises(Exception, match="already exists"):
        second.full_clean()


def test_a_page_that_a_notice_links_to_is_not_deleted(admin_client):
    page = Page.objects.get(slug="visitors")
    response = admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert response.status_code == 200
    assert Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize(
    "name", ["wagtailsnippets_spine_notice:list", "wagtailsnippets_spine_notice:add", "wagtailadmin_home"]
)
def test_the_cms_opens(admin_client, name):
    assert admin_client.get(reverse(name)).status_code == 200


def test_a_page_can_be_opened_in_the_editor(admin_client, page):
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
