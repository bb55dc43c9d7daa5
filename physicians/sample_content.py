"""The first content."""


def load() -> None:
    """Create what does not exist yet."""
