"""Pages promise what the hospital has set."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_start_page_says_what_the_settings_say(client, settings):
    page = client.get("/appointments/request/").content.decode()
    assert "We'll answer within 2 business days." in page
    assert "We keep what you type for 30 minutes" in page
    settings.APPOINTMENTS_ANSWER_BUSINESS_DAYS = 1
    settings.APPOINTMENTS_DRAFT_MINUTES = 60
    page = client.get("/appointments/request/").content.decode()
    assert "We'll answer within 1 business day." in page
    assert "We keep what you type for 60 minutes" in page
