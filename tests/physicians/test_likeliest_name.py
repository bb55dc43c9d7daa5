"""Who comes first of several people who may have been meant: the likelier nickname, mistake, order of the names."""

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from physicians.models import Condition
from physicians.search.directory_search import open_directory
from physicians.search.parse import name_candidates
from physicians.search.parse.typing_mistakes import cost_of_mistakes
from tests.factories import make_clinic

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(make_physician):
    """Return a function: of these people, who comes first for a text."""

    def first_of(text, *people):
        for name in people:
            make_physician(*name.split(" ", 1))
        found = open_directory(QueryDict(urlencode({"q": text}))).cards
        return found[0].physician.plain_name

    return first_of


@pytest.mark.parametrize(
    ("text", "likelier", "other"),
    [
        ("mike smith", "Michael Smith", "Miguel Smith"),
        ("ron garcia", "Ronald Garcia", "Aaron Garcia"),
        ("jon smith", "Jonathan Smith", "John Smith"),
        ("kathy lee", "Kathleen Lee", "Catherine Lee"),
    ],
)
def test_the_usual_reading_of_a_nickname_comes_first(first, text, likelier, other):
    assert first(text, other, likelier) == likelier


@pytest.mark.parametrize(("text", "meant"), [("kate richards", "Catherine Richards"), ("alex leon", "Alejandro Leon")])
def test_names_that_sound_the_same_have_the_same_nicknames_and_alex_is_spanish_too(first, text, meant):
    assert first(text, "Brenda Richards", "Brenda Leon", meant) == meant


@pytest.mark.parametrize(
    ("text", "likelier", "other"),
    [
        ("thomas whilliams", "Thomas Williams", "William Thomas"),
        ("dr. thomas james", "Thomas James", "James Thomas"),
        ("dr. james thomas", "James Thomas", "Thomas James"),
        ("James, Thomas A.", "Thomas James", "James Thomas"),
        ("Thomas, James, MD", "James Thomas", "Thomas James"),
    ],
)
def test_names_in_the_typed_order_come_before_swapped_ones_and_a_comma_turns_it(first, text, likelier, other):
    assert first(text, other, likelier) == likelier


@pytest.mark.parametrize(
    ("text", "likelier", "other"),
    [
        ("sofia dean", "Sophia Dean", "Sofía Deannoul"),
        ("dean, sofia", "Sophia Dean", "Sofía Deannoul"),
        ("josef stone", "Joseph Stone", "Josef Stonehill"),
    ],
)
def test_a_whole_family_name_and_a_given_name_almost_so_come_before_the_beginning_of_another(
    first, text, likelier, other
):
    assert first(text, other, likelier) == likelier


def test_swapped_names_come_before_a_mistake(first):
    assert first("walter james", "Walter Jamis", "James Walter") == "James Walter"


@pytest.mark.parametrize(
    ("typed", "likelier", "other"),
    [
        ("marhtin", "marthin", "martin"),
        ("haris", "harris", "hanis"),
        ("jensan", "jensen", "jenson"),
        ("walber", "walner", "halber"),
        ("walber", "walner", "walter"),
        ("keatonwoodbridje", "keatonwoodbridge", "keatonwoodbrice"),
    ],
)
def test_usual_mistakes_are_likelier(typed, likelier, other):
    assert cost_of_mistakes(typed, likelier) <= cost_of_mistakes(typed, other)


def test_two_mistakes_are_less_likely_than_any_one():
    assert cost_of_mistakes("xones", "jones") < cost_of_mistakes("joness", "joonees")
    assert cost_of_mistakes("jones", "jones") == 0
    assert cost_of_mistakes("abc", "") == cost_of_mistakes("", "abc") > 0


def test_a_rare_family_name_comes_before_every_given_name(first):
    found = first("alex chorpamini", "Alexander Morgan", "Alexis Chorus", "Alfonso Chorpamini")
    assert found == "Alfonso Chorpamini"


def test_a_small_word_of_a_family_name_is_no_initial(first):
    assert first("mary olsen", "Mary O'Hara", "Karen Olsen", "Mary Olson") == "Mary Olson"


def test_a_family_name_that_sounds_the_same_beats_an_exact_one_that_leaves_a_word_over(first):
    Condition.objects.create(name="Bone spur", slug="bone-spur")  # “bune” may also be a bone
    assert first("russell bune", "James Russell", "Peter Burne", "Russell Boone") == "Russell Boone"


def test_two_names_that_nobody_has_together_may_be_others_that_sound_the_same(first):
    assert first("ann niel", "Amy Niel", "Sue Ann", "Ann Neil") == "Ann Neil"


@pytest.mark.parametrize(
    ("text", "likelier", "other"),
    [
        ("c bell", "Christopher Bell", "Cy Bell-Lo"),
        ("bell carl", "Carl Bell", "Carl Bell-Lo"),
        ("bill bell", "Bill Bell-Brown", "William Bell"),
    ],
)
def test_half_of_a_double_name_counts_a_hair_less_than_all_of_it(first, text, likelier, other):
    assert first(text, other, likelier) == likelier


@pytest.mark.parametrize(
    ("text", "meant", "others"),
    [
        ("Vigrinisa Johnson", "Virginia Johnson", ["Christine Johnson", "Linda Johnson"]),
        ("qsaeblla Cfruz", "Isabella Cruz", ["Anna Cruz", "Richard Cruz"]),
        ("Treewaesso Ramirz", "Treewesso Ramirez", ["Treewesso Green", "Ana Ramos"]),
        ("mari dias-wilson", "Mary Diaz-Wilson", ["Maria Wilson"]),
        ("diene olson", "Diane Olson", ["Daniel Olson"]),
    ],
)
def test_one_name_that_is_right_vouches_for_a_badly_misspelled_one(first, monkeypatch, text, meant, others):
    monkeypatch.setattr(name_candidates, "MOST_MATCHES", 1)  # as if there were hundreds of them
    assert first(text, *others, meant) == meant


@pytest.mark.parametrize(
    ("text", "meant", "others"),
    [("BRYAN G DAVIS M.D.", "Bryan Davis", ["Brian Davis-Mejia"]),
     ("Kathryn will", "Kathryn Williams", ["Kathy Wilson", "William Kay"]),
     ("john kathryn", "Kathryn Johnson", ["John Abbott", "Kathryn Abbott"])],
)  # fmt: skip
def test_what_else_a_word_may_be_beside_a_name(first, text, meant, others):
    assert first(text, *others, meant) == meant


def test_a_name_that_nobody_has_is_said_to_be_only_similar(make_physician):
    make_physician("Virginia", "Johnson")
    make_physician("Linda", "Johnson")
    found = open_directory(QueryDict(urlencode({"q": "Vigrinisa Johnson"})))
    assert [card.physician.given_name for card in found.cards] == ["Virginia"]
    assert found.notes == ["Nobody here is called “Vigrinisa Johnson”. These names are similar."]


def test_the_beginning_of_a_name_may_be_the_beginning_of_a_clinics(first):
    make_clinic("davis-clinic")
    assert first("christopher davi", "Christopher Abbott", "Christopher Davila") == "Christopher Davila"
