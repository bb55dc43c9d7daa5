"""The page of one request: what it shows, and what can be done on it."""

from .request_admin import RecordAdmin

__all__ = ["RecordAdmin"]
