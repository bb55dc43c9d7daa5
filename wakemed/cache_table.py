"""The table behind Django's cache."""

from typing import Any

from django.core.management import call_command


def create_cache_table(using: str = "default", **kwargs: Any) -> None:
    """Make the table after `migrate`, as the owner, unless it is there or the settings need none."""
    call_command("createcachetable", database=using, verbosity=0)
