"""The way back from a correction: what is in quotation marks is looked for as it was typed."""

from collections.abc import Collection

from .tokens import TypedQuery


def look_as_typed(query: TypedQuery, corrected: Collection[str]) -> str:
    """Return the text with these words in quotation marks."""
    tokens = [token for token in query.tokens if query.typed(frozenset({token.number})) in corrected]
    text = query.text
    for start, end in sorted({span for token in tokens for span in token.spans}, reverse=True):
        text = f'{text[:start]}"{text[start:end]}"{text[end:]}'
    return text
