"""Form fields that accept what people really type, and say plainly what's wrong with it."""

from .memorable_dates import MemorableDateField, MemorableDateWidget
from .phone_and_email import EmailField, PhoneField
from .plain_text import CharacterCountTextarea, PlainTextField

__all__ = [
    "CharacterCountTextarea",
    "EmailField",
    "MemorableDateField",
    "MemorableDateWidget",
    "PhoneField",
    "PlainTextField",
]
