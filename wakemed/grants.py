"""What the application's database role may do, granted after every `migrate`.

The owner role migrates; the application role owns nothing, can't alter or truncate a table, and can't
change a row of an append-only one. Triggers say the same in words; only roles protect.
"""

from typing import Any

import pghistory.models
from django.apps import apps
from django.conf import settings
from django.db import connections


def append_only_tables() -> list[str]:
    """Return the tables that only grow: those of AppendOnly models, and pghistory's events."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models()
        if getattr(model, "append_only", False) or issubclass(model, pghistory.models.Event)
    )


def grant_application_role(using: str = "default", **kwargs: Any) -> None:
    """Give DATABASE_APP_ROLE its rights; does nothing if no such role is named."""
    role = settings.DATABASE_APP_ROLE
    if not role:
        return
    connection = connections[using]
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quote(role)}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quote(role)}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {quote(role)}")
        for table in ("django_migrations", "django_content_type"):
            cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM {quote(role)}")
        # A temporary table would come before the one of the same name that a trigger asks.
        cursor.execute(f"REVOKE TEMPORARY ON DATABASE {quote(connection.settings_dict['NAME'])} FROM PUBLIC")
        for table in append_only_tables():
            cursor.execute(f"REVOKE UPDATE, DELETE ON {quote(table)} FROM {quote(role)}")
