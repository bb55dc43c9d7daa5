"""The triggers of four eyes for one model (docs/decisions/0008), put on its tables by a migration.

Every page kind and every snippet that needs a second person's approval has them; a test goes through all of these
models. A new page kind needs one line in its migration, after the model is created:

    operations = [..., guard_page("spine", "ClinicPage")]

To change what is put on the tables, change it here, then call guard_page() again for each model in a migration.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.migrations import RunPython
from modelcluster.fields import ParentalKey

# The row of Wagtail's own table is guarded once for all pages (spine/sql/check_live_page.sql). Here is the row of the
# page's kind, with the words that the site's search finds it by.
PAGE = """
DROP TRIGGER IF EXISTS spine_live_page ON {table};
CREATE CONSTRAINT TRIGGER spine_live_page AFTER INSERT OR UPDATE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spine_check_live_page('page_ptr_id');
CREATE OR REPLACE TRIGGER spine_page_text AFTER INSERT OR UPDATE ON {table}
    FOR EACH ROW EXECUTE FUNCTION spine_keep_page_text();
"""

LINKS_OF_PAGE = """
DROP TRIGGER IF EXISTS spine_live_page ON {table};
CREATE CONSTRAINT TRIGGER spine_live_page AFTER INSERT OR UPDATE OR DELETE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION spine_check_live_page('{page_column}');
"""

SNIPPET = """
DROP TRIGGER IF EXISTS spine_live_snippet ON {table};
CREATE CONSTRAINT TRIGGER spine_live_snippet AFTER INSERT OR UPDATE ON {table}
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    EXECUTE FUNCTION spine_check_live_snippet('{app_label}', '{model_name}');
"""

UNGUARD = """
DROP TRIGGER IF EXISTS spine_live_page ON {table};
DROP TRIGGER IF EXISTS spine_page_text ON {table};
DROP TRIGGER IF EXISTS spine_live_snippet ON {table};
"""


class CannotGuard(Exception):
    """A model has content that the triggers would not compare."""


def is_page(model: type[models.Model]) -> bool:
    """Return True for a page kind, also as a migration knows it."""
    return any(parent._meta.label_lower == "wagtailcore.page" for parent in model._meta.get_parent_list())


def guards(model: type[models.Model]) -> Iterator[str]:
    """Yield the SQL that puts the triggers on the model's tables; it can be run again.

    Raises CannotGuard for a page kind outside `spine`, for child rows (ParentalKey), and for a many-to-many field of a
    snippet or with tables of its own: spine_check_live_page() and spine_check_live_snippet() don't compare these.
    """
    meta = model._meta
    children = [
        relation.name
        for relation in meta.related_objects
        if isinstance(relation.field, ParentalKey) and relation.model._meta.label == meta.label
    ]
    if children:
        raise CannotGuard(f"{meta.label} has child rows: {children}")
    if not is_page(model):
        if meta.local_many_to_many:
            raise CannotGuard(f"{meta.label} is a snippet with a many-to-many field")
        yield SNIPPET.format(table=meta.db_table, app_label=meta.app_label, model_name=meta.model_name)
        return
    if meta.db_table != f"spine_{meta.model_name}":
        raise CannotGuard(f"{meta.label} is a page kind, and its table isn't spine_{meta.model_name}")
    yield PAGE.format(table=meta.db_table)
    for field in meta.local_many_to_many:
        table, page_column = field.m2m_db_table(), field.m2m_column_name()
        if (table, page_column) != (f"{meta.db_table}_{field.name}", f"{meta.model_name}_id"):
            raise CannotGuard(f"{meta.label}.{field.name} keeps its links in a table of its own kind")
        yield LINKS_OF_PAGE.format(table=table, page_column=page_column)


def guard_page(app_label: str, model_name: str) -> RunPython:
    """Return the operation that puts all triggers of four eyes on the tables of a page kind or snippet.

    Rows that are live already must have been approved: publish them again afterwards.
    """

    def guard(apps: Any, schema_editor: Any) -> None:
        for sql in guards(apps.get_model(app_label, model_name)):
            schema_editor.execute(sql, params=None)

    def unguard(apps: Any, schema_editor: Any) -> None:
        meta = apps.get_model(app_label, model_name)._meta
        for table in (meta.db_table, *(field.m2m_db_table() for field in meta.local_many_to_many)):
            schema_editor.execute(UNGUARD.format(table=table), params=None)

    return RunPython(guard, unguard)
