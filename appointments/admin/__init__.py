"""The desk: the queue, the page of one request, hours, message templates, and the log of who read what."""

from . import access_log, availability, message_templates, queue, search_log

__all__ = ["access_log", "availability", "message_templates", "queue", "search_log"]
