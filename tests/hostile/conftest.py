"""A site with its first content, once for all tests here."""

import pytest
from django.core.management import call_command

from tests.databases import loaded_once


@pytest.fixture(scope="module")
def loaded_content(django_db_setup, django_db_blocker):
    with loaded_once(django_db_blocker, lambda: call_command("load_sample_content")):
        yield


@pytest.fixture
def content(loaded_content, db):
    """The first content, and a database that forgets what the test does to it."""
