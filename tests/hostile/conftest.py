"""One of everything, for all tests here."""

import pytest


@pytest.fixture
def content(loaded_everything, db):
    """The first content and more, and a database that forgets what the test does to it."""
