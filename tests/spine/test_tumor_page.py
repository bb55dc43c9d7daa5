"""Every fact that the page has to carry (in the words that the page uses for it)."""

import pytest

pytestmark = pytest.mark.usefixtures("content")

FACTS = [
    # what
    "abnormal growth",
    "in or around the spinal cord",
    "spinal column",
    "often grow quickly",
    "benign",
    "cancerous",
    "primary: it started in the spine",
    "metastatic: it started somewhere else in the body and has spread to the spine",
    # where
    "anywhere along the spine",
    "cervical",
    "thoracic",
    "lumbar",
    "sacral",
    "by its level, and by whether it is at the front or at the back of the spine",
    # the three classes
    "Intradural-extramedullary",
    "arachnoid membrane",
    "nerve roots that leave the cord",
    "at the base of the cord",
    "Most are benign. Some can turn cancerous with time",
    "several clinical names",
    "Intramedullary",
    "Inside the cord or its nerves. Most are in the neck (cervical). A few rare ones are in the upper and middle back "
    "(thoracic)",
    "Extradural",
    "At the nerve roots",
    "Normally they are cancerous and have spread from another part of the body",
    # cancer that has spread
    "metastasis",
    "the spine is one of the main places it goes to",
    "Lung, breast and prostate cancers are among those",
    # symptoms
    "In the middle or lower back. It is not mechanical",
    "does not get better with medicine or therapy",
    "Numbness or weakness In your arms, your legs or your chest",
    "You lose your balance, or you become unable to walk",
    "Less feeling of heat or cold",
    "Bowel or bladder trouble",
    "Paralysis",
    # treatment
    "Some spinal tumors respond to chemotherapy and radiation",
    "In many cases surgery can remove the tumor and relieve pain and weakness",
    "depends on where the tumor is and on its type",
    "A primary tumor may be removed whole. This is called en bloc resection",
    "advanced or metastatic tumor, surgery may take pressure off nerves, make the spine stable",
    "restore neurological function",
    # the two calls to action
    "We partner with many neurologists and neurosurgeons",
    "in person or in a virtual visit",
    "Virtual visits are offered at all WakeMed Physician Practice locations",
]


@pytest.fixture
def page(first_outline):
    return first_outline("/conditions/tumors-of-the-spine/")


@pytest.mark.parametrize("fact", FACTS)
def test_the_page_carries_the_fact(page, fact):
    assert fact in page.text("main")[0]


def test_the_page_says_when_to_get_help_at_three_levels_the_most_pressing_first(page):
    spoken = [text for text in page.text("h2") if "advice:" in text]
    assert spoken == [
        "Emergency advice: Call 911 or go to the nearest emergency department now",
        "Urgent advice: Call us today",
        "Non-urgent advice: Make an appointment",
    ]


def test_the_page_points_to_its_emergency_card_before_anything_else(page):
    first_link_in_main = page.text("main")[0].index("When to call 911")
    assert first_link_in_main < page.text("main")[0].index("What a spinal tumor is")
    assert "#call-911-or-go-to-the-nearest-emergency-department-now" in page.attribute("href")


def test_the_buttons_lead_to_the_doctors_and_the_request_of_this_condition(page):
    links = page.attribute("href")
    assert "/find-a-doctor/?condition=tumors-of-the-spine" in links
    assert "/appointments/request/?condition=tumors-of-the-spine" in links


def test_the_page_leads_to_both_treatments(page):
    assert {
        "/treatments/en-bloc-resection/",
        "/treatments/decompression-and-stabilization/",
    } <= set(page.attribute("href"))


@pytest.mark.parametrize(
    ("address", "facts"),
    [
        (
            "/treatments/en-bloc-resection/",
            ["primary tumor", "takes the tumor out whole", "relieve the pain and weakness"],
        ),
        (
            "/treatments/decompression-and-stabilization/",
            [
                "advanced tumor, or a metastatic one",
                "relieve pressure on nerves",
                "spine stable",
                "neurological function",
            ],
        ),
        (
            "/visitors/",
            ["Until further notice, no visitors", "health of our community", "Limited exceptions may be made"],
        ),
        ("/covid-19/", ["no visitors may enter our hospitals", "offered at all WakeMed Physician Practice locations"]),
    ],
)
def test_the_other_pages_carry_theirs(first_outline, address, facts):
    text = first_outline(address).text("main")[0]
    assert [fact for fact in facts if fact not in text] == []


def test_a_treatment_page_leads_back_to_its_condition_and_prefills_it(first_outline):
    links = first_outline("/treatments/en-bloc-resection/").attribute("href")
    assert "/conditions/tumors-of-the-spine/" in links
    assert "/appointments/request/?condition=tumors-of-the-spine" in links


def test_the_page_draws_the_regions_and_the_places_of_the_classes_and_alone_loads_their_style(page, first_outline):
    drawings = [text for tag, attributes, text in page.all("title")[1:]]
    assert drawings == ["The regions of the spine", "Cross-section of the spine, with the places where tumors grow"]
    assert page.text("legend") == ["Show in the drawing"]

    def styles(html):
        return [attributes["href"] for _tag, attributes, _text in html.all("link") if "drawing" in attributes["href"]]

    assert len(styles(page)) == len(styles(first_outline("/"))) == 1
    assert styles(first_outline("/visitors/")) == []
