"""What a profile shows instead of a photograph; and texts as lists of lines."""

import hashlib

from django import template

register = template.Library()

TONES = 6  # .portrait--tone-1 to -6 in the style sheet


@register.filter
def tone(name: str) -> int:
    """Return the number of a calm color, the same each time for the same name."""
    return hashlib.blake2b(str(name).encode("utf-8", "replace"), digest_size=1).digest()[0] % TONES + 1


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text in which editors write one thing per line, without empty lines."""
    return [line.strip() for line in text.splitlines() if line.strip()]
