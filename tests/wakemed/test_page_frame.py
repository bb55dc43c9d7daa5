"""The frame of every page, and the component sheet."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from physicians.models import Organization
from spine.models import Notice
from spine.notices.notice_board import NoticeBoard

pytestmark = pytest.mark.django_db

LEGAL = ["/privacy-practices/", "/nondiscrimination/", "/accessibility/", "/website-privacy/"]


def frame(**context):
    return BeautifulSoup(render_to_string("base.html", context), "html.parser")


@pytest.fixture
def hospital():
    return Organization(
        name="WakeMed <Spine>",
        service_line="Spine care",
        appointment_phone="+19195550100",
        main_phone="+19195550101",
        email="spine@example.com",
        phone_hours="Monday to Friday, 8 am to 5 pm",
        street="1 Sample Street",
        city="Raleigh",
        state="NC",
        postal_code="27610",
    )


@pytest.mark.parametrize("address", ["/dev/styleguide/", "/dev/styleguide/mistakes/"])
def test_the_component_sheet_sets_no_cookie_and_runs_nothing_inline(client, address):
    response = client.get(address)
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert not page.select("[style], style")
    assert not [script for script in page.select("script") if not script.get("src")]
    assert not [name for tag in page.find_all() for name in tag.attrs if name.startswith("on")]
    assert not page.select('[src^="http"], link[href^="http"]')


def test_a_page_with_mistakes_says_so_in_its_title(client):
    page = BeautifulSoup(client.get("/dev/styleguide/mistakes/").content, "html.parser")
    assert page.title.get_text().startswith("Error: A form with mistakes - ")


def test_the_frame_names_the_hospital_once_it_is_known(hospital):
    page = frame(organization=hospital)
    assert page.title.get_text().strip() == "- WakeMed <Spine>"
    assert page.header.select_one(".site-brand__name").get_text() == "WakeMed <Spine>"
    assert page.footer.select_one('a[href="tel:+1-919-555-0100"]').get_text() == "(919) 555-0100"
    assert "Raleigh, NC 27610" in page.footer.get_text()


def test_the_frame_stands_without_a_hospital():
    page = frame()
    assert page.header.select_one(".site-brand__name").get_text() == "WakeMed Spine"
    assert page.footer.select_one('a[href="tel:911"]')


def test_every_page_leads_to_the_legal_pages_that_are_published(hospital):
    hospital.linked_pages = [address.strip("/") for address in LEGAL]
    assert [link["href"] for link in frame(organization=hospital).select(".site-footer__legal a")] == LEGAL
    assert not frame().select(".site-footer__legal a")


def test_every_page_offers_the_two_calls_to_action_and_a_way_past_the_header():
    page = frame()
    assert [link["href"] for link in page.select(".site-actions a")] == ["/find-a-doctor/", "/appointments/request/"]
    skip = page.body.find("a")
    assert skip["href"] == "#main"
    assert page.find(id="main").name == "main"


def test_a_notice_says_how_serious_it_is_in_words_too():
    notices = [
        Notice(level="info", text="Virtual visits", link_text="Ask for one", link_address="/appointments/request/"),
        Notice(level="warning", text="No visitors", link_address="/visitors/"),
        Notice(level="emergency", text="Closed"),
    ]
    page = frame(notices=NoticeBoard(notices))
    emergency, info, warning = page.select(".notices .notice")
    assert info.a.get_text() == "Ask for one"
    assert warning.a.get_text() == "Learn more"
    assert "Important:" in warning.get_text()
    assert "Emergency:" in emergency.get_text()
    assert emergency.a is None
    assert [notice.name for notice in (emergency, info, warning)] == ["div", "notice-box", "div"]  # what can be hidden
    assert [bool(notice.button) for notice in (emergency, info, warning)] == [False, True, False]
    assert emergency.find_previous("a")["class"] == ["skip-link"]
    assert page.select_one("[role=alert]").get_text() == ""  # the script fills it: only a change is said aloud
    assert [script["src"] for script in page.select("head script:not([defer])")] == ["/static/js/notices.js"]
    assert not frame(notices=NoticeBoard([Notice(level="warning")])).select("head script:not([defer])")


def test_where_someone_is_can_be_seen_in_the_navigation(client, rf):
    page = frame(request=rf.get("/find-a-doctor/"))
    (current,) = page.select(".site-nav [aria-current]")
    assert current["href"] == "/find-a-doctor/"


def test_the_script_is_smaller_than_four_kilobytes():
    assert Path(finders.find("js/site.js")).stat().st_size < 4096


def test_the_stylesheet_loads_nothing_and_no_text_is_smaller_than_the_body():
    css = Path(finders.find("css/site.css")).read_text()
    assert "url(" not in css
    assert "@import" not in css
    sizes = [
        float(line.split(":")[1].strip(" ;rem"))
        for line in css.splitlines()
        if "font-size:" in line and "rem;" in line
    ]
    assert sizes
    assert min(sizes) >= 1
