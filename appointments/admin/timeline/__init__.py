"""What happened to a request, as sentences in the order of time."""

from .entry import Entry
from .story import timeline_of

__all__ = ["Entry", "timeline_of"]
