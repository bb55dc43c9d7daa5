"""Database functions and triggers that are written in SQL: each has one source, `APP/sql/NAME.sql`.

The function `APP_NAME` is in `APP/sql/NAME.sql`, with the triggers that call it. A file can be loaded any number of
times: it says CREATE OR REPLACE, and drops a constraint trigger before creating it.

To change a function, edit its file, then add a migration that loads it again with its new digest:

    operations = [load_sql("physicians", refresh="5d41402a")]

A test fails until that migration exists, and prints the line. docs/how-to/change-database-code.md has the recipe.
"""

import hashlib
from pathlib import Path
from typing import Any

import pgtrigger.migrations
from django.apps import apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


def sql_folder(app_label: str) -> Path:
    """Return where an app keeps its SQL; an app that has none has no such folder."""
    return Path(apps.get_app_config(app_label).path) / "sql"


def digest(source: str) -> str:
    """Return the eight characters by which a migration names what it loads. Lines of comment don't count."""
    lines = (line for line in source.splitlines() if line.strip() and not line.lstrip().startswith("--"))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]


class LoadSQL(Operation):
    """Load SQL files of an app. `files` maps each name to the digest that the file had when this was written.

    The digests are for the test, which wants the last migration of each file to know what is in it. What is loaded is
    the file of today. So an early migration may load a function that asks for a column of a later one: bodies are not
    checked here, but when they run.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, app_label: str, files: dict[str, str]) -> None:
        self.app_label = app_label
        self.files = files

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Change no model."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Run the files in the order they are named."""
        schema_editor.execute("SET LOCAL check_function_bodies = off", params=None)
        for name in self.files:
            schema_editor.execute((sql_folder(self.app_label) / f"{name}.sql").read_text(), params=None)
        schema_editor.execute("SET LOCAL check_function_bodies = on", params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        """Leave the functions: they disturb nothing, and the migration before may have loaded them too."""

    def describe(self) -> str:
        """Say what it does, for `migrate --plan`."""
        return f"Load {self.app_label}/sql: {', '.join(self.files)}"


def load_sql(app_label: str, **files: str) -> LoadSQL:
    """Return the operation that loads these files: `load_sql("spine", content_hash="…", keep_file="…")`."""
    return LoadSQL(app_label, files)


class AddTrigger(pgtrigger.migrations.AddTrigger):
    """Add a trigger, without building the historical models again: that takes long, and they don't show triggers."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note the trigger, for `makemigrations`."""
        model = state.models[app_label, self.model_name]
        model.options = {**model.options, "triggers": [*model.options.get("triggers", []), self.trigger]}
