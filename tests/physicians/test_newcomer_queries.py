"""What newcomers type: other parts of the body, ordinary words, bills, nothing at all."""

import re

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.danger import find_danger
from physicians.search.directory_search import open_directory
from physicians.search.parse.untreated import UNTREATED
from tests import factories

from . import newcomer_queries as queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]

NOT_TREATED_HERE = {topic.name for topic in UNTREATED}


def page(text, **parameters):
    return open_directory(QueryDict(urlencode({"q": text, **parameters})))


def answers(text):
    """Return the names of the answers, with the language of those that aren't in English."""
    return {topic.name + (f" ({topic.language})" if topic.language else "") for topic in page(text).answers}


def said_elsewhere(text):
    found = page(text)
    return not found.cards and bool(NOT_TREATED_HERE & {topic.name for topic in found.answers})


def test_other_parts_of_the_body_are_sent_elsewhere():
    assert [text for text in queries.ELSEWHERE if find_danger(text) or not said_elsewhere(text)] == []


def test_the_spine_beside_another_part_of_the_body_is_treated():
    assert [text for text in queries.TREATED_ALL_THE_SAME if not page(text).cards] == []


def test_an_ordinary_word_alone_finds_no_doctor():
    found = {text: [tag.label for tag in page(text).tags] for text in queries.MEANS_NOTHING if page(text).cards}
    assert len(found) <= 0.02 * len(queries.MEANS_NOTHING), found


def test_a_patients_word_alone_still_finds_doctors():
    assert [text for text in queries.STILL_MEANS_SOMETHING if not page(text).cards] == []


def test_each_question_has_one_answer():
    wrong = [(text, right, answers(text)) for text, right in queries.ONE_ANSWER if answers(text) != {right}]
    assert wrong == []


def test_with_nothing_to_look_for_all_doctors_are_listed_and_a_sentence_says_so():
    for text in queries.EVERYONE:
        found = page(text)
        assert (found.count, found.all_listed, bool(found.notes)) == (page("").count, True, True), text


def test_spanish_questions_are_answered_in_spanish(client):
    for address in ("/find-a-doctor/", "/search/"):
        html = client.get(address, {"q": "¿aceptan mi seguro?"}).content.decode()
        assert '<div class="inset" lang="es">' in html
        assert "tenga a la mano su tarjeta del seguro" in html
        assert re.search(r'Llame al <a href="tel:[^"]+">[^<]+</a>. El intérprete es gratis.', html)
        assert (
            "Puede hablar con alguien a cualquier hora, gratis."
            in client.get(address, {"q": "estoy deprimida"}).content.decode()
        )
        assert 'lang="es"' not in client.get(address, {"q": "do you take medicaid"}).content.decode()


def test_the_heading_says_that_all_doctors_are_listed(client):
    for text, heading in (("?", "All our spine doctors"), ("x", "All our spine doctors"), ("neck", "Doctors who fit")):
        html = client.get("/find-a-doctor/", {"q": text}).content.decode()
        assert f"{heading}</h2>" in html
    assert (
        "We can’t search for “x”, so these are all our doctors."
        in client.get("/find-a-doctor/", {"q": "x"}).content.decode()
    )


def test_the_order_of_the_list_says_what_it_goes_by():
    def usual(text, **parameters):
        return [order.label for order in page(text, **parameters).orders if order.chosen]

    assert usual("neck pain") == ["Best match"]
    assert usual("neck pain first available") == ["Best match, earliest time first"]
    assert usual("neck pain", zip="27610") == ["Best match, nearest first"]
    assert usual("neck pain first available", sort="name") == ["Name"]


@pytest.mark.parametrize(("text", "family"), queries.OTHER_SPELLINGS)
def test_a_name_is_found_as_it_is_spelled_elsewhere(text, family):
    for given, name in (("Hans", "Müller"), ("Clara", "Gómez"), ("Luz", "Rodríguez"), ("Liv", "Søderberg"),
                        ("Jan", "Götz"), ("Kurt", "Weiß"), ("Udo", "Jäger")):  # fmt: skip
        factories.make_physician(given, name, specialties=[factories.neurosurgery()])
    assert page(text).cards[0].physician.family_name == family
