"""A database that other migrations than ours have made: recognized before anything in it is changed."""

import pkgutil
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.recorder import MigrationRecorder

OUR_APPS = ("physicians", "spine", "appointments", "wakemed")


def unknown_migrations(using: str = DEFAULT_DB_ALIAS) -> list[str]:
    """Return the migrations of our apps that the database has had and that this code doesn't have."""
    here = {
        (app_label, module.name)
        for app_label in OUR_APPS
        for module in pkgutil.iter_modules([str(Path(apps.get_app_config(app_label).path) / "migrations")])
    }
    applied = MigrationRecorder(connections[using]).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied if app in OUR_APPS and (app, name) not in here)


def why_it_cannot_be_upgraded(using: str = DEFAULT_DB_ALIAS) -> str:
    """Return what the database is and the way out, for the person at the terminal; empty if there's no problem."""
    unknown = unknown_migrations(using)
    if not unknown:
        return ""
    return (
        "This database was made by another version of WakeMed Spine and can't be upgraded (it has "
        f"{unknown[-1]}, which this version doesn't know); nothing was changed. Move {settings.DATA_DIR} away, or "
        "start in another folder with make run DATA_DIR=…; if DATABASE_URL names your own server, give it an empty "
        "database."
    )
