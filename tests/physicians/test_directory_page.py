import logging

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from physicians.models import Language, Location, Organization
from physicians.search.facets import FACETS
from physicians.services.next_available import record_next_available

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("contexts")]

ADDRESS = "/find-a-doctor/"


def page(client, **parameters):
    response = client.get(ADDRESS, parameters)
    assert response.status_code == 200
    return response


def html(response):
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    return " ".join(element.get_text().split())


def names(response):
    return [card.physician.family_name for card in response.context["directory"].cards]


def test_without_any_parameter_everybody_is_there(client, make_physician):
    make_physician("A", "Able")
    make_physician("B", "Busy", accepting_new_patients=False)
    make_physician("C", "Cable")
    assert names(page(client)) == ["Able", "Cable", "Busy"]


def test_a_draft_is_not_there(client, make_physician):
    make_physician("D", "Draft", live=False)
    response = page(client)
    assert names(response) == []
    assert b"Draft" not in response.content


@pytest.fixture
def varied(make_physician, herniated_disk, spanish, clinic):
    make_physician("A", "Disk", conditions=[herniated_disk])
    make_physician("B", "Spanish", languages=[spanish])
    make_physician("C", "Cary", locations=[clinic])
    make_physician("D", "Virtual", offers_virtual_visits=True, licensed_states=["NC"])
    make_physician("E", "Busy", accepting_new_patients=False)


@pytest.mark.parametrize(
    ("parameter", "value", "expected"),
    [
        ("condition", "herniated-disk", ["Disk"]),
        ("language", "es", ["Spanish"]),
        ("location", "juniper-clinic", ["Cary"]),
        ("virtual", "1", ["Virtual"]),
        ("accepting", "1", ["Cary", "Disk", "Spanish", "Virtual"]),
        ("specialty", "neurosurgery", ["Cary", "Disk", "Spanish", "Virtual", "Busy"]),
        ("accepting", "0", ["Cary", "Disk", "Spanish", "Virtual", "Busy"]),
    ],
)
def test_each_filter_narrows_the_list(client, varied, parameter, value, expected):
    assert names(page(client, **{parameter: value})) == expected


def test_filters_and_text_work_together(client, varied):
    assert names(page(client, q="slipped disk", accepting="1")) == ["Disk"]
    assert names(page(client, q="slipped disk", virtual="1")) == []


def test_a_filter_shows_as_a_tag_that_can_be_taken_off(client, varied):
    response = page(client, q="slipped disk", condition="herniated-disk", accepting="1")
    tags = html(response).select(".tag--off")
    assert [(words(tag), tag["href"]) for tag in tags] == [
        ("Herniated disk (you typed “slipped disk”) (remove)✕", "?condition=herniated-disk&accepting=1#results"),
        ("Herniated disk (remove)✕", "?q=slipped+disk&accepting=1#results"),
        ("Takes new patients (remove)✕", "?q=slipped+disk&condition=herniated-disk#results"),
    ]


def test_a_facet_tells_how_many_there_would_be_and_which_are_chosen(client, varied):
    facet = html(page(client, language="es")).select_one("#facet-language")
    assert facet.has_attr("open")
    assert [words(label) for label in facet.select("label")] == ["Spanish (1)"]
    assert facet.select_one("#language-es")["form"] == "find"
    assert facet.select_one("#language-es").has_attr("checked")
    assert words(facet.summary) == "Language 1 chosen"
    assert words(html(page(client, language="es")).select_one("#filters-set")) == "(1)(1 is set)"


@pytest.fixture
def speaks_much(make_physician):
    languages = [Language.objects.create(code=f"q{letter}", name=f"Language {letter}") for letter in "abcdefghijkl"]
    make_physician(languages=languages)


def test_a_long_facet_shows_ten_lines_and_opens_for_the_rest(client, speaks_much):
    facet = html(page(client)).select_one("#facet-language")
    first, rest = facet.select("ul")
    assert (len(first.select("li")), len(rest.select("li"))) == (10, 2)
    assert rest.find_parent("details")["id"] == "facet-language-rest"
    assert words(facet.select_one("#facet-language-rest summary")) == "Show all 12 (Language)"
    lines = facet.select("li")
    assert len({line["id"] for line in lines}) == 12  # each is drawn once
    assert [line.label["for"] for line in lines] == [line.input["id"] for line in lines]


def test_a_chosen_line_is_always_among_the_first(client, speaks_much):
    chosen = [f"q{letter}" for letter in "abcdefghijkl"][1:]
    first, rest = html(page(client, language=chosen)).select_one("#facet-language").select("ul")
    assert [box["value"] for box in first.select("input[checked]")] == chosen
    assert [box["value"] for box in rest.select("input")] == ["qa"]


def test_a_facet_of_ten_lines_has_nothing_to_open(client, speaks_much):
    Language.objects.filter(code__in=["qk", "ql"]).delete()
    facet = html(page(client)).select_one("#facet-language")
    assert len(facet.select("li")) == 10
    assert not facet.select("#facet-language-rest")


