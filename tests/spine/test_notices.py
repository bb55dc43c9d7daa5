from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from spine.models import Notice, NoticeState
from spine.notices.notice_context import notices
from spine.notices.notice_list import state_in_words, time_in_words

from .approving import publish

NOON = datetime(2027, 3, 14, 12, 0, tzinfo=ZoneInfo("America/New_York"))  # the day the clocks go forward
pytestmark = pytest.mark.django_db


def published(**values):
    """A notice that a second person has approved."""
    notice = Notice.objects.create(live=False, **values)
    publish(notice)
    return Notice.objects.get(pk=notice.pk)


def shown(address="/"):
    return [notice.text for notice in notices(RequestFactory().get(address))["notices"]]


def test_a_notice_is_shown_from_its_first_moment_until_just_before_its_last():
    last = NOON + timedelta(hours=1)
    published(text="Closed", show_from=NOON, show_until=last)
    Notice.objects.create(text="A draft", live=False, show_from=NOON - timedelta(minutes=1))
    for moment, texts, state in [
        (NOON - timedelta(seconds=1), [], NoticeState.PLANNED),
        (NOON, ["Closed"], NoticeState.SHOWN),
        (last - timedelta(seconds=1), ["Closed"], NoticeState.SHOWN),
        (last, [], NoticeState.OVER),
    ]:
        with time_machine.travel(moment, tick=False):
            assert shown() == texts, moment
        closed, draft = Notice.objects.with_state(moment)
        assert (closed.state, draft.state) == (state, NoticeState.DRAFT)


def test_a_notice_without_times_is_shown_until_further_notice():
    published(text="Always")
    with time_machine.travel(NOON + timedelta(days=3650), tick=False):
        assert shown() == ["Always"]


def test_a_draft_is_not_shown_until_it_is_published():
    notice = published(text="Old words")
    old_version = notice.version
    notice.text = "New words"
    notice.save_revision()
    assert shown() == ["Old words"]
    waiting = Notice.objects.with_state(NOON).get()
    assert state_in_words(waiting) == "Shown now; a change isn’t published yet"
    publish(notice)
    assert shown() == ["New words"]
    assert Notice.objects.get().version != old_version  # who had hidden it sees it again
    Notice.objects.update(live=False)
    assert shown() == []


def test_the_loudest_comes_first():
    for level in ("info", "emergency", "warning"):
        published(level=level, text=level)
    assert shown() == ["emergency", "warning", "info"]


def test_nothing_is_asked_of_the_database_before_a_template_shows_the_notices(django_assert_num_queries):
    published(text="One", link_text="Go", link_page=Page.objects.first())
    Site.get_site_root_paths()  # Wagtail keeps these in its cache
    with django_assert_num_queries(0):
        lazy = notices(RequestFactory().get("/"))["notices"]
    with django_assert_num_queries(1):
        assert [notice.link_url for notice in lazy] == [""]
        assert lazy


def test_a_notice_is_shown_where_its_editor_said(django_assert_num_queries):
    home = Page.objects.get(depth=2)
    section = home.add_child(instance=Page(title="Section", slug="section"))
    inside = section.add_child(instance=Page(title="Inside", slug="inside"))
    home.add_child(instance=Page(title="Beside", slug="section-two"))
    gone = home.add_child(instance=Page(title="Gone", slug="gone"))
    taken_down = home.add_child(instance=Page(title="Taken down", slug="taken-down", live=False))
    for text, places in {
        "everywhere": [],
        "home page": [("page", home)],
        "whole tree": [("section", home)],
        "one page": [("page", section)],
        "section": [("section", section)],
        "two places": [("page", inside), ("part", "locations")],
        "directory": [("part", "directory")],
        "own page": [("part", "own_page")],
        "nowhere": [("page", gone), ("section", taken_down), ("part", "no longer a part")],
    }.items():
        published(text=text, shown_on=places)
    gone.delete()
    for address, texts in {
        "/": {"home page"},
        "/section/": {"one page", "section"},
        "/section/inside/": {"section", "two places"},
        "/section-two/": set(),
        "/taken-down/": set(),
        "/find-a-doctor/": {"directory"},
        "/find-a-doctor/avery-lake/": {"directory"},
        "/locations/": {"two places"},
        "/appointments/request/": set(),
        "/appointments/manage/a-token/": {"own page"},
        "/nowhere/": set(),
    }.items():
        assert set(shown(address)) == texts | {"everywhere", "whole tree"}, address
    inside.move(home, "last-child")
    assert set(shown("/inside/")) == {"everywhere", "whole tree", "two places"}
    with django_assert_num_queries(2):
        shown("/section/")


def test_the_question_pages_show_emergencies_and_what_names_them_only(client, hospital):
    published(text="For all")
    published(text="For requests", shown_on=[("part", "request")])
    published(text="For own pages", level="warning", shown_on=[("part", "own_page")])
    published(text="Flooded", level="emergency")
    texts = ("For all", "For requests", "For own pages", "Flooded")
    for address, expected in {
        "/appointments/request/": {"For all", "For requests", "Flooded"},
        "/appointments/manage/": {"For own pages", "Flooded"},
        "/find-a-doctor/": {"For all", "Flooded"},
    }.items():
        page = client.get(address).content.decode()
        assert {text for text in texts if text in page} == expected, address
        assert "js/notices" in page


def test_the_list_in_the_cms_says_what_is_shown_planned_and_over(admin_client):
    now = timezone.now().replace(microsecond=0)  # as a form gives them
    published(text="Last week", show_until=now - timedelta(days=7))
    published(text="Next week", show_from=now + timedelta(days=7), shown_on=[("part", "directory")])
    published(text="Today")
    address = reverse("wagtailsnippets_spine_notice:list")
    index = admin_client.get(address).content.decode()
    # The newest first.
    row = index[index.index("Today") : index.index("Next week")], index[index.index("Next week") :]
    assert "Shown now" in row[0]
    assert "Every page" in row[0]
    assert "Planned" in row[1]
    assert "1 place" in row[1]
    planned = admin_client.get(address, {"state": "planned"}).content.decode()
    assert "Next week" in planned
    assert "Last week" not in planned
    # The week before the clocks go forward, in the clinic's time.
    assert time_in_words(Notice(show_until=NOON - timedelta(days=7))) == "until Mar 7, 2027, 12:00 p.m."


def test_the_preview_shows_the_notice_on_a_page_and_says_when_and_where():
    notice = published(text="Before you come", shown_on=[("part", "directory"), ("page", Page.objects.get(depth=2))])
    preview = notice.make_preview_request().content.decode()
    for words in ("Before you come", "As soon as it is approved", "Find a doctor, and every doctor’s page", "Hide"):
        assert words in preview
    assert f'data-version="{notice.live_revision_id}"' not in preview  # hidden on a page is not hidden here


def test_notices_do_not_fail_without_a_site():
    page = Page.objects.filter(depth=2).first()
    published(text="One", link_text="Go", link_page=page)
    published(text="Never", shown_on=[("section", page)])
    Site.objects.all().delete()
    template = engines["django"].from_string(
        "{% for notice in notices %}{{ notice.text }}{{ notice.link_url }}{% endfor %}"
    )
    assert template.render({}, RequestFactory().get("/")) == "One"


def test_a_notice_drops_its_link_while_the_page_is_not_published():
    page = Page.objects.filter(depth=2).first()
    notice = Notice(text="One", link_text="Go", link_page=page)
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
