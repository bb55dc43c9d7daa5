"""A site with its first content, once for all tests here."""

import pytest
from django.core.management import call_command


@pytest.fixture(scope="module")
def loaded_site(load):
    load("loaded_site", lambda: call_command("load_sample_content"))


@pytest.fixture
def content(loaded_site, db):
    """The first content, and a database that forgets what the test does to it."""
