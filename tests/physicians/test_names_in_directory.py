"""Names typed beside a complaint, decomposed, as an NPI, or over several pages."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.models import Language, Physician
from physicians.search.directory_search import open_directory
from physicians.search.results import pagination

pytestmark = pytest.mark.django_db


def names(text, **parameters):
    found = open_directory(QueryDict(urlencode({"q": text, **parameters})))
    return [card.physician.plain_name for card in found.cards]


def test_a_name_beside_a_complaint_comes_first_and_filters_hold(make_physician, scoliosis, clinic):
    make_physician("Ana", "Smythe", conditions=[scoliosis], accepting_new_patients=False, locations=[clinic])
    make_physician("Ben", "Smith", conditions=[scoliosis], locations=[clinic])
    make_physician("Cat", "Other", conditions=[scoliosis], locations=[clinic])
    assert names("dr smythe scoliosis in cary")[0] == "Ana Smythe"
    assert names("smythe", accepting="1") == []
    assert names("smythe ana", zip="27518") == ["Ana Smythe"]
    assert names("smythe ana", zip="10001") == []


def test_a_decomposed_name_is_the_same_name(make_physician):
    ana = make_physician("Jose\u0301", "Nu\u0301n\u0303ez", known_as="Pepe\u0301", former_name="Ibán\u0303ez")
    ana.refresh_from_db()
    assert (ana.given_name, ana.family_name, ana.known_as) == ("José", "Núñez", "Pepé")
    Physician.objects.filter(pk=ana.pk).update(family_name="Iba\u0301n\u0303ez")
    assert Physician.objects.get(family_name="Iba\u0301n\u0303ez").family_name == "Ibáñez"
    for text in ("ibanez", "Ibáñez", "Iba\u0301n\u0303ez", "jose\u0301 ibanez"):
        assert names(text) == ["José Ibáñez"], text


def test_pages_of_a_name_do_not_overlap_and_lose_no_one(make_physician, monkeypatch):
    monkeypatch.setattr(pagination, "PER_PAGE", 2)
    monkeypatch.setattr(pagination, "NUMBERED_PAGES", 2)
    for number, given in enumerate(["Bill", "William", "Will", "Billy", "Bill", "William", "Wilma"]):
        make_physician(given, "Same", slug=f"same-{number}", accepting_new_patients=number % 2 == 0)
    seen, address = [], "q=bill+same"
    while address:
        found = open_directory(QueryDict(address))
        seen += [card.physician.slug for card in found.cards]
        assert len(seen) <= 7
        address = found.pagination.next.lstrip("?")
    assert len(seen) == len(set(seen)) == found.count
    assert seen[:2] == ["same-0", "same-4"]
    assert {"same-1", "same-5"} <= set(seen)


def test_an_npi_goes_straight(client, make_physician):
    ana = make_physician()
    assert client.get("/find-a-doctor/", {"q": ana.npi})["Location"] == ana.get_absolute_url()


def test_a_former_name_that_is_also_a_word_of_a_language_says_so(make_physician):
    spanish = Language.objects.create(name="Spanish", code="es", lay_phrases=["castellano"])
    make_physician("Ana", "Lopez", languages=[spanish])
    make_physician("Tomás", "Núñez", languages=[spanish], former_name="Castellanos")
    cards = open_directory(QueryDict(urlencode({"q": "castellanos"}))).cards
    reasons = {card.physician.family_name: card.reasons for card in cards}
    assert reasons["Núñez"][0] == "Formerly Castellanos"
    assert not [reason for reason in reasons.get("Lopez", []) if "ormerly" in reason]
