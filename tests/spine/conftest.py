import pytest
from django.core.cache import cache

from spine import sample_content


@pytest.fixture
def content(db):
    """The first content, and none of the addresses that an earlier test's site left in the cache."""
    cache.clear()
    sample_content.load()
