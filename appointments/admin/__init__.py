"""The desk: the queue, the page of one request, the physicians' hours, and the log of who read what."""

from . import access_log, availability, queue

__all__ = ["access_log", "availability", "queue"]
