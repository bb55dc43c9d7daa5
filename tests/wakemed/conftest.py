"""What the tests of the sign-in share."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _no_attempts_are_counted():
    """Begin each test with no sign-ins counted: the limits of one address would add up over many tests."""
    caches["default"].clear()
