"""robots.txt, security.txt, the mark of the site, and which static files are collected."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.apps import apps
from django.contrib.staticfiles.finders import get_finders
from django.test import Client

pytestmark = pytest.mark.django_db


def lines(client, address):
    response = client.get(address, headers={"host": "127.0.0.1"})
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/plain")
    assert not response.cookies
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines() if line)


def test_robots_stay_out_of_what_is_not_public(client):
    text = client.get("/robots.txt").content.decode()
    for address in ("/admin/", "/cms/", "/accounts/", "/appointments/manage/", "/dev/"):
        assert f"Disallow: {address}\n" in text
    assert lines(client, "/robots.txt")["Sitemap"] == "http://127.0.0.1/sitemap.xml"


@time_machine.travel("2026-07-04 15:30:00+00:00")
def test_security_txt_names_a_contact_and_expires_within_a_year(client):
    fields = lines(client, "/.well-known/security.txt")
    assert fields["Contact"] == "mailto:appointments@example.com"
    assert fields["Canonical"] == "http://127.0.0.1/.well-known/security.txt"
    expires = datetime.strptime(fields["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert expires == datetime(2027, 7, 3, tzinfo=UTC)


def test_security_txt_names_the_hospitals_own_address_once_there_is_one(client, hospital):
    assert lines(client, "/.well-known/security.txt")["Contact"] == "mailto:spine@example.com"


def test_a_browser_that_asks_for_the_old_icon_is_sent_to_the_drawing():
    assert Client().get("/favicon.ico")["Location"] == "/static/favicon.svg"


def test_what_a_page_asks_for_is_collected_and_what_it_was_made_from_is_not():
    ignored = apps.get_app_config("staticfiles").ignore_patterns
    collected = {path for finder in get_finders() for path, _storage in finder.list(ignored)}
    jquery, xregexp = "admin/js/vendor/jquery/jquery", "admin/js/vendor/xregexp/xregexp"
    assert {f"{jquery}.min.js", f"{xregexp}.min.js", "django_htmx/htmx-2.min.js"} < collected
    assert collected.isdisjoint({f"{jquery}.js", f"{xregexp}.js", "django_htmx/htmx-2.js", "django_htmx/htmx-4.js"})
