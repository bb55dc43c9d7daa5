"""Message templates: managers keep them, and a request's page fills them in."""

from . import templates_admin

__all__ = ["templates_admin"]
