"""Text that is stored composed: “é” is one character, also when a Mac sent it as two."""

import unicodedata
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    CharField = models.CharField[str, str]
else:
    CharField = models.CharField


def composed(value: Any) -> Any:
    """Return a text in normal form C; anything else as it is."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


class ComposedCharField(CharField):
    """A line of text that is composed when it is cleaned, written or looked for, whatever the road."""

    def to_python(self, value: Any) -> Any:
        """Compose what a form or a draft holds."""
        return composed(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        """Compose what is written or looked for."""
        return composed(super().get_prep_value(value))

    def deconstruct(self) -> Any:
        """Migrations need no more than Django's own field."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs
