from itertools import pairwise

import pytest
from wagtail.models import Page

from .approving import publish

ADDRESSES = [
    "/",
    "/conditions/",
    "/conditions/tumors-of-the-spine/",
    "/treatments/",
    "/treatments/en-bloc-resection/",
    "/treatments/decompression-and-stabilization/",
    "/visitors/",
    "/covid-19/",
    "/privacy-practices/",
    "/nondiscrimination/",
    "/accessibility/",
    "/website-privacy/",
]
LEGAL = ADDRESSES[-4:]

pytestmark = pytest.mark.usefixtures("content")
every_page = pytest.mark.parametrize("address", ADDRESSES)


@every_page
def test_a_page_sets_no_cookie_and_asks_for_no_session(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert not response.wsgi_request.session.accessed
    assert "csrfmiddlewaretoken" not in response.content.decode()


@every_page
def test_a_page_answers_the_same_to_someone_who_is_signed_in(client, admin_client, address):
    assert client.get(address).content == admin_client.get(address).content


@every_page
def test_a_page_has_one_title_a_description_and_its_own_address(first_outline, address):
    page = first_outline(address)
    assert page.text("title")[0].endswith(" - WakeMed Spine")
    assert len(page.text("title")[0]) > len(" - WakeMed Spine")
    (description,) = [a["content"] for _, a, _ in page.all("meta") if a.get("name") == "description"]
    assert 40 <= len(description) <= 170
    (canonical,) = [a["href"] for _, a, _ in page.all("link") if a.get("rel") == "canonical"]
    assert canonical == f"http://testserver{address}"


@every_page
def test_headings_begin_with_one_h1_and_skip_no_level(first_outline, address):
    html = first_outline(address)
    levels = [int(tag[1]) for tag, _, _ in html.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    assert all(text for _, _, text in html.all("h1", "h2", "h3"))


@every_page
def test_every_id_is_there_once_and_every_jump_arrives(first_outline, address):
    html = first_outline(address)
    ids = html.attribute("id")
    assert len(ids) == len(set(ids))
    jumps = {href[1:] for href in html.attribute("href") if href.startswith("#")}
    labels = {label for labels in html.attribute("aria-labelledby") for label in labels.split()}
    assert jumps | labels <= set(ids)


@every_page
def test_a_page_obeys_the_strict_policy(first_outline, address):
    html = first_outline(address)
    assert not html.attribute("style")
    assert not html.all("style", "iframe")
    code = [attributes for _, attributes, _ in html.all("script") if attributes.get("type") != "application/ld+json"]
    assert all(attributes.get("src", "").startswith("/static/") for attributes in code)
    assert all(source.startswith("/static/") for source in html.attribute("src"))


@every_page
def test_links_to_pages_of_this_app_arrive(first_outline, address):
    own = {
        href.partition("#")[0]
        for href in first_outline(address).attribute("href")
        if href.startswith("/")
        and not href.startswith(("/static/", "/find-a-doctor/", "/locations/", "/appointments/", "/staff/"))
    }
    for path in own:
        first_outline(path)  # it answers


@pytest.mark.parametrize("address", ADDRESSES[1:])
def test_a_page_below_home_says_where_it_is(first_outline, address):
    html = first_outline(address)
    (trail,) = [
        text for tag, attributes, text in html.all("nav") if attributes.get("class", "").startswith("breadcrumb")
    ]
    assert trail.startswith("Home")
    assert trail.endswith(html.text("h1")[0])


@pytest.mark.parametrize("address", LEGAL)
def test_a_legal_page_says_that_it_is_a_sample_until_counsel_has_checked_it(client, address):
    flag = "Sample text: have it checked by counsel before use"
    assert flag in client.get(address).content.decode()
    page = Page.objects.get(slug=address.strip("/")).specific
    page.is_sample_text = False
    publish(page)
    assert flag not in client.get(address).content.decode()


# Finding the page: the site, its root, and two for each level of the address. Then its view restrictions (2), the
# hospital, the notices, the breadcrumb below the first level, the last review, and what the page itself shows.
@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/", 16),
        ("/conditions/", 12),
        ("/conditions/tumors-of-the-spine/", 17),
        ("/treatments/", 12),
        ("/treatments/en-bloc-resection/", 16),
        ("/visitors/", 9),
        ("/privacy-practices/", 9),
    ],
)
def test_a_page_takes_few_queries(client, django_assert_max_num_queries, address, queries):
    client.get(address)  # fills Wagtail's cache of addresses and Django's of content types
    with django_assert_max_num_queries(queries):
        client.get(address)


def test_home_leads_to_everything(outline, hospital):
    html = outline("/")
    assert html.text("h1") == ["When your spine needs a specialist"]
    links = set(html.attribute("href"))
    assert set(ADDRESSES[1:]) <= links
    assert {"/find-a-doctor/", "/appointments/request/", "tel:911"} <= links
    site_search, search = html.all("form")
    assert (site_search[1]["action"], site_search[1]["method"]) == ("/search/#results", "get")
    assert (search[1]["action"], search[1]["method"]) == ("/find-a-doctor/#results", "get")
    assert "q" in html.attribute("name")


def test_a_page_that_is_not_published_is_not_listed(client):
    page = Page.objects.get(slug="en-bloc-resection")
    page.unpublish()
    for address in ("/", "/treatments/", "/conditions/tumors-of-the-spine/"):
        assert "/treatments/en-bloc-resection/" not in client.get(address).content.decode()
    assert client.get("/treatments/en-bloc-resection/").status_code == 404


def test_every_page_shows_the_first_notices(client):
    html = client.get("/covid-19/").content.decode()
    for words in (
        "Until further notice, no visitors may enter our hospitals, to protect the health of our community. "
        "Limited exceptions may be made.",
        "Virtual visits are now offered at all WakeMed Physician Practice locations, primary care and specialty.",
        'href="/visitors/"',
        'href="/appointments/request/?visit=virtual"',
        'href="/covid-19/"',
    ):
        assert words in html
