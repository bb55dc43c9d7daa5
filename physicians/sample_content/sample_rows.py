"""Creates a sample row once, and never overwrites an editor's work."""

from typing import Any

from django.db.models import Model, Q


def create_unless_there(model: type[Model], *, unique: dict[str, Any], **values: Any) -> None:
    """Create a row unless one has any of the `unique` values, even if an editor has changed the rest of it."""
    taken = Q(*unique.items(), _connector=Q.OR)
    if not model._default_manager.filter(taken).exists():
        model._default_manager.create(**{**unique, **values})
