"""Limits count the right address, no matter what the caller writes into the headers."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory

from appointments.guards.client_address import client_address


def address(settings, *, proxies, connection="10.0.0.9", **headers):
    settings.TRUSTED_PROXY_COUNT = proxies
    return client_address(RequestFactory().get("/", REMOTE_ADDR=connection, headers=headers))


@pytest.mark.parametrize(
    ("proxies", "header", "counted"),
    [
        (0, "203.0.113.7", "10.0.0.9"),
        (1, "203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6, 203.0.113.7", "203.0.113.7"),
        (1, "6.6.6.6,7.7.7.7 , 203.0.113.7 ", "203.0.113.7"),
        (2, "6.6.6.6, 203.0.113.7, 10.0.0.2", "203.0.113.7"),
        (2, "203.0.113.7", "10.0.0.9"),
        (1, "", "10.0.0.9"),
        (1, "unknown", "10.0.0.9"),
        (1, "203.0.113.7, <script>", "10.0.0.9"),
        (1, "203.0.113.7:5678", "203.0.113.7"),
        (1, "[2001:db8:1:2::7]:5678", "2001:db8:1:2::"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (1, "::ffff:203.0.113.7", "203.0.113.7"),
        (1, "[[", "10.0.0.9"),
    ],
)
def test_only_what_our_own_servers_wrote_counts(settings, proxies, header, counted):
    assert address(settings, proxies=proxies, X_Forwarded_For=header) == counted


def test_without_a_header_the_connection_counts(settings):
    assert address(settings, proxies=1) == "10.0.0.9"
    assert address(settings, proxies=0, connection="2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::"
    assert address(settings, proxies=0, connection="") == ""


@pytest.mark.django_db
def test_a_header_that_is_too_short_breaks_no_sign_in(client, settings):
    settings.TRUSTED_PROXY_COUNT = settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    wrong = {"login": "nobody@example.com", "password": "a wrong password"}
    try:
        response = client.post("/accounts/login/", wrong, headers={"X-Forwarded-For": "6.6.6.6"})
    except ImproperlyConfigured:
        pytest.fail("anybody can make the sign-in fail")
    assert response.status_code == 200
