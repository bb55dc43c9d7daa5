"""The page of one request: what it shows, and what can be done on it."""

from .page import RecordAdmin

__all__ = ["RecordAdmin"]
