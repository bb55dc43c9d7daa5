"""Which pages a complaint leads to: what is general before any cancer."""

import pytest
from wagtail.models import Page

from physicians import sample_content
from physicians.models import Condition
from physicians.search.directory_search import ask_directory
from physicians.search.parse.tokens import tokenize
from spine.models import ConditionIndexPage, ConditionPage
from spine.search.site_search import find_pages

from .approving import publish

pytestmark = pytest.mark.usefixtures("content")

TUMORS = "tumors-of-the-spine"

# Written before the pages were put into this order: the tumors came first for 17 of these 20.
COMPLAINTS = [
    "back pain",
    "my back hurts",
    "lower back pain",
    "neck pain",
    "pain",
    "leg pain",
    "my legs hurt when I walk",
    "numb feet",
    "weakness",
    "pain at night",
    "night pain",
    "pinched nerve",
    "back doctor",
    "back surgery",
    "me duele la espalda",
    "dolor de espalda",
    "dolor de cuello",
    "tengo dolor en la pierna",
    "problemas de columna",
    "doctor de columna",
]
ABOUT_A_TUMOR = ["spine cancer", "tumer", "growth on the spine", "cancer and back pain", "metastatic"]
QUESTIONS = [
    "how much does it cost",
    "no insurance",
    "I got a bill",
    "are you open now",
    "cuánto cuesta",
    "sin seguro",
]


@pytest.fixture
def directory(content):
    sample_content.load()


def slugs(text):
    query = tokenize(text)
    names = dict(Page.objects.values_list("pk", "slug"))
    return [names[pk] for pk in find_pages(query, ask_directory(query.text)).pages]


def test_a_complaint_never_leads_to_a_cancer_first(directory):
    assert [text for text in COMPLAINTS if slugs(text)[:1] == [TUMORS]] == []
    assert slugs("my back hurts")[0] == "conditions"


def test_who_asks_about_a_tumor_reads_about_tumors_first(directory):
    assert [text for text in ABOUT_A_TUMOR if slugs(text)[:1] != [TUMORS]] == []


def test_the_page_about_the_complaint_comes_first(directory):
    parent = ConditionIndexPage.objects.get()
    pain = Condition.objects.get(name="Low back pain")
    named = {"title": pain.name, "slug": "low-back-pain", "summary": "It hurts."}
    page = parent.add_child(instance=ConditionPage(**named, condition=pain, live=False))
    publish(page)
    for text in ("back pain", "my back hurts", "me duele la espalda", "dolor de espalda"):
        assert slugs(text)[0] == "low-back-pain", text


def test_a_practical_question_leads_to_no_page_about_an_illness(directory):
    assert [text for text in QUESTIONS if TUMORS in slugs(text)] == []


def test_words_that_the_directory_understands_are_not_said_to_be_left_out(directory):
    query = tokenize("me duele la espalda")
    assert find_pages(query, ask_directory(query.text)).notes == []
    query = tokenize("my back hurts")
    assert find_pages(query, ask_directory(query.text)).notes == []
    assert find_pages(query).notes == ["We left out “hurts”: no page has it."]
