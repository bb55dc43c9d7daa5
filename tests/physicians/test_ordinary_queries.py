"""Ordinary queries, written before the tuning by someone else: what is corrected, and what is meant."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.search.directory_search import open_directory
from physicians.search.facets import offered_facets
from physicians.search.parse.query_parser import parse_query
from physicians.search.parse.tokens import tokenize
from physicians.search.published_choices import load_choices
from spine.search.site_search import find_pages

from .ordinary_queries import ANSWERED, MEANT, NEVER_CORRECTED, NOT_ANSWERED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]


def page(text, **parameters):
    return open_directory(QueryDict(urlencode({"q": text, **parameters})))


def entries(text):
    """Return the names of what the words were read as."""
    parts = parse_query(text, load_choices(), offered_facets(None)).parts
    return {meaning.label for part in parts for meaning in part.meanings}


def missing(rows, found):
    """Return the rows whose expected value isn't found, and the share of the others."""
    wrong = [(text, expected, found(text)) for text, expected in rows if expected not in found(text)]
    return wrong, 1 - len(wrong) / len(rows)


def test_an_ordinary_word_is_never_corrected():
    corrected = {text: page(text).notes for text in NEVER_CORRECTED if page(text).corrected}
    assert corrected == {}


def test_an_ordinary_word_is_never_corrected_on_the_site():
    assert {text for text in NEVER_CORRECTED if find_pages(tokenize(text)).corrected} == set()


def test_a_mistake_is_still_corrected():
    wrong, share = missing(MEANT, entries)
    assert share >= 0.9, wrong


def answers(text):
    return {topic.name for topic in page(text).answers}


def test_what_no_doctor_answers_gets_a_sentence():
    wrong, share = missing(ANSWERED, answers)
    assert share >= 0.95, wrong


def test_no_doctors_are_guessed_from_a_question():
    guessed = {text: page(text).tags for text, _topic in ANSWERED if any(tag.typed for tag in page(text).tags)}
    assert guessed == {}


def test_a_word_of_a_topic_answers_no_other_question():
    assert [text for text in NOT_ANSWERED if answers(text)] == []


def test_a_correction_can_be_taken_back():
    found = page("tumr")
    assert found.corrected == "“tumr”"
    assert found.as_typed == "?q=%22tumr%22"
    taken_back = page('"tumr"')
    assert not taken_back.corrected
    assert taken_back.notes == ["Nothing in the directory fits “tumr”."]


@pytest.mark.parametrize("quoted", ['"tumr" back pain', "\u201ctumr\u201d back pain"])
def test_only_what_is_in_quotation_marks_is_left_as_it_is(quoted):
    found = page(quoted)
    assert not found.corrected
    assert [tag.label for tag in found.tags] == ["Low back pain"]
    assert not page('"back pain').corrected
    assert page('tumr "back pain').corrected == "“tumr”"


def test_the_page_links_to_the_other_reading(client):
    html = client.get("/find-a-doctor/", {"q": "tumr in my back"}).content.decode()
    assert '<a href="?q=%22tumr%22+in+my+back#results">Look for “tumr” as typed</a>' in html
    html = client.get("/search/", {"q": "decompresion"}).content.decode()
    assert "as typed" not in html or "?q=%22decompresion%22#results" in html


def test_an_ordinary_given_name_is_misspelled_only_beside_the_other_name():
    assert [card.physician.family_name for card in page("marc tillingham").cards] == ["Tillingham"]
    assert not page("marc").corrected
