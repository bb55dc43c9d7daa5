"""What stands in for a photograph."""

import hashlib

from django import template

register = template.Library()

TONES = 6  # .portrait--tone-1 to -6 in the style sheet


@register.filter
def tone(name: str) -> int:
    """Return the number of a calm color, always the same for the same name."""
    return hashlib.blake2b(str(name).encode("utf-8", "replace"), digest_size=1).digest()[0] % TONES + 1


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text that editors write one thing a line in, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
