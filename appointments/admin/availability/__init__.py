"""When physicians see patients: a page for each physician, and the hospital's holidays."""

from . import holidays, hours, physicians

__all__ = ["holidays", "hours", "physicians"]
