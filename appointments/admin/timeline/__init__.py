"""What happened to a request, as sentences in the order of time."""

from .all_entries import timeline_of
from .entry import Entry

__all__ = ["Entry", "timeline_of"]
