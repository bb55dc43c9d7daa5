"""Tables whose rows are written once: history, notes, the access log."""

from typing import ClassVar

import pgtrigger
from django.db import models


def refuse_changes() -> pgtrigger.Trigger:
    """Return a statement trigger that refuses UPDATE, DELETE and TRUNCATE, even if they match no row.

    It guards against mistakes. Against intent only roles protect: `wakemed.grants` revokes UPDATE and DELETE on
    these tables from the application's role, which can never TRUNCATE tables it doesn't own.
    """
    return pgtrigger.Trigger(
        name="append_only",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete | pgtrigger.Truncate,
        func="RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP "
        "USING ERRCODE = 'restrict_violation';",
    )


class AppendOnly(models.Model):
    """Base of the tables that no one changes."""

    append_only: ClassVar[bool] = True

    class Meta:
        abstract = True
        triggers = [refuse_changes()]
