"""What happened to a request, as sentences in the order of time."""

from .all_entries import timeline_of
from .entry import Entry
from .request_history import RequestHistory, history_of

__all__ = ["Entry", "RequestHistory", "history_of", "timeline_of"]
