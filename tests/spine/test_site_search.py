"""What patients type, and which page it leads to, over the first content."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from wagtail.models import Page, PageViewRestriction

from physicians import sample_content
from physicians.models import Condition
from physicians.search.parse.tokens import tokenize
from spine.models import InformationPage, PageText
from spine.pages.public_page import PublicPage
from spine.search.site_search import find_pages
from spine.search.snippets import BEGIN, END, marked

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")

TUMORS = "tumors-of-the-spine"
EN_BLOC = "en-bloc-resection"
DECOMPRESSION = "decompression-and-stabilization"

# What was typed, and the page that must come first.
FIRST = {
    "spine tumor": TUMORS,
    "spinal tumour": TUMORS,
    "spine cancer": TUMORS,
    "Tumors of the spine": TUMORS,
    "tumers": TUMORS,
    "tumor in my back": TUMORS,
    "growth on the spine": TUMORS,
    "bening tumor": TUMORS,
    "my legs hurt when I walk": TUMORS,
    "do you treat cancer?": TUMORS,
    "en bloc": EN_BLOC,
    "en block resecton": EN_BLOC,
    "resect": EN_BLOC,
    "decompresion": DECOMPRESSION,
    "stabilize my spine": DECOMPRESSION,
    "covid": "covid-19",
    "corona covid 19": "covid-19",
    "COVID-19": "covid-19",
    "visitors": "visitors",
    "vistors": "visitors",
    "can I visit my mother": "visitors",
    "treatments": "treatments",
    "conditions": "conditions",
    "website privacy": "website-privacy",
    "privacy practices": "privacy-practices",
    "accessability": "accessibility",
}


def slugs(text):
    names = dict(Page.objects.values_list("pk", "slug"))
    return [names[pk] for pk in find_pages(tokenize(text)).pages]


@pytest.fixture
def search(client):
    """A function that opens the page of a search."""

    def open_one(text, **more):
        response = client.get("/search/", {"q": text, **more})
        assert response.status_code == 200
        assert not response.cookies
        assert not response.wsgi_request.session.accessed
        return BeautifulSoup(response.content, "html.parser")

    return open_one


def words(element):
    return " ".join(element.get_text().split())


def test_patients_words_lead_to_the_page():
    assert {text: (slugs(text) or [None])[0] for text in FIRST} == FIRST


def test_a_page_is_found_by_what_patients_call_its_condition():
    assert slugs("zorbling") == []
    condition = Condition.objects.get(slug=TUMORS)
    condition.lay_phrases = ["zorbling in the back"]
    condition.save()
    assert slugs("zorbling") == [TUMORS]


def test_a_title_comes_before_a_summary_and_a_summary_before_a_text():
    home = Page.objects.get(depth=2)
    texts = [("Zeta", "Quick", "parking " * 9), ("Beta", "Parking", "Two"), ("Parking", "Quick", "Two")]
    for place, (title, summary, text) in enumerate(texts):
        body = [("section", {"heading": "One", "text": f"<p>{text}</p>"})]
        page = home.add_child(
            instance=InformationPage(title=title, slug=f"new-{place}", summary=summary, body=body, live=False)
        )
        publish(page)
    found = slugs("parking")
    assert [slug for slug in found if slug.startswith("new-")] == ["new-2", "new-1", "new-0"]


def test_only_what_anybody_may_open_now_is_found():
    assert slugs("visitors")[0] == "visitors"
    page = Page.objects.get(slug="visitors").specific
    page.title = page.summary = "Zebraword"
    page.save_revision()
    assert slugs("zebraword") == []
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "visitors" not in slugs("visitors")
    restriction.delete()
    assert "visitors" in slugs("visitors")
    page.unpublish()
    assert "visitors" not in slugs("visitors")


def test_a_private_parent_keeps_its_pages_out_of_the_results_and_of_the_spelling():
    parent = Page.objects.get(slug="treatments")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert EN_BLOC not in slugs("resection")
    assert find_pages(tokenize("decompresion")).corrected == ""


def test_every_kind_of_page_keeps_its_words_by_trigger_and_no_markup_among_them():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'spine_page_text'")
        tables = {table for (table,) in cursor}
    assert tables == {model._meta.db_table for model in apps.get_models() if issubclass(model, PublicPage)}
    text = PageText.objects.get(page__slug=TUMORS).text
    assert "What a spinal tumor is\nIf you have just heard the word “tumor,” you" in text
    assert [part for part in ("<", "&amp;", "\nemergency\n", "http") if part in text] == []


def test_what_was_misspelt_is_said(search):
    page = search("decompresion of the spine")
    assert "Showing results for “decompression of the spine”" in words(page.select_one("#results"))
    assert "Showing results" not in words(search("decompr"))


def test_a_word_of_the_directory_is_no_mistake():
    sample_content.load()
    assert find_pages(tokenize("brain")).corrected == ""
    assert find_pages(tokenize("stenosis")).corrected == ""


def test_the_passage_marks_the_words_and_nothing_else():
    assert marked(f"a {BEGIN}<b>{END} c", "a <b> c, d.") == "a <mark>&lt;b&gt;</mark> c …"
    assert marked(f"x\n{END}{BEGIN}", "y x") == "… x · <mark></mark> …"


def test_a_result_says_where_it_leads_and_why(search):
    page = search("metastatic")
    first = page.select_one(".search-hits > li")
    assert first.a["href"] == f"/conditions/{TUMORS}/"
    assert words(first.select_one(".search-hits__kind")) == "Condition"
    assert "metastatic" in [mark.get_text().lower() for mark in first.select("mark")]
    assert page.select_one('meta[name="robots"]')["content"] == "noindex, follow"


def test_a_search_leads_to_the_doctors_too(search):
    sample_content.load()
    link = search("slipped disk").select_one('a[href^="/find-a-doctor/?q="]')
    assert link["href"] == "/find-a-doctor/?q=slipped%20disk#results"
    assert words(link) == "See 5 doctors for “slipped disk”"
    assert search("slipped disc").select(".search-hits__kind") == []  # a notice of what is “disclosed” is no answer


def test_words_of_an_emergency_show_911_first(search):
    assert search("I lost control of my bladder").select_one(".care-card--emergency a[href='tel:911']")
    assert search("my legs dont work").select_one("main .care-card--emergency")
    assert search("I don’t feel my legs").select_one("main .care-card--emergency")
    assert not search("spine tumor").select_one("main .care-card--emergency")


def test_words_of_despair_show_the_crisis_line_first(search):
    card = search("i want to die").select_one(".care-card--emergency")
    assert "You can talk to someone now" in card.h3.text
    assert [link["href"] for link in card.select("a")] == ["tel:988", "sms:988", "tel:911"]
    assert not search("I lost control of my bladder").select_one("a[href='tel:988']")


def test_nothing_found_says_what_to_do(search, hospital):
    page = search("xylophone")
    assert "No page fits “xylophone”." in words(page.main)
    links = {link["href"] for link in page.main.select("a[href]")}
    assert {f"/conditions/{TUMORS}/", "/appointments/request/", "/find-a-doctor/", "tel:+1-919-555-0100"} <= links


def test_the_list_is_bounded_and_turns_its_pages(search, monkeypatch):
    monkeypatch.setattr("spine.search.site_search.PER_PAGE", 2)
    page = search("spine", page="2")
    assert page.select_one('a[rel="prev"]')["href"] == "?q=spine#results"
    assert "q=spine&page=3" in page.select_one('a[rel="next"]')["href"]
    assert "This list has no such page." in words(search("spine", page="999999999999").main)


def test_the_search_only_answers_get(client):
    assert client.post("/search/", {"q": "spine"}).status_code == 405


@pytest.mark.parametrize("text", ["my back hurts", "pay my bill", "first available", "phone number", "address"])
def test_the_text_of_a_legal_notice_answers_nothing_else(text):
    assert not {"privacy-practices", "nondiscrimination", "website-privacy", "accessibility"} & set(slugs(text))
