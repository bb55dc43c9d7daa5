import csv
import io

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from spine.checking.broken_links import broken_links
from spine.models import InformationPage

from .approving import colleague, publish
from .conftest import Outline

pytestmark = pytest.mark.usefixtures("content")

REPORT = reverse("spine_broken_links")


def put(*links):
    """Publish the page for visitors with these links in a section, and return what the report says of it."""
    page = InformationPage.objects.get(slug="visitors")
    html = "".join(f"<p>{link}</p>" for link in links)
    page.body = [("section", {"heading": "Visiting hours", "text": html})]
    publish(page)
    return [(found.page, found.place, found.words, found.problem) for found in broken_links()]


def a(target):
    return f'<a href="{target}">the words</a>'


def test_every_link_of_the_first_content_arrives():
    assert broken_links() == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ('<a linktype="page" id="99999">the words</a>', "The page has been deleted."),
        ('<a linktype="page">the words</a>', "The page has been deleted."),
        ('<a linktype="document" id="99999">the words</a>', "The document has been deleted."),
        (a("/no-such-page/"), "This site has no page at /no-such-page/"),
        (a("http://testserver/no-such-page/"), "This site has no page at /no-such-page/"),
        (a("/find-a-doctor/nobody/"), "This site has no page at /find-a-doctor/nobody/"),
        (a("/locations/nowhere/"), "This site has no page at /locations/nowhere/"),
        (a("/dev/null.pdf"), "This site has no page at /dev/null.pdf"),
        (a("#nowhere"), "The page has no heading at #nowhere"),
        (a("/covid-19/#nowhere"), "The page has no heading at #nowhere"),
        (a(""), "The link has no address."),
        (a("#visiting-hours"), ""),
        (a("/conditions/tumors-of-the-spine/#what-you-may-notice"), ""),
        (a("/covid-19/"), ""),
        (a("/find-a-doctor/?q=back"), ""),
        (a("/appointments/request/"), ""),
        (a("https://example.com/no-such-page/"), ""),
        (a("mailto:spine@example.com"), ""),
        (a("tel:911"), ""),
    ],
)
def test_a_link_that_does_not_arrive_is_reported_and_one_that_does_is_not(settings, link, problem):
    settings.SITE_URL = "http://testserver"
    expected = [("Visitors", "Section: Visiting hours", "the words", problem)] if problem else []
    assert [row[1:] for row in put(link)] == [row[1:] for row in expected]


def test_a_page_that_is_taken_down_or_made_private_is_reported_wherever_it_is_linked_or_chosen():
    PageViewRestriction.objects.create(
        page=Page.objects.get(slug="en-bloc-resection"), restriction_type="password", password="x"
    )
    Page.objects.get(slug="decompression-and-stabilization").unpublish()
    Page.objects.get(slug="covid-19").unpublish()
    found = {(row.place.partition(":")[0], row.problem.partition("”")[2]) for row in broken_links()}
    assert {
        ("Treatments", " is private: not everyone can open it."),
        ("Treatments", " is not published."),
        ("Notice", " is not published."),
    } <= found


def test_a_treatment_that_was_chosen_and_then_deleted_is_reported():
    Page.objects.get(slug="en-bloc-resection").delete()
    assert "The page has been deleted." in {row.problem for row in broken_links()}


def test_the_report_leads_to_the_block_and_comes_as_csv(admin_client):
    put(a("/no-such-page/"))
    html = Outline(admin_client.get(REPORT).content.decode())
    page = InformationPage.objects.get(slug="visitors")
    edit = f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#block-{page.body[0].id}-section"
    assert [text for _, attributes, text in html.all("a") if attributes.get("href") == edit] == [page.title, "Edit"]
    answer = admin_client.get(REPORT, {"export": "csv"})
    (heading, row) = csv.reader(io.StringIO(b"".join(answer.streaming_content).decode()))
    assert heading[:4] == ["Page or notice", "Block", "Link text", "What is wrong"]
    assert row[1:4] == ["Section: Visiting hours", "the words", "This site has no page at /no-such-page/"]


def test_the_report_is_for_those_who_work_on_pages(client):
    client.force_login(colleague())
    assert client.get(REPORT).status_code == 403
