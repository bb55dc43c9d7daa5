"""A facet is one declaration: address, counts, filter, tag, words and search tables follow from it."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.http import QueryDict

from physicians.models import Physician
from physicians.search.directory_search import plan_search
from physicians.search.facet_kinds import ChoiceFacet, VocabularyFacet, YesNoFacet
from physicians.search.facets import FACETS
from physicians.search.published_choices import load_choices
from physicians.search.query import run_plan
from physicians.search.query.run_plan import run
from physicians.search.results import result_filters
from physicians.services.facet_lexemes import install_facets

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contexts")]

ADDRESS = "/find-a-doctor/"


@pytest.fixture
def declare():
    """Return a function that declares a facet for this test, as an entry of FACETS and the next `migrate` would."""
    before = list(FACETS)

    def declare(facet):
        FACETS.append(facet)
        assert install_facets()

    yield declare
    FACETS[:] = before


@pytest.fixture
def roster(make_physician):
    """Two physicians on the roster, one of whom takes new patients, and one who isn't on it."""
    make_physician("A", "Able", on_roster=True, offers_virtual_visits=True, licensed_states=["NC", "VA"])
    make_physician("B", "Busy", on_roster=True, accepting_new_patients=False)
    make_physician("C", "Cable", offers_virtual_visits=True, licensed_states=["NC"])


YES_NO = YesNoFacet(
    name="listed",
    field="on_roster",
    label="Roster",
    line="On the roster",
    phrases={"1": ("listed doctor",)},
)
STATES = ChoiceFacet(name="state", field="licensed_states", label="State of license", phrases={"VA": ("virginia",)})


def page(client, **parameters):
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return response.context["directory"], BeautifulSoup(response.content, "html.parser")


def names(directory):
    return [card.physician.family_name for card in directory.cards]


def words(element):
    return " ".join(element.get_text().split())


def test_a_yes_no_field_becomes_a_facet_from_its_declaration_alone(client, roster, declare):
    declare(YES_NO)
    directory, html = page(client)
    assert names(directory) == ["Able", "Cable", "Busy"]
    assert words(html.select_one("#facet-listed label")) == "On the roster (2)"

    directory, html = page(client, listed="1", accepting="1")
    assert names(directory) == ["Able"]
    box = html.select_one("#listed-1")
    assert (box["name"], box["value"], box["form"], box.has_attr("checked")) == ("listed", "1", "find", True)
    assert words(html.select_one("#facet-listed label")) == "On the roster (1)"
    assert words(html.select_one('label[for="accepting-1"]')) == "Takes new patients (1)"
    tags = {words(tag.span): tag["href"] for tag in html.select(".tag--off")}
    assert tags["On the roster (remove)"] == "?accepting=1#results"
    assert tags["Takes new patients (remove)"] == "?listed=1#results"
    assert words(html.select_one("#filters-set")) == "(2)(2 are set)"


def test_a_field_with_choices_becomes_a_facet_with_a_line_for_each(client, roster, declare):
    declare(STATES)
    directory, html = page(client, state="VA")
    assert names(directory) == ["Able"]
    lines = [words(label) for label in html.select("#facet-state label")]
    assert lines == ["Virginia (1)", "North Carolina (2)"]  # its own choice doesn't narrow its counts
    assert html.select_one("#facet-state").has_attr("open")

    directory, html = page(client, state=["VA", "NC"])
    assert names(directory) == ["Able", "Cable"]
    assert [(words(tag.span), tag["href"]) for tag in html.select(".tag--off")] == [
        ("Virginia (remove)", "?state=NC#results"),
        ("North Carolina (remove)", "?state=VA#results"),
    ]


def test_a_ticked_yes_no_facet_is_not_counted_again(roster):
    """Everyone who matches has it: one scan of the index less."""
    address = QueryDict("accepting=1&virtual=1&specialty=neurosurgery")
    plan = plan_search(address, load_choices())
    assert list(plan.facet_queries) == ["specialty"]
    search = run(plan)
    assert [search.counts_of(name)[name] for name in ("accepting", "virtual")] == [search.total] * 2 == [2, 2]


def test_a_count_stops_at_the_most_that_is_counted(client, roster, monkeypatch):
    for module in (run_plan, result_filters):
        monkeypatch.setattr(module, "MOST_COUNTED", 1)
    _directory, html = page(client, accepting="1")
    assert words(html.select_one('label[for="accepting-1"]')) == "Takes new patients (1+)"


def test_its_words_ask_for_it(client, roster, declare):
    declare(STATES)
    directory, _html = page(client, q="virginia")
    assert names(directory) == ["Able"]
    assert [(tag.label, tag.remove) for tag in directory.tags] == [("Virginia", "?")]
    assert directory.cards[0].reasons == ["Virginia"]


def test_the_address_keeps_it_from_page_to_page(client, make_physician, declare):
    declare(YES_NO)
    for number in range(12):
        make_physician("A", f"Name{number:02d}", on_roster=True)
    _directory, html = page(client, listed="1")
    assert html.select_one('a[rel="next"]')["href"] == "?listed=1&page=2#results"


def test_what_makes_no_sense_in_its_address_is_left_out_with_a_sentence(client, roster, declare):
    declare(YES_NO)
    declare(STATES)
    for parameters in ({"listed": "perhaps"}, {"state": "XX"}):
        directory, _html = page(client, **parameters)
        assert len(names(directory)) == 3
        assert directory.notes == ["We couldn't read part of this link, so we left it out."]


def test_an_empty_list_says_how_many_there_would_be_without_it(client, roster, declare):
    declare(STATES)
    directory, _html = page(client, state="SC", accepting="1")
    assert names(directory) == []
    assert [(way.label, way.address, way.count) for way in directory.ways_out] == [
        ("South Carolina", "?accepting=1", 2)
    ]


def test_the_search_follows_each_change_of_its_field(client, roster, declare):
    declare(STATES)
    Physician.objects.filter(family_name="Able").update(licensed_states=["SC"])
    assert names(page(client, state="VA")[0]) == []
    assert names(page(client, state="SC")[0]) == ["Able"]


def test_the_function_is_replaced_only_when_the_declarations_changed(roster, declare):
    assert not install_facets()
    declare(YES_NO)
    assert not install_facets()


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [({"name": "page"}, ValueError), ({"name": "two words"}, ValueError), ({"field": "shoe_size"}, FieldDoesNotExist)],
)
def test_a_declaration_that_cannot_work_fails_at_once(changed, refusal):
    with pytest.raises(refusal):
        YesNoFacet(**{"name": "listed", "field": "on_roster", "label": "Roster", "line": "On it"} | changed)


@pytest.mark.parametrize(
    "facet", [facet for facet in FACETS if isinstance(facet, VocabularyFacet)], ids=lambda facet: facet.name
)
def test_a_vocabulary_has_the_triggers_that_bring_it_into_the_search(facet):
    """docs/how-to/add-a-facet.md lists the three files."""
    links = getattr(Physician, facet.field).through._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        triggers = set(cursor)
        cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = 'physicians_refresh'")
        (refresh,) = cursor.fetchone()
    assert (facet.model._meta.db_table, "physicians_terms") in triggers
    assert {(links, "physicians_link_added"), (links, "physicians_link_removed")} <= triggers
    assert f"'{facet.name}:'" in refresh
