"""The headers that say what a page may do, exactly; a new or a missing one fails here."""

import pytest
from django.contrib.auth import get_user_model

from tests.journeys import serving

pytestmark = pytest.mark.django_db
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Server": "",  # or the application server would put its name there
}
# Not about what a page may do: what it is, how long it may be kept, which request it answers.
OTHERS = {
    *("Content-Type", "Content-Length", "Content-Language", "Content-Disposition", "Vary", "X-Request-ID", "Location"),
    *("Cache-Control", "Expires", "Last-Modified", "ETag", "Allow", "X-Frame-Options", "Permissions-Policy"),
}


def directives(policy):
    """Return a Content-Security-Policy as a dictionary: its order means nothing."""
    return {name: set(values) for name, *values in (part.split() for part in policy.split(";") if part.strip())}


@pytest.fixture
def policy_of(client):
    """Return a function that asks as an administrator, checks what holds everywhere, and returns the policy."""
    client.force_login(get_user_model().objects.create_superuser("sam@example.com", "a long enough password"))

    def ask(address):
        headers = client.get(address).headers
        policy = directives(headers.get("Content-Security-Policy"))
        own = {name: value for name, value in headers.items() if name not in OTHERS}
        assert own.pop("Content-Security-Policy")
        assert own == EVERYWHERE, address
        assert headers["Permissions-Policy"]
        return policy

    return ask


@pytest.mark.parametrize(
    "address", ["/find-a-doctor/", "/accounts/password/change/", "/nowhere/", "/robots.txt", "/x"]
)
def test_a_public_page_runs_nothing_inline_and_loads_nothing_from_elsewhere(policy_of, address):
    assert policy_of(address) == directives(STRICT)


def test_the_desk_may_show_small_pictures_of_its_styles_besides(policy_of):
    for address in ("/admin/", "/admin/appointments/appointmentrequest/"):
        assert policy_of(address) == directives(STRICT) | {"img-src": {"'self'", "data:"}}


def test_the_cms_runs_the_inline_scripts_of_wagtail_and_no_attributes(policy_of):
    assert policy_of("/cms/") == directives(STRICT) | {
        "script-src-elem": {"'self'", "'unsafe-inline'"},
        "script-src-attr": {"'none'"},
        "style-src": {"'self'", "'unsafe-inline'"},
        "img-src": {"'self'", "blob:"},
        "frame-src": {"'self'"},
        "frame-ancestors": {"'self'"},
    }


def test_an_uploaded_file_runs_nothing(policy_of):
    assert policy_of("/media/images/none.png") == directives(STRICT) | {
        "script-src": {"'none'"},
        "style-src": {"'none'"},
        "sandbox": set(),
    }


@pytest.mark.parametrize(
    "path", ["/", "/nowhere/", "/admin/", "/readyz", "/static/favicon.svg", "/find-a-doctor/?q=%00", "/dev/mail/"]
)
def test_no_answer_of_the_served_site_names_its_software(site, path):
    """/healthz is the application server's own, and for the balancer alone (docs/nginx.conf)."""
    _status, headers, _body = serving.fetch(f"{site.address}{path}")
    assert headers.get_all("Server") == [""]
    for name in ("granian", "django", "wagtail", "python"):
        assert name not in str(headers).lower()
