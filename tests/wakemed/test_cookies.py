"""What the site leaves in a browser, and for how long."""

import json
import os
import subprocess
import sys

import pytest

from appointments.request_form.draft_cookie import name_of
from tests.wakemed.test_serve import MUST_HAVE
from tests.wakemed.test_settings_from_environment import ROOT

pytestmark = pytest.mark.django_db
PRINT = """
import json
from wakemed.settings import production as settings
names = [name for name in dir(settings) if "COOKIE" in name]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def test_in_a_hospital_no_other_host_and_no_page_without_tls_can_set_our_cookies():
    printed = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **MUST_HAVE},
        capture_output=True,
        text=True,
        check=True,
    )
    settings = json.loads(printed.stdout)
    for cookie in ("SESSION", "CSRF"):
        assert settings[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
        assert settings[f"{cookie}_COOKIE_SECURE"] is settings[f"{cookie}_COOKIE_HTTPONLY"] is True
        # What the prefix asks for besides:
        assert settings.get(f"{cookie}_COOKIE_DOMAIN") is None
        assert settings.get(f"{cookie}_COOKIE_PATH", "/") == "/"


def test_the_cookies_of_a_patient_say_that_they_came_with_tls(client, settings, hospital):
    settings.SESSION_COOKIE_SECURE = True
    client.post("/appointments/request/", secure=True)
    draft = client.cookies[name_of("request_draft")]
    assert draft.key == "__Secure-request_draft"
    assert draft["secure"] is True
    assert draft["path"] == "/appointments/"


def test_the_token_of_forms_ends_with_the_browser(client):
    cookie = client.get("/accounts/login/").cookies["csrftoken"]
    assert cookie["max-age"] == cookie["expires"] == ""
