"""Tables whose rows are written once: history, notes, the access log."""

from typing import ClassVar

import pgtrigger
from django.db import models

from .database_roles import ERASER


def refuse_changes(*, eraser_may: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Return a statement trigger that refuses UPDATE, DELETE and TRUNCATE, even if they match no row.

    It guards against mistakes. Against intent only roles protect: `wakemed.database.grants` revokes UPDATE and DELETE
    on these tables from the application's role, which can never TRUNCATE tables it doesn't own.

    Args:
        eraser_may: “UPDATE” and “DELETE”, if the role that erases may do so. It's asked by its name, which no one
            can set, and not by a setting, which everyone can.
    """
    road = ""
    if eraser_may:
        allowed = ", ".join(f"'{operation}'" for operation in eraser_may)
        road = f"IF current_user = '{ERASER}' AND TG_OP IN ({allowed}) THEN RETURN NULL; END IF; "
    return pgtrigger.Trigger(
        name="append_only",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        func=f"{road}RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP "
        "USING ERRCODE = 'restrict_violation';",
    )


class AppendOnly(models.Model):
    """Base of the tables that no one changes."""

    append_only: ClassVar[bool] = True

    class Meta:
        abstract = True
        triggers = [refuse_changes()]
