import json
import re

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from spine.checking.hints import hints
from spine.checking.link_words import says_nothing
from spine.checking.reading_level import grade, syllables
from spine.models import ConditionPage, InformationPage, TreatmentPage

from .approving import colleague

pytestmark = pytest.mark.usefixtures("content")

PLAIN = "The doctor looks at your back and asks where it hurts. Then you talk about what can be done next. " * 8
HARD = (
    "Intraoperative neurophysiological monitoring facilitates considerably improved preservation of neurological "
    "functionality throughout circumferential decompression procedures. "
) * 12


@pytest.fixture
def page():
    return InformationPage.objects.get(slug="visitors")


def say(page, html):
    page.body = [("section", {"heading": "Visiting", "text": html})]
    return hints(page)


@pytest.mark.parametrize(
    "words", ["Click here", "here", "MORE", "Read more…", "https://example.com/x", "www.a.org", "this page"]
)
def test_words_that_say_nothing_are_known(words):
    assert says_nothing(words)


@pytest.mark.parametrize(
    "words", ["Read the visitor policy", "More about visiting", "Here is how to park", "Call 911"]
)
def test_words_that_say_where_a_link_leads_are_left_alone(words):
    assert not says_nothing(words)


@pytest.mark.parametrize(
    ("html", "hint"),
    [
        ('<p><a href="/covid-19/">Click here</a></p>', "Section: Visiting: the link text “Click here” doesn’t"),
        (
            '<p><a href="/covid-19/">Our rules</a> <a href="/conditions/">our rules</a></p>',
            "The link text “our rules” leads to two different places.",
        ),
        ('<p><a href="/nowhere/">Our rules</a></p>', "is broken. This site has no page at /nowhere/"),
        ("<h3>Hours</h3><h5>Sunday</h5><p>Closed.</p>", "the subheading “Sunday” skips a level."),
        ("<h3></h3><p>Closed.</p>", "a subheading is empty."),
        (f"<p>{HARD}</p>", "Patients understand grade 8 or lower"),
    ],
)
def test_an_editor_is_told_what_could_be_better(page, html, hint):
    (told,) = say(page, html)
    assert hint in told


def test_plain_text_with_good_links_is_left_alone(page):
    assert say(page, f'<h3>Hours</h3><p>{PLAIN}</p><p><a href="/covid-19/">Read about COVID-19</a></p>') == []


@pytest.mark.parametrize("model", [ConditionPage, TreatmentPage, InformationPage])
def test_the_first_content_needs_no_hint(model):
    assert {page.title: hints(page) for page in model.objects.all()} == {
        page.title: [] for page in model.objects.all()
    }


def test_the_grade_rises_with_long_words_and_sentences_and_needs_enough_text():
    assert grade([PLAIN]) < 6
    assert grade([HARD]) > 15
    assert grade(["Too short to tell."]) is None
    words = {"spine": 1, "tumor": 2, "table": 2, "walked": 1, "needed": 2, "neurologist": 4}
    assert {word: syllables(word) for word in words} == words


def test_a_submission_is_saved_in_full_and_the_hints_follow(client, page):
    editor = colleague("editor@example.com")
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)
    text = '<p>For our rules <a href="/covid-19/">click here</a></p>'
    data = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "summary": page.summary,
            "body": streamfield([("section", {"heading": "Visiting", "text": rich_text(text)})]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            "action-submit": "1",
        }
    )
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)
    assert "the link text “click here” doesn’t say where it leads" in answer.content.decode()
    page.refresh_from_db()
    assert page.current_workflow_state is not None
    assert "click here" in page.get_latest_revision().content["body"]


def test_the_checker_in_the_editor_has_the_rule_about_links(admin_client, page):
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    configuration = json.loads(re.search(r'id="checker-axe-configuration"[^>]*>(.*?)</script>', html, re.DOTALL)[1])
    assert {"link-words", "heading-order", "alt-text-quality"} <= set(configuration["options"]["runOnly"])
    assert "link-words-say-nothing" in {check["id"] for check in configuration["spec"]["checks"]}
