"""The desk: the queue, the page of one request, and the record of who read what."""

from . import access_log, queue

__all__ = ["access_log", "queue"]
