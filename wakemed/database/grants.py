"""What the application's database role may do, granted after every `migrate`.

The owner role migrates; the application role owns nothing, can't alter or truncate a table, and can't
change a row of an append-only one. Triggers say the same in words; only roles protect.
"""

from typing import Any

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.db import connections, transaction

ROWS = frozenset({"SELECT", "INSERT", "UPDATE", "DELETE"})
READ_ONLY = (
    "appointments_doctoraway",  # a view
    "django_content_type",
    "django_migrations",
    "spine_contentchange",  # written by a trigger
)


def append_only_tables() -> list[str]:
    """Return the tables that only grow: those of AppendOnly models, and pghistory's events."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models()
        if getattr(model, "append_only", False) or issubclass(model, pghistory.models.Event)
    )


def less_than_rows() -> dict[str, frozenset[str]]:
    """Return the tables on which the application role has fewer rights than ROWS, and those that it has."""
    grown = dict.fromkeys(append_only_tables(), frozenset({"SELECT", "INSERT"}))
    return grown | dict.fromkeys(READ_ONLY, frozenset({"SELECT"}))


def grant_application_role(using: str = "default", **kwargs: Any) -> None:
    """Give DATABASE_APP_ROLE its rights and no others; does nothing if no such role is named."""
    role = settings.DATABASE_APP_ROLE
    if not role:
        return
    connection = connections[using]
    quote = connection.ops.quote_name
    to, everyone = quote(role), f"{quote(role)}, PUBLIC"
    with transaction.atomic(using=using), connection.cursor() as cursor:
        # Anyone who may create, in a schema or for a session, can put a table before the one that a trigger asks.
        cursor.execute(f"REVOKE CREATE ON SCHEMA public FROM {everyone}")
        cursor.execute(
            f"REVOKE CREATE, TEMPORARY ON DATABASE {quote(connection.settings_dict['NAME'])} FROM {everyone}"
        )
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {everyone}")
        cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {everyone}")
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {to}")
        cursor.execute(f"GRANT {', '.join(sorted(ROWS))} ON ALL TABLES IN SCHEMA public TO {to}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {to}")
        for table, rights in less_than_rows().items():
            cursor.execute(f"REVOKE {', '.join(sorted(ROWS - rights))} ON {quote(table)} FROM {to}")
