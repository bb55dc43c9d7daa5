"""Text that goes into a CSV file, which a spreadsheet must not run as a formula (OWASP, CSV injection)."""

import re

# Also with apostrophes before it: they would be mistaken for ours, and one of them taken off.
FORMULA = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")


def escape_formula(text: str) -> str:
    """Return the text with an apostrophe before it if a spreadsheet would run it."""
    return f"'{text}" if FORMULA.match(text) else text


def unescape_formula(text: str) -> str:
    """Return the text that `escape_formula` made this cell from."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
