"""Form fields of the question pages: they take what people type and say plainly what is wrong with it."""

from .contact import EmailField, PhoneField
from .dates import MemorableDateField, MemorableDateWidget
from .text import CharacterCountTextarea, PlainTextField

__all__ = [
    "CharacterCountTextarea",
    "EmailField",
    "MemorableDateField",
    "MemorableDateWidget",
    "PhoneField",
    "PlainTextField",
]
