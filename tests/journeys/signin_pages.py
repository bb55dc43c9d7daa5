"""The sign-in with single sign-on, and for someone who has tried too often: on the served site it's like neither."""

from . import on_site

ELSEWHERE = "192.0.2.77"


def signin_page(site, state):
    """Return the page's markup; `state` is "with single sign-on" or "locked"."""
    return on_site.call(site, __name__, state, site.data_dir / "static")


def main(state, static_files):
    """Ask for it, on the site."""
    from django.test import Client
    from django.test.utils import override_settings

    device = Client(HTTP_HOST="127.0.0.1", HTTP_X_FORWARDED_FOR=ELSEWHERE)
    if state == "with single sign-on":
        with override_settings(OIDC_NAME="your hospital account", STATIC_ROOT=static_files):
            return device.get("/accounts/login/").content.decode()
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=quick, STATIC_ROOT=static_files):
        for _ in range(11):
            page = device.post("/accounts/login/", {"login": "nobody@example.com", "password": "wrong"})
    return page.content.decode()
