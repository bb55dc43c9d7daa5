"""The table behind Django's cache."""

from typing import Any

from django.core.management import call_command


def create_cache_table(using: str = "default", **kwargs: Any) -> None:
    """Make the table before `migrate`, whose later steps use the cache, unless it exists or isn't needed."""
    call_command("createcachetable", database=using, verbosity=0)
