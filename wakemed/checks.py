"""System checks for what would be a mistake in any installation."""

from typing import Any

from django.core.checks import Error, register


@register()
def psycopg2_is_the_driver(**kwargs: Any) -> list[Error]:
    """Refuse psycopg 3: Django would silently prefer it once some package pulls it in."""
    from django.db.backends.postgresql.psycopg_any import is_psycopg3

    if is_psycopg3:
        return [Error("psycopg 3 is installed and has taken psycopg2's place.", hint="pip uninstall psycopg")]
    return []