def test_the_name_of_a_line_is_text_and_not_markup(client, make_physician):
    make_physician(languages=[Language.objects.create(code="qa", name="<b>Bold</b> & {0}")])
    assert words(html(page(client)).select_one("#facet-language label")) == "<b>Bold</b> & {0} (1)"


def test_the_reason_is_on_the_card(client, varied):
    assert "Treats herniated disk" in page(client, q="slipped disk").content.decode()
    assert "Treats herniated disk" in page(client, condition="herniated-disk").content.decode()


@pytest.mark.parametrize("parameter", ["condition", "specialty", "procedure", "location", "language"])
def test_an_unknown_choice_is_left_out_with_a_sentence(client, varied, parameter):
    response = page(client, **{parameter: "no-such-thing"})
    assert len(names(response)) == 5
    assert f"recognize a {parameter} in this link" in response.content.decode()


def test_a_nonsense_tick_is_left_out_with_a_sentence(client, varied):
    response = page(client, accepting="perhaps")
    assert len(names(response)) == 5
    assert "read part of this link" in response.content.decode()


@pytest.mark.parametrize("number", ["0", "-1", "99", "abc", "1.5", "9" * 5000, "²", ""])
def test_a_nonsense_page_number_gives_a_page(client, varied, number):
    response = page(client, page=number)
    assert len(names(response)) == 5
    assert ("There is no such page" in response.content.decode()) == bool(number)


def test_pages_follow_each_other_without_overlap_or_gap(client, make_physician):
    for number in range(23):
        make_physician("A", f"Name{number:02d}")
    pages = [names(page(client, page=number)) for number in (1, 2, 3)]
    assert [len(found) for found in pages] == [10, 10, 3]
    assert [name for found in pages for name in found] == [f"Name{number:02d}" for number in range(23)]


def test_links_to_pages_keep_text_and_filters(client, make_physician):
    for number in range(12):
        make_physician("Ana", f"Name{number:02d}")
    content = page(client, q="neurosurgeon", accepting="1").content.decode()
    assert 'href="?q=neurosurgeon&amp;accepting=1&amp;page=2#results"' in content


def test_the_number_of_results_is_said_politely_by_what_is_never_swapped(client, varied):
    shown = html(page(client, language="xx"))
    said = shown.select_one("#said[role=status]")
    assert not said.get_text()
    assert not said.find_parent(id="found")
    assert shown.select_one("#results strong").get_text() == "5 doctors"
    assert shown.select_one("#found")["data-said"].startswith("5 doctors. We didn't recognize a language")


def test_a_script_is_answered_with_what_changes_and_everybody_else_with_the_page(client, varied):
    script = {"hx-request": "true"}
    whole, changes = page(client, q="disk"), client.get(ADDRESS, {"q": "disk"}, headers=script)
    restored = client.get(ADDRESS, {"q": "disk"}, headers={**script, "hx-history-restore-request": "true"})
    for response in (whole, changes, restored):
        assert "HX-Request, HX-History-Restore-Request" in response["Vary"]
        assert not response.cookies
    assert [bool(html(response).select("html")) for response in (whole, changes, restored)] == [True, False, True]
    assert html(changes).title.get_text() == html(whole).title.get_text()
    assert html(changes).select_one("#found") == html(whole).select_one("#found")
    assert [part["id"] for part in html(changes).select("[hx-swap-oob]")] == ["help-first", "facets", "filters-set"]
    assert not html(changes).select("#q, #zip, script")  # what is being typed stays


def test_the_condition_goes_along_to_the_profile_and_the_request(client, varied):
    shown = html(page(client, q="slipped disk"))
    assert shown.select_one(".card__title a")["href"].endswith("-disk/?condition=herniated-disk")
    assert shown.select_one(".not-sure .button")["href"] == "/appointments/request/?condition=herniated-disk"
    shown = html(page(client))
    assert "?" not in shown.select_one(".card__title a")["href"]
    assert shown.select_one(".not-sure .button")["href"] == "/appointments/request/"


def test_a_card_tells_the_distance_and_the_next_free_time_at_the_clinic(client, make_physician, clinic):
    clinic.time_zone = "America/Chicago"
    clinic.save()
    soon = timezone.now().replace(year=2099, month=12, day=1, hour=15, minute=0)
    for physician in (make_physician(locations=[clinic]), make_physician(accepting_new_patients=False)):
        record_next_available(starts_of={physician.pk: [soon]}, now=timezone.now())
    card, busy = (words(card) for card in html(page(client)).select(".card-grid .card"))
    assert "Next free: Tue, Dec. 1, 9:00 a.m." in card
    assert "Next free" not in busy
    assert "away" not in card
    assert "miles away" in words(html(page(client, zip="27610")).select_one(".card-grid .card"))


