"""Where words of danger meet the directory: the way past the card, and what is suggested while typing."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.danger import find_danger
from physicians.models import SearchTerm
from physicians.search.autocomplete import autocomplete
from physicians.search.directory_search import open_directory
from physicians.search.facets import offered_facets
from physicians.search.parse.query_parser import parse_query
from physicians.search.published_choices import load_choices

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]


def page(text, **others):
    return open_directory(QueryDict(urlencode({"q": text, **others})))


def test_an_old_matter_has_a_way_past_the_card_and_a_wish_to_die_has_none(client):
    for address in ("/find-a-doctor/", "/search/"):
        html = client.get(address, {"q": "numbness between legs gone after surgery"}).content.decode()
        past = "q=numbness%20between%20legs%20gone%20after%20surgery&amp;anyway=numbness%20between%20legs%20gone%20"
        assert f'/find-a-doctor/?{past}after%20surgery#results"' in html
        assert "anyway=" not in client.get(address, {"q": "i want to die"}).content.decode()
    found = page("paralyzed leg pain", anyway="paralyzed leg pain")
    assert (bool(found.danger), found.anyway, bool(found.cards)) == (False, True, True)
    html = client.get("/find-a-doctor/", {"q": "paralyzed", "anyway": "paralyzed"}).content.decode()
    assert html.index('name="anyway" value="paralyzed"') < html.index("What you typed can be an emergency. If it")
    assert page("paralyzed now", anyway="paralyzed").danger
    assert page("i want to die", anyway="i want to die").danger
    assert page("overdose", anyway="overdose").danger


@pytest.mark.parametrize("typed", ["can", "cant", "can't"])
def test_a_suggested_sign_of_danger_leads_to_the_card(typed):
    found = {line.label: (line.detail, line.url) for line in autocomplete(typed)}
    assert not {"Cauda equina syndrome", "Myelopathy"} & {
        label for label, (detail, _url) in found.items() if "can" in detail
    }
    grave = [(detail, url) for label, (detail, url) in found.items() if find_danger(label)]
    assert grave
    assert all(detail.startswith("This can be an emergency") and "?q=" in url for detail, url in grave)


@pytest.mark.parametrize("typed", ["kill", "kill my", "die", "morir"])
def test_nothing_of_the_vocabulary_is_suggested_under_grave_words(typed):
    assert [line for line in autocomplete(typed) if line.kind != "physician"] == []


def test_no_scolding_above_the_answer(client):
    html = client.get("/search/", {"q": "sciatica"}).content.decode()
    assert "for “sciatica”" in html
    assert "No page fits" not in html
    assert "Check the spelling" not in html
    assert "No page fits “zzyzx”" in client.get("/search/", {"q": "zzyzx"}).content.decode()


def test_the_name_of_an_entry_asks_for_that_entry_alone():
    choices = load_choices()
    lexemes = {f"{term.kind}:{term.target}" for term in SearchTerm.objects.filter(official=True)}
    for lexeme in (lexeme for lexeme in lexemes if choices.label(lexeme)):
        parts = parse_query(choices.label(lexeme), choices, offered_facets(None)).parts
        assert {meaning.lexeme for part in parts for meaning in part.meanings} == {lexeme}
        assert not find_danger(choices.label(lexeme))
