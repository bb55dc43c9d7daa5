"""Staff read of approvals, not of Wagtail’s “moderation” and “workflows”, in every sentence of Wagtail about them."""

import re
from pathlib import Path

import pytest
import wagtail
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.translation import gettext as translated

from wakemed.wagtails_words import OURS

ENTRY = re.compile(r'^msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?msgstr(?:\[0\])? ((?:".*"\n?)+)', re.MULTILINE)
WAGTAILS = re.compile(r"moderat|cancel workflow|restart workflow", re.IGNORECASE)
# Only who sets the site up reads these.
OF_THE_SETTINGS = (
    "Pages/snippets at this step",
    "This workflow is",
    "This task is in progress",
    "%(workflow_states_in",
)


def entries(file):
    """Return a file's sentences and what they become."""
    found = {}
    for sentence, becomes in ENTRY.findall(file.read_text()):
        found[joined(sentence)] = joined(becomes)
    return {sentence: becomes for sentence, becomes in found.items() if sentence}


def joined(quoted):
    text = "".join(re.findall(r'^"(.*)"$', quoted, re.MULTILINE))
    return text.replace(r"\"", '"').replace(r"\n", "\n")


@pytest.fixture(scope="module")
def wagtails():
    """Return all that Wagtail says."""
    files = Path(wagtail.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po")
    return set().union(*(entries(file) for file in files))


def test_every_sentence_of_wagtail_about_it_has_other_words(wagtails):
    said = {sentence for sentence in wagtails if WAGTAILS.search(sentence)}
    left = {sentence for sentence in said - set(entries(OURS)) if not sentence.startswith(OF_THE_SETTINGS)}
    assert len(said) > 30
    assert left == set()


def test_wagtail_still_says_what_has_other_words_here(wagtails):
    assert set(entries(OURS)) - wagtails == set()


def test_our_words_have_the_same_blanks_and_are_said():
    for sentence, becomes in entries(OURS).items():
        blanks = [set(re.findall(r"%\(\w+\)s|\{\w+\}", text)) for text in (sentence, becomes)]
        assert blanks[1] <= blanks[0]
        assert translated(sentence) == becomes


@pytest.mark.django_db
@pytest.mark.parametrize("group", ["Editors", "Clinical reviewers"])
def test_no_page_of_the_cms_says_them(loaded_everything, group):
    staff = Client()
    staff.force_login(loaded_everything.staff[group])
    page, draft, notice = (getattr(loaded_everything, name).pk for name in ("page", "draft", "notice"))
    for address in (
        "/cms/",
        f"/cms/pages/{page}/edit/",
        f"/cms/pages/{page}/history/",
        f"/cms/pages/{page}/workflow_history/",
        f"/cms/pages/{draft}/edit/",
        f"/cms/snippets/spine/notice/edit/{notice}/",
        "/cms/reports/workflow/",
    ):
        response = staff.get(address, follow=True)
        assert response.status_code == 200, address
        shown = shown_on(response.content)
        assert re.findall(r".{0,40}(?:moderation|workflow).{0,40}", shown, re.IGNORECASE) == [], address


def shown_on(page):
    """Return the text of a page, without scripts and templates."""
    soup = BeautifulSoup(page, "html.parser")
    for unseen in soup(["script", "style", "template"]):
        unseen.decompose()
    return soup.get_text("\n")
