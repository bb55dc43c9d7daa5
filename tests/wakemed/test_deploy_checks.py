"""`check --deploy` refuses settings with which a hospital's site would run and patients wouldn't be safe."""

import pytest

from .test_serve import MUST_HAVE, check_production

DATABASE = "postgresql://wakemed_app:secret@db.example.com/wakemed"
REFUSED = {
    "an empty link key": ({"APPOINTMENTS_LINK_KEY": ""}, "wakemed.E001"),
    "a short link key": ({"APPOINTMENTS_LINK_KEY": "secret"}, "wakemed.E001"),
    "a short earlier link key": ({"APPOINTMENTS_LINK_KEY_FALLBACKS": "secret"}, "wakemed.E001"),
    "a short key of second factors": ({"SECOND_FACTOR_KEY": "secret"}, "wakemed.E001"),
    "any host": ({"ALLOWED_HOSTS": "*"}, "wakemed.E002"),
    "any host beside ours": ({"ALLOWED_HOSTS": "spine.example.com,*"}, "wakemed.E002"),
    "links without TLS": ({"SITE_URL": "http://spine.example.com"}, "wakemed.E003"),
    "links with two slashes": ({"SITE_URL": "https://spine.example.com/"}, "wakemed.E003"),
    "links without a host": ({"SITE_URL": "https://"}, "wakemed.E003"),
    "links to another host": ({"SITE_URL": "https://elsewhere.example.com"}, "wakemed.E004"),
    "mail without TLS": ({"EMAIL_URL": "smtp://user:password@mail.example.com:25"}, "wakemed.E005"),
    "mail without TLS to an address": ({"EMAIL_URL": "smtp://192.0.2.7:25"}, "wakemed.E005"),
    "a database without TLS": ({"DATABASE_URL": DATABASE}, "wakemed.E006"),
    "a database with TLS if it likes": ({"DATABASE_URL": f"{DATABASE}?sslmode=prefer"}, "wakemed.E006"),
    "two databases, one of them elsewhere": (
        {"DATABASE_URL": "postgresql://app@/wakemed?host=localhost,db.example.com"},
        "wakemed.E006",
    ),
}
TAKEN = {
    "mail to a relay on this machine": {"EMAIL_URL": "smtp://127.0.0.1:25"},
    "mail with TLS from the start": {"EMAIL_URL": "smtp+ssl://user:password@mail.example.com:465"},
    "a database that is known": {"DATABASE_URL": f"{DATABASE}?sslmode=verify-full&sslrootcert=/etc/ca.pem"},
    "a database with TLS": {"DATABASE_URL": f"{DATABASE}?sslmode=require"},
    "a database in a folder": {"DATABASE_URL": "postgresql://wakemed_app@/wakemed?host=/var/run/postgresql"},
    "a subdomain": {"SITE_URL": "https://spine.example.com", "ALLOWED_HOSTS": ".example.com"},
    "an earlier link key": {"APPOINTMENTS_LINK_KEY_FALLBACKS": "o" * 60},
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_endanger_patients_is_an_error(name):
    variables, error = REFUSED[name]
    result = check_production(**MUST_HAVE | variables)
    assert result.returncode != 0
    assert f"({error})" in result.stderr


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_safe_is_taken(name):
    result = check_production(**MUST_HAVE | TAKEN[name])
    assert result.returncode == 0, result.stderr
