"""Text that PostgreSQL can store."""


def is_surrogate(character: str) -> bool:
    """Return True for half a character, which UTF-8 can't encode."""
    return "\ud800" <= character <= "\udfff"


def is_storable(text: str) -> bool:
    """Return True if PostgreSQL can store the text: it has no NUL and no lone surrogate."""
    return "\0" not in text and not any(map(is_surrogate, text))


def storable(text: str) -> str:
    """Return the text with � for every character that PostgreSQL can't store."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if character == "\0" or is_surrogate(character) else character
        for character in text
    )
