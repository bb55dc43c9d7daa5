from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import engines
from django.test import RequestFactory
from wagtail.models import Page, Site

from spine.context_processors import notices
from spine.models import Notice

NOON = datetime(2027, 3, 14, 12, 0, tzinfo=ZoneInfo("America/New_York"))  # the day the clocks go forward
pytestmark = pytest.mark.django_db


def shown():
    return [notice.text for notice in notices(RequestFactory().get("/"))["notices"]]


@pytest.mark.parametrize(
    ("moment", "texts"),
    [
        (NOON - timedelta(seconds=1), []),
        (NOON, ["Closed"]),
        (NOON + timedelta(hours=1, seconds=-1), ["Closed"]),
        (NOON + timedelta(hours=1), []),
    ],
)
def test_a_notice_is_shown_from_its_first_moment_until_just_before_its_last(moment, texts):
    Notice.objects.create(text="Closed", show_from=NOON, show_until=NOON + timedelta(hours=1))
    with time_machine.travel(moment, tick=False):
        assert shown() == texts


def test_a_notice_without_times_is_shown_until_further_notice():
    Notice.objects.create(text="Always")
    with time_machine.travel(NOON + timedelta(days=3650), tick=False):
        assert shown() == ["Always"]


def test_a_draft_is_not_shown_until_it_is_published():
    notice = Notice.objects.create(text="Old words")
    notice.text = "New words"
    revision = notice.save_revision()
    assert shown() == ["Old words"]
    revision.publish()
    assert shown() == ["New words"]
    Notice.objects.update(live=False)
    assert shown() == []


def test_the_loudest_comes_first():
    for level in ("info", "emergency", "warning"):
        Notice.objects.create(level=level, text=level)
    assert shown() == ["emergency", "warning", "info"]


def test_nothing_is_asked_of_the_database_before_a_template_shows_the_notices(django_assert_num_queries):
    Notice.objects.create(text="One", link_text="Go", link_page=Page.objects.first())
    Site.get_site_root_paths()  # Wagtail keeps these in its cache
    with django_assert_num_queries(0):
        lazy = notices(RequestFactory().get("/"))["notices"]
    with django_assert_num_queries(1):
        assert [notice.link_url for notice in lazy] == [""]
        assert lazy


def test_notices_do_not_fail_without_a_site():
    page = Page.objects.filter(depth=2).first()
    Notice.objects.create(text="One", link_text="Go", link_page=page)
    Site.objects.all().delete()
    template = engines["django"].from_string(
        "{% for notice in notices %}{{ notice.text }}{{ notice.link_url }}{% endfor %}"
    )
    assert template.render({}, RequestFactory().get("/")) == "One"


def test_a_notice_drops_its_link_while_the_page_is_not_published():
    page = Page.objects.filter(depth=2).first()
    notice = Notice.objects.create(text="One", link_text="Go", link_page=page)
    assert notice.link_url == "/"
    page.live = False
    assert notice.link_url == ""


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "//evil.example.com", "/\\evil.example.com", "http://example.com", "visitors", "/a b"],
)
def test_an_address_that_may_lead_astray_is_refused(address):
    with pytest.raises(ValidationError) as refused:
        Notice(text="One", link_text="Go", link_address=address).full_clean()
    assert "link_address" in refused.value.message_dict


@pytest.mark.parametrize("address", ["/visitors/", "/appointments/request/?visit=virtual", "https://www.cdc.gov/"])
def test_an_address_of_this_site_or_a_safe_one_is_taken(address):
    Notice(text="One", link_text="Go", link_address=address).full_clean()


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"show_from": NOON, "show_until": NOON}, "notice_ends_after_it_begins"),
        ({"link_text": "Go"}, "notice_link_has_words_and_an_aim"),
        ({"link_address": "/visitors/"}, "notice_link_has_words_and_an_aim"),
    ],
)
def test_the_form_and_the_database_refuse_what_must_not_be(values, constraint):
    with pytest.raises(ValidationError):
        Notice(text="One", **values).full_clean()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Notice.objects.create(text="One", **values)


def test_a_notice_links_to_a_page_or_to_an_address():
    both = {"link_text": "Go", "link_page": Page.objects.filter(depth=2).first(), "link_address": "/visitors/"}
    with pytest.raises(ValidationError, match="not to both"):
        Notice(text="One", **both).full_clean()
    with pytest.raises(IntegrityError, match="notice_has_one_link_at_most"), transaction.atomic():
        Notice.objects.create(text="One", **both)
