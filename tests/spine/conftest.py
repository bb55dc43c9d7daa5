from html.parser import HTMLParser

import pytest
from django.core.cache import cache

from spine import sample_content
from spine.models import ConditionPage, Notice, NoticeLevel
from tests.factories import make_member

VOID = {"meta", "link", "br", "input", "img", "hr"}
APART = {"br", "p", "li", "div", "h1", "h2", "h3"}  # between these a reader sees a gap


@pytest.fixture(autouse=True)
def _fresh_addresses():
    """Wagtail keeps the site's addresses in Django's cache, which no rollback reaches."""
    cache.clear()


@pytest.fixture(scope="module")
def loaded_pages(load):
    load("loaded_pages", sample_content.load)


@pytest.fixture
def content(loaded_pages, db):
    """The first content, and a database that forgets what the test does to it."""


class Outline(HTMLParser):
    """What a test asks of a page's markup: its elements with their attributes and their text."""

    def __init__(self, html):
        super().__init__()
        self.elements = []  # (tag, attributes, text so far)
        self.open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in APART:
            self.handle_data(" ")
        self.elements.append([tag, dict(attrs), ""])
        if tag not in VOID:
            self.open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def all(self, *tags):
        return [(tag, attributes, " ".join(text.split())) for tag, attributes, text in self.elements if tag in tags]

    def text(self, tag):
        return [text for _tag, _attributes, text in self.all(tag)]

    def attribute(self, name):
        return [attributes[name] for _tag, attributes, _text in self.elements if name in attributes]


@pytest.fixture
def outline(client):
    """A function that fetches an address and takes its markup apart."""

    def fetch(address):
        response = client.get(address)
        assert response.status_code == 200, address
        return Outline(response.content.decode())

    return fetch


@pytest.fixture(scope="session")
def outlines():
    """The outlines of pages whose content no test has changed, by address."""
    return {}


@pytest.fixture
def first_outline(outline, outlines):
    """Like `outline`, but of the first content alone: a page is fetched once for all the tests that only read it."""

    def fetch(address):
        if address not in outlines:
            outlines[address] = outline(address)
        return outlines[address]

    return fetch


# Who works on the pages


@pytest.fixture
def page():
    return ConditionPage.objects.get()


@pytest.fixture
def editor():
    return make_member("editor@example.com", "Editors")


@pytest.fixture
def reviewer():
    return make_member("reviewer@example.com", "Clinical reviewers")


@pytest.fixture
def chief():
    """A superuser who is an editor and a reviewer besides."""
    return make_member("chief@example.com", "Editors", "Clinical reviewers", is_superuser=True)


@pytest.fixture
def emergency(editor):
    notice = Notice.objects.create(text="The clinic is closed", level=NoticeLevel.EMERGENCY, live=False)
    notice.save_revision(user=editor)
    return notice
