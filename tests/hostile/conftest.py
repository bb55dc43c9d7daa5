"""A site with its first content, once for all tests here."""

import pytest
from django.core.management import call_command


@pytest.fixture
def content(db):
    call_command("load_sample_content")
