"""Visits and offered times in hours that the doctor no longer has: a rule or a session was changed, or taken away.

None of this is stored. A time has lost its hours if an earlier version of them, which pghistory keeps, had room for
it, and none of today's has. Times that staff settled outside the hours, with a reason, have none to lose.
"""

from typing import Any

from django.db.models import QuerySet

from appointments.models import AvailabilityRule, ExtraSession
from appointments.models.appointment import AppointmentQuerySet

RULE_VERSIONS: Any = AvailabilityRule.pgh_event_model  # type: ignore[attr-defined]  # pghistory adds it
SESSION_VERSIONS: Any = ExtraSession.pgh_event_model  # type: ignore[attr-defined]
CHANGED = ("update", "delete")  # pghistory's labels
MOST = 10_000  # more than a desk will ever have


def perhaps_without_hours(visits: AppointmentQuerySet) -> QuerySet[Any, Any]:
    """Return the keys of those visits that can have lost their hours: few of many have to be looked at.

    They are visits of physicians whose hours have ever been changed, outside the hours of today. The limit makes the
    database find them before it reads old versions of the hours.
    """
    rules, sessions = (
        versions.objects.filter(pgh_label__in=CHANGED).order_by().values("physician")
        for versions in (RULE_VERSIONS, SESSION_VERSIONS)
    )
    outside = visits.filter(doctor_away__has_hours=False, physician__in=rules.union(sessions))
    return outside.order_by().values("pk")[:MOST]
