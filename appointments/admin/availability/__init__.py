"""When physicians see patients: a page for each physician, and the hospital's holidays."""

from . import holidays_admin, hours_admin, physician_admin, working_hours

__all__ = ["holidays_admin", "hours_admin", "physician_admin", "working_hours"]
