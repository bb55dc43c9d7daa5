import pytest
from django.core.management import call_command
from wagtail.models import Page, Revision, Site

from physicians.models import Condition
from spine import sample_content
from spine.models import ConditionPage, HomePage, Notice

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")


def counts():
    return [model.objects.count() for model in (Page, Revision, Notice, Condition, Site)]


def test_a_second_load_creates_nothing():
    before = counts()
    sample_content.load()
    assert counts() == before


def test_what_an_editor_has_changed_stays():
    page = ConditionPage.objects.get(slug="tumors-of-the-spine")
    page.title = "Spinal tumors"
    publish(page)
    notice = Notice.objects.first()
    notice.text = "Visitors are welcome again."
    publish(notice)
    Notice.objects.exclude(pk=notice.pk).delete()
    sample_content.load()
    assert ConditionPage.objects.get(slug="tumors-of-the-spine").title == "Spinal tumors"
    assert [notice.text for notice in Notice.objects.all()] == ["Visitors are welcome again."]


def test_the_site_begins_at_the_home_page_and_wagtails_welcome_is_gone():
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert not Page.objects.filter(title__startswith="Welcome to your new Wagtail").exists()


def test_every_page_is_valid_and_published():
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
        assert page.live
        assert not page.has_unpublished_changes


def test_the_condition_of_the_directory_is_used_when_there_is_one():
    assert ConditionPage.objects.get().condition == Condition.objects.get(slug="tumors-of-the-spine")


def test_a_page_built_on_the_welcome_page_keeps_it():
    root = Page.get_first_root_node()
    welcome = root.add_child(title="Mine", slug="home")
    welcome.add_child(title="Below", slug="below")
    sample_content.first_home.remove_welcome_page(root)
    assert Page.objects.filter(pk=welcome.pk).exists()


def test_the_sites_address_follows_the_settings_after_every_migrate(settings):
    settings.SITE_URL = "https://spine.example.com"
    call_command("migrate", verbosity=0)
    assert Site.objects.get().root_url == "https://spine.example.com"
    assert HomePage.objects.get().full_url == "https://spine.example.com/"
