"""What patients type, and which page it leads to, over the first content."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from physicians.search.words import read_query
from spine.models import PageText
from spine.search.results import find_pages

pytestmark = pytest.mark.usefixtures("content")

TUMORS = "tumors-of-the-spine"
EN_BLOC = "en-bloc-resection"
DECOMPRESSION = "decompression-and-stabilization"

# What was typed, and the page that must come first.
FIRST = {
    "spine tumor": TUMORS,
    "spinal tumour": TUMORS,
    "spine cancer": TUMORS,
    "tumers": TUMORS,
    "tumor in my back": TUMORS,
    "growth on the spine": TUMORS,
    "en bloc": EN_BLOC,
    "en block resecton": EN_BLOC,
    "resect": EN_BLOC,
    "decompresion": DECOMPRESSION,
    "stabilize my spine": DECOMPRESSION,
    "covid": "covid-19",
    "corona covid 19": "covid-19",
    "visitors": "visitors",
    "can I visit my mother": "visitors",
    "vistors": "visitors",
    "treatments": "treatments",
    "conditions": "conditions",
    "website privacy": "website-privacy",
    "privacy practices": "privacy-practices",
    "accessability": "accessibility",
}


def slugs(text):
    ids = find_pages(read_query(text)).pages
    names = dict(Page.objects.values_list("pk", "slug"))
    return [names[pk] for pk in ids]


def search(client, text, **more):
    response = client.get("/search/", {"q": text, **more})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_patients_words_lead_to_the_page():
    assert {text: (slugs(text) or [None])[0] for text in FIRST} == FIRST


def test_x():
    for t in FIRST:
        f = find_pages(read_query(t))
        print(t, slugs(t), f.notes, f.corrected)
    for t in (
        "brain",
        "scolosis",
        "slipped disk",
        "knee",
        "my legs hurt when I walk",
        "lung",
        "the",
        "do",
        "do you treat cancer?",
    ):
        f = find_pages(read_query(t))
        print(t, slugs(t), f.notes, f.corrected)
    t = PageText.objects.get(page__slug=TUMORS)
    print(t.text[:2500])
    print(len(t.words))
    from spine.search.snippets import snippets

    f = find_pages(read_query("back pain at night cancer"))
    print(snippets(f.pages, f.asked))
    assert 0
