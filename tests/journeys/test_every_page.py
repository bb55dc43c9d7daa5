"""What must hold on every public page, as the served site sends it and as a browser shows it."""

import re
import urllib.parse

import pytest
from playwright.sync_api import expect

from . import on_page, serving
from .axe import finds_nothing_in_light_and_dark

PAGES = {
    "home": "/",
    "condition index": "/conditions/",
    "condition": "/conditions/tumors-of-the-spine/",
    "treatment index": "/treatments/",
    "treatment": "/treatments/en-bloc-resection/",
    "treatment 2": "/treatments/decompression-and-stabilization/",
    "COVID-19": "/covid-19/",
    "visitors": "/visitors/",
    "privacy practices": "/privacy-practices/",
    "nondiscrimination": "/nondiscrimination/",
    "accessibility": "/accessibility/",
    "website privacy": "/website-privacy/",
    "directory": "/find-a-doctor/",
    "directory, found": "/find-a-doctor/?q=slipped+disk",
    "directory, nobody": "/find-a-doctor/?q=xylophone",
    "search": "/search/?q=spine+cancer",
    "locations": "/locations/",
    "request": "/appointments/request/",
    "not found": "/nowhere/",
    "bad request": "/find-a-doctor/?q=%00",
    "sign-in": "/accounts/login/",
    "own page": "/appointments/manage/AAAA/",
}
CACHEABLE = [name for name in PAGES if name not in ("request", "sign-in", "own page")]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}


@pytest.fixture(scope="session")
def first_of_each(site):
    """Return the addresses of one profile and one location, found as a visitor finds them."""

    def first(address, pattern):
        return re.search(pattern, serving.fetch(site.address + address)[2]).group(1)

    return {
        "profile": first("/find-a-doctor/?accepting=1", r'href="(/find-a-doctor/[\w-]+/)"'),
        "location": first("/locations/", r'href="(/locations/[\w-]+/)"'),
    }


@pytest.fixture(params=[*PAGES, "profile", "location"])
def address(request, first_of_each):
    return (PAGES | first_of_each)[request.param]


def test_every_page_sends_the_strict_policy_and_no_inline_code(site, address):
    _status, headers, body = serving.fetch(site.address + address)
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == ("strict-origin" if "/manage/" in address else "same-origin")
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]
    assert " style=" not in body
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", body)
    assert not re.search(r"\son\w+=", body)


@pytest.mark.parametrize("name", CACHEABLE)
def test_a_public_page_sets_no_cookie_and_varies_by_none(site, name):
    _status, headers, body = serving.fetch(site.address + PAGES[name])
    assert headers.get_all("Set-Cookie") is None
    assert "Cookie" not in (headers["Vary"] or "")
    assert "csrfmiddlewaretoken" not in body


def test_axe_finds_nothing_no_page_scrolls_sideways_and_a_way_leads_past_the_header(open_page, address):
    page = open_page(width=320, height=640, reduced_motion="reduce")
    page.goto(address)
    assert on_page.evaluate(page, "document.documentElement.scrollWidth") <= 320
    finds_nothing_in_light_and_dark(page)
    expect(page.locator("h1")).to_have_count(1)
    expect(page).to_have_title(re.compile(".{6}"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", "#main")


def test_every_link_inside_the_site_leads_somewhere(site, first_of_each):
    waiting, seen, broken = [*PAGES.values(), *first_of_each.values()], set(), []
    expected_to_fail = {PAGES["not found"], PAGES["bad request"]}
    while waiting:
        address = urllib.parse.urldefrag(waiting.pop()).url
        if address in seen or not address.startswith("/") or address.startswith(("/admin/", "/cms/")):
            continue
        seen.add(address)
        status, headers, body = serving.fetch(site.address + address)
        if status != 200 and address not in expected_to_fail:
            broken.append((address, status))
        if status == 200 and "html" in headers["Content-Type"] and len(seen) < 400:
            waiting += [link.replace("&amp;", "&") for link in re.findall(r'(?:href|src|action)="(/[^"]*)"', body)]
    assert len(seen) > 60
    assert broken == []


@pytest.mark.parametrize(
    "address", ["/healthz", "/readyz", "/robots.txt", "/sitemap.xml", "/.well-known/security.txt"]
)
def test_what_machines_read_is_there(site, address):
    status, _headers, body = serving.fetch(site.address + address)
    assert status == 200
    assert body.strip()


def test_static_files_are_named_by_content_kept_for_a_year_and_compressed(site):
    page = serving.fetch(site.address + "/")[2]
    stylesheet = re.search(r'href="(/static/css/site\.[0-9a-f]{12}\.css)"', page).group(1)
    _status, headers, _body = serving.fetch(site.address + stylesheet)
    assert "immutable" in headers["Cache-Control"]
    assert (site.data_dir / stylesheet.lstrip("/")).with_suffix(".css.br").exists()
