"""The field of a page that holds blocks."""

from typing import Any

from wagtail.fields import StreamField


class BlocksField(StreamField):
    """Wagtail's StreamField, without its blocks in migrations.

    The column is JSON whatever its blocks are, so a new or changed block doesn't change the database. A migration that
    rewrites blocks works on the JSON: the field of a historical model has no blocks.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Return Wagtail's field without a block in it: migrations then need nothing of ours."""
        name, _path, _args, kwargs = super().deconstruct()
        return name, "wagtail.fields.StreamField", [[]], kwargs | {"block_lookup": {}}
