"""Error pages: the site's look, plain words, the way on, and no need of a database."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404
from django.middleware.csrf import CsrfViewMiddleware
from django.test import Client, RequestFactory
from django.urls import path

from wakemed import urls
from wakemed.web import errors


def fail_with(error):
    def view(request):
        raise error

    return view


def accept(request):
    raise AssertionError("the form's token was not asked for")


urlpatterns = [
    path("fails/400/", fail_with(BadRequest("no"))),
    path("fails/403/", fail_with(PermissionDenied)),
    path("fails/404/", fail_with(Http404)),
    path("fails/500/", fail_with(ZeroDivisionError)),
    path("fails/csrf/", accept),
    *urls.urlpatterns,
]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def failing(settings, db):
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("what", "method", "status", "heading"),
    [
        ("400", "get", 400, "We did not understand that address"),
        ("403", "get", 403, "This page is not open to you"),
        ("404", "get", 404, "We cannot find that page"),
        ("500", "get", 500, "Something went wrong on our side"),
        ("csrf", "post", 403, "Please send that once more"),
    ],
)
def test_an_error_page_says_what_happened_and_shows_the_way_on(failing, what, method, status, heading):
    response = getattr(failing, method)(f"/fails/{what}/")
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == status
    assert page.h1.get_text() == heading
    assert page.title.get_text().startswith(heading)
    assert page.main.select_one('a[href="/"]')
    assert page.main.select_one('a[href="tel:911"]')
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert page.select_one("header .site-brand")
    assert page.select_one("link[rel=stylesheet]")
    assert not response.cookies


def test_the_page_for_a_broken_server_asks_the_database_for_nothing(db, django_assert_num_queries, settings):
    settings.OUTAGE_PHONE = "919-555-0199"
    with django_assert_num_queries(0):
        response = errors.server_error(RequestFactory().get("/"))
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 500
    assert page.title.get_text() == "Something went wrong on our side - WakeMed Spine"
    assert page.main.select_one('a[href="tel:919-555-0199"]')


def test_a_form_without_its_token_never_reaches_the_view(failing):
    middleware = CsrfViewMiddleware(accept)
    response = middleware.process_view(RequestFactory().post("/fails/csrf/"), accept, (), {})
    assert response.status_code == 403
