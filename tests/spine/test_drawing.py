"""The drawings of the spine: what editors decide about them, and what their markup and style keep to."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from wagtail.blocks.struct_block import StructBlockValidationError

from spine.blocks import ConditionBody
from spine.blocks.classes import Place
from tests.wakemed.test_contrast import contrast

from .conftest import Outline

STYLE = Path(finders.find("css/drawing.css")).read_text()
TUMORS = ("tumor-intradural", "tumor-intramedullary", "tumor-extradural")


def classes(*places):
    """A block with one class for each place; the first is called “Term A”."""
    rows = [
        {
            "term": f"Term {letter}",
            "explanation": f"Plain {letter}",
            "where": "There",
            "course": "Calm",
            "place": place,
        }
        for letter, place in zip("ABCD", places, strict=False)
    ]
    return "classes", {"heading": "Classes", "classes": rows}


def rendered(*blocks):
    body = ConditionBody()
    return "".join(
        body.child_blocks[child.block_type].render(child.value, context={}) for child in body.normalize(list(blocks))
    )


def tumors(html):
    return set(re.findall(r'class="tumor tumor--([\w-]+)"', html))


@pytest.mark.parametrize(
    ("places", "numbered"),
    [
        (Place.values, {"Term A": "1", "Term B": "2", "Term C": "3"}),
        (["", "extradural", None, "intramedullary"], {"Term B": "1", "Term D": "2"}),
        (["extradural", "extradural"], {"Term A": "1"}),  # a draft
        (["nowhere", ""], {}),
    ],
)
def test_the_drawing_shows_the_classes_that_have_a_place_under_the_editors_names(places, numbered):
    html = rendered(classes(*places))
    page = Outline(html)
    assert tumors(html) == {place for place in places if place in Place.values}
    cards = [text.split(" ", 1) for text in page.text("h3") if text[0].isdigit()]
    assert {term: number for number, term in cards} == numbered
    radios = [attributes for _tag, attributes, _text in page.all("input")]
    assert len(radios) == (len(numbered) + 1 if numbered else 0)
    assert [radio["value"] for radio in radios if "checked" in radio] == (["all"] if numbered else [])
    for term, number in numbered.items():
        assert any(text.startswith(f"Number {number}, {term}: ") for text in page.text("li"))
        assert f"{number}: {term}. Plain {term[-1]}" in page.text("desc")[0]
    assert ("<svg" in html) == bool(numbered)


def test_two_classes_in_one_place_are_refused_in_words():
    (child,) = ConditionBody().normalize([classes("extradural", "", "extradural")])
    with pytest.raises(StructBlockValidationError) as refused:
        child.block.clean(child.value)
    (problem,) = refused.value.block_errors["classes"].block_errors.values()
    assert "place" in problem.block_errors
    (allowed,) = ConditionBody().normalize([classes("extradural", "", "")])
    assert allowed.block.clean(allowed.value)


def test_the_regions_have_the_editors_words_or_none():
    page = Outline(rendered(("spine_drawing", {"heading": "Levels", "cervical": "Up here", "sacral": ""})))
    assert page.text("dt") == ["C Cervical", "T Thoracic", "L Lumbar", "S Sacral"]
    assert page.text("dd")[0] == "Up here"
    assert len(page.text("dd")) == 1


def test_each_drawing_is_named_and_described_and_no_name_is_there_twice():
    html = rendered(
        classes(*Place.values),
        ("classes", {**classes("extradural")[1], "heading": "More"}),
        ("spine_drawing", {"heading": "Levels"}),
    )
    page = Outline(html)
    ids = page.attribute("id")
    assert len(ids) == len(set(ids))
    drawings = [attributes for _tag, attributes, _text in page.all("svg")]
    assert len(drawings) == 3
    for drawing in drawings:
        assert drawing["role"] == "img"
        assert {drawing["aria-labelledby"], drawing["aria-describedby"]} <= set(ids)
    assert all(page.text("title") + page.text("desc"))
    named = [*page.attribute("for"), *page.attribute("aria-labelledby"), *page.attribute("aria-describedby")]
    assert set(named) <= set(ids)
    assert {href[1:] for href in page.attribute("href") if href[0] == "#"} <= set(ids)
    assert not page.attribute("style")


def test_every_part_and_every_place_of_the_drawing_has_its_style():
    html = rendered(classes(*Place.values), ("spine_drawing", {"heading": "Levels"}))
    used = {name for value in re.findall(r'class="([^"]+)"', html) for name in value.split() if "--" in name}
    assert {name for name in used if f".{name}" not in STYLE} == set()
    assert len(used) > 25
    for place in Place.values:
        assert STYLE.count(f'[value="{place}"]:checked') >= 4, place


@pytest.fixture(scope="module", params=["light", "dark"])
def colors(request):
    """The tokens of one theme, those of the site among them; dark holds only what differs from light."""
    themes = [{}, {}]
    for css in (Path(finders.find("css/site.css")).read_text(), STYLE):
        tokens = re.search(r"@layer tokens \{(.*?)(?:@media print|\n@layer)", css, re.DOTALL).group(1)
        halves = tokens.split("@media screen and (prefers-color-scheme: dark)")
        for theme, half in zip(themes, halves, strict=True):
            theme |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", half))
    return themes[0] | themes[1] if request.param == "dark" else themes[0]


def test_what_the_drawing_says_by_a_shape_stands_out_from_what_is_around_it(colors):
    around = ("bone", "bone-light", "epidural", "fluid", "cord", "gray-matter", "here", "surface")
    pairs = [(mark, ground) for mark in (*TUMORS, "ink-soft") for ground in around]
    pairs += [("bone-line", ground) for ground in ("bone", "paper", "surface", "tint", "epidural")]
    pairs += [("dura", "fluid"), ("dura", "epidural"), ("cord-line", "cord"), ("nerve-line", "bone")]
    assert {pair: ratio for pair in pairs if (ratio := contrast(colors[pair[0]], colors[pair[1]])) < 3} == {}


def test_letters_and_numbers_of_the_drawing_stand_out_seven_to_one(colors):
    pairs = [("on-tumor", tumor) for tumor in TUMORS]
    pairs += [("ink", f"region-{name}") for name in ("cervical", "thoracic", "lumbar", "sacral")]
    assert {pair: ratio for pair in pairs if (ratio := contrast(colors[pair[0]], colors[pair[1]])) < 7} == {}
