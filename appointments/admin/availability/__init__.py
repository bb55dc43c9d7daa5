"""When physicians see patients: a page for each physician, and the hospital's holidays."""

from . import holidays_admin, hours_views, physician_admin

__all__ = ["holidays_admin", "hours_views", "physician_admin"]
