"""How sample rows come into being: once, and never over somebody's work."""

from typing import Any

from django.db.models import Model, Q


def create_unless_there(model: type[Model], *, unique: dict[str, Any], **values: Any) -> None:
    """Create a row unless one already has any of the `unique` values, whatever else an editor has made of it."""
    taken = Q(*unique.items(), _connector=Q.OR)
    if not model._default_manager.filter(taken).exists():
        model._default_manager.create(**{**unique, **values})
