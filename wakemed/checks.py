"""System checks for what would be a mistake in any installation."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register  # noqa: A004 (Django's name)
from django.db import connections
from django.utils.module_loading import import_string

from .database.earlier_database import why_it_cannot_be_upgraded


@register()
def psycopg2_is_the_driver(**kwargs: Any) -> list[Error]:
    """Refuse psycopg 3: Django would silently prefer it once some package pulls it in."""
    from django.db.backends.postgresql.psycopg_any import is_psycopg3

    if is_psycopg3:
        return [Error("psycopg 3 is installed and has taken psycopg2's place.", hint="pip uninstall psycopg")]
    return []


@register()
def video_provider_exists(**kwargs: Any) -> list[Error]:
    """Refuse a video provider that can't be imported: patients would only be told that we'll call."""
    name = settings.APPOINTMENTS_VIDEO_PROVIDER
    try:
        import_string(name)
    except ImportError as problem:
        return [Error(f"APPOINTMENTS_VIDEO_PROVIDER names {name}, which cannot be imported.", hint=str(problem))]
    return []


@register(Tags.database)
def database_is_not_another_versions(**kwargs: Any) -> list[Error]:
    """Refuse to migrate a database that this code can't upgrade; `migrate` runs this check first."""
    return [Error(problem) for using in kwargs["databases"] or [] if (problem := why_it_cannot_be_upgraded(using))]


@register(Tags.database)
def database_log_has_no_words(**kwargs: Any) -> list[Warning]:
    """Warn if the database server logs refused statements: they have patients' words in them."""
    return [
        Warning(
            "The database server logs refused statements, and patients' words with them.",
            hint="Set log_min_error_statement = panic; docs/operations.md, Logs, names the other settings.",
            id="wakemed.W001",
        )
        for using in kwargs["databases"] or []
        if logs_statements(using)
    ]


def logs_statements(using: str) -> bool:
    """Return True if a statement that fails is in the server's log."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT current_setting('log_min_error_statement') NOT IN ('fatal', 'panic')")
        return bool(cursor.fetchone()[0])
