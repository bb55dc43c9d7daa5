"""Fixtures that every test may ask for."""

import pgtrigger
import pytest
from django.test import TransactionTestCase


@pytest.fixture(autouse=True, scope="session")
def _flush_may_empty_append_only_tables():
    """Between transactional tests Django truncates every table; only there the append-only guard steps aside."""
    original = TransactionTestCase._fixture_teardown

    def teardown(self):
        with pgtrigger.ignore():
            original(self)

    TransactionTestCase._fixture_teardown = teardown
    yield
    TransactionTestCase._fixture_teardown = original
