"""What a PostgreSQL text can hold."""


def is_surrogate(character: str) -> bool:
    """Tell whether this is half of a character, which UTF-8 cannot carry."""
    return "\ud800" <= character <= "\udfff"


def is_storable(text: str) -> bool:
    """Tell whether PostgreSQL can hold the text: no NUL and no lone surrogate."""
    return "\0" not in text and not any(map(is_surrogate, text))


def storable(text: str) -> str:
    """Return the text with � for every character that PostgreSQL cannot hold."""
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if character == "\0" or is_surrogate(character) else character
        for character in text
    )
