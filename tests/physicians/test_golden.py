"""What people type, written without a look at the vocabulary or the search: are those on the first page who are right?

The first run, before anything was tuned to these queries, had a recall of .885.
"""

import functools

import pytest
from django.db.models import F
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.danger import find_danger
from physicians.models import SearchTerm
from physicians.search.directory_search import open_directory

from .golden import GOLDEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_directory")]

PAGE = 10
# These get the 911 card, and no doctors.
HELP_FIRST = {
    "fever and back pain after iv antibiotics",
    "numb between my legs and cant pee",
    "husband paralyzed after fall from roof",
    "paralized from waist down rehab",
}


@functools.cache
def first_page(golden):
    return open_directory(QueryDict(urlencode({"q": golden.query}))).cards


def recall(golden, cards):
    """Return the share of the right physicians who are on the first page."""
    right = set(golden.right().values_list("pk", flat=True))
    assert right, golden.query
    return len(right & {card.physician.pk for card in cards}) / min(PAGE, len(right))


def test_the_first_page_holds_those_who_are_right_and_says_why():
    found = {golden: first_page(golden) for golden in GOLDEN if golden.query not in HELP_FIRST}
    recalled = {golden: recall(golden, cards) for golden, cards in found.items()}
    missed = {golden.query: round(share, 2) for golden, share in recalled.items() if share < 1}
    mean = sum(recalled.values()) / len(recalled)
    assert mean >= 0.95, (mean, missed)
    assert not [golden.query for golden, cards in found.items() if not all(card.reasons for card in cards)]


def test_help_comes_first_for_few_of_them():
    assert {golden.query for golden in GOLDEN if find_danger(golden.query)} == HELP_FIRST


def test_what_only_a_few_people_are_right_for_does_not_drown_in_others():
    """Recall alone could be had by showing everybody."""
    shares = []
    for golden in GOLDEN:
        cards = first_page(golden)
        right = set(golden.right().values_list("pk", flat=True))
        shares.append(len(right & {card.physician.pk for card in cards}) / max(1, len(cards)))
    assert sum(shares) / len(shares) >= 0.8


def test_the_set_is_large_and_misspelt_and_not_the_vocabulary_itself():
    phrases = set(SearchTerm.objects.annotate(plain=Lower(F("phrase"))).values_list("plain", flat=True))
    verbatim = [golden for golden in GOLDEN if golden.query.lower() in phrases]
    assert len(GOLDEN) >= 120
    assert len({golden.query for golden in GOLDEN}) == len(GOLDEN)
    assert sum(golden.typo for golden in GOLDEN) >= len(GOLDEN) / 3
    assert len(verbatim) <= len(GOLDEN) / 2
    assert len(phrases) >= 300


@pytest.mark.parametrize("text", ["covid", "pizza", "trump", "blind"])
def test_what_only_resembles_a_word_is_not_taken_for_it(text):
    assert not open_directory(QueryDict(urlencode({"q": text}))).cards


def test_who_wants_to_die_is_not_told_what_treats_it():
    found = open_directory(QueryDict(urlencode({"q": "i want to die"})))
    assert found.danger.crisis
    assert (found.cards, found.notes, found.tags) == ([], [], [])


@pytest.mark.parametrize(("text", "said"), [("i want to die", "call 988."), ("cant pee", "Call 911 now")])
def test_what_cannot_wait_is_said_aloud_first(client, text, said):
    page = client.get("/find-a-doctor/", {"q": text}).content.decode()
    assert said in page.split('data-said="')[1].split('"')[0]
