"""Form fields of the question pages: they take what people type and say plainly what is wrong with it."""

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