def test_an_empty_result_shows_ways_on(client, varied, hospital):
    found = html(page(client, condition="herniated-disk", language="es")).select_one("#found")
    assert "No doctor fits all of this." in words(found)
    assert [(words(line), line.a["href"]) for line in found.select(".ways-out li")] == [
        ("Without “Herniated disk”: 1 doctor", "?language=es#results"),
        ("Without “Spanish”: 1 doctor", "?condition=herniated-disk#results"),
    ]
    assert found.select('a[href="tel:+1-919-555-0100"]')
    assert found.select('a[href="/appointments/request/?condition=herniated-disk"]')


HOSTILE = [
    "x" * 100_000,
    "sciatica " * 12_000,
    "-",
    "\\",
    '"',
    "*",
    "(",
    ")",
    "'",
    "%",
    "_",
    "&",
    "|",
    "!",
    ":*",
    "<->",
    "<a@b>",
    "<script>alert(1)</script>",
    "{{ 7 }}",
    "%s %(q)s",
    "'; DROP TABLE physicians_physician; --",
    "😀👩‍⚕️",
    "\u202ertl\u202c ظهر",
    "\ufffd",
    "ﬁ ǆ İ ß",
    "\u0301\u0301\u0301",
    "1e400",
    "a" * 41,
    "é" * 500,
]


FILTERS = [*(facet.name for facet in FACETS), "zip", "within", "sort", "page", "after"]


@pytest.mark.parametrize("parameters", [["q"], FILTERS], ids=["the words", "everything else"])
def test_no_value_of_any_parameter_breaks_the_page(client, make_physician, herniated_disk, parameters):
    make_physician("Ana", "Lopez", conditions=[herniated_disk])
    for value in HOSTILE:
        response = page(client, **dict.fromkeys(parameters, value))
        assert b"<script>alert" not in response.content
        assert len(response.content) < 60_000


@pytest.mark.parametrize("query", ["q=%00", "q=a%00b", "condition=%00", "page=%00"])
def test_a_nul_is_refused(client, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 400


@pytest.mark.parametrize("query", ["q=%ed%a0%80", "q=%ff%fe", "q=%", "q[]=1", "q=a&q=b", "&&&", "q=a;b", "=x"])
def test_a_broken_query_gives_a_page(client, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 200


def test_a_long_text_is_cut_with_a_sentence(client, make_physician):
    response = page(client, q="sciatica " * 500)
    assert "We looked for its first words only" in response.content.decode()
    assert len(response.context["directory"].text) <= 200


def test_what_was_typed_never_reaches_a_log(client, make_physician, caplog):
    caplog.set_level(logging.DEBUG)
    page(client, q="unmistakable tumor")
    client.get(ADDRESS + "suggest/", {"q": "unmistakable"})
    client.get(ADDRESS, {"q": "unmistakable\0"})
    assert "unmistakable" not in caplog.text


def test_the_page_sets_no_cookie_and_does_not_vary_on_one(client, varied):
    response = page(client, q="disk")
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_nothing_can_be_posted(client):
    assert client.post(ADDRESS).status_code == 405


def test_the_hospital_decides_whether_gender_is_asked_for(client, hospital, make_physician):
    make_physician("A", "Woman", gender="female")
    assert "facet-gender" not in page(client).content.decode()
    Organization.objects.update(gender_in_directory=True)
    assert "facet-gender" in page(client).content.decode()


def test_a_search_page_is_not_for_search_engines_but_the_list_is(client, varied):
    for asked in ({"q": "disk"}, {"language": "es"}, {"page": "2"}, {"zip": "27610"}):
        assert 'content="noindex, follow"' in page(client, **asked).content.decode()
    assert 'content="index, follow"' in page(client).content.decode()


def test_behind_the_last_doctor_the_list_begins_again_with_a_sentence(client, make_physician):
    for number in range(3):
        make_physician("A", f"Name{number}", slug=f"name{number}")
    shown = page(client, sort="name", after="name2")
    assert names(shown) == ["Name0", "Name1", "Name2"]
    assert "The list ends there. This is its beginning." in shown.context["directory"].notes


def test_of_several_clinics_the_nearest_says_how_far_it_is(client, make_physician, clinic):
    far = Location.objects.create(name="Amber Clinic", slug="amber", street="1 Way", city="Durham",
                                  postal_code="27701", latitude=36, longitude=-78.9, phone="+19195550112")  # fmt: skip
    make_physician(locations=[far, clinic])
    facts = [words(line) for line in html(page(client, zip="27518", within="50")).select(".card-grid .card__facts li")]
    nearest = facts.index("Less than a mile away: Juniper Clinic, Cary")
    assert facts[nearest + 1] == "Amber Clinic, Durham"


def test_a_zip_code_without_a_clinic_nearby_can_be_left_out(client, varied):
    (way_out,) = page(client, zip="90210").context["directory"].ways_out
    assert (way_out.label, way_out.count) == ("Within 25 miles of 90210", 5)
