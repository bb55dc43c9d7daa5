"""Which busy times meet a visit that isn't theirs: kept by PostgreSQL, so that the desk asks only a few of them.

A busy time may stay marked after its visit has moved away: who is without a doctor is decided by the rule itself
(`calendar/doctor_away.py`). None that meets a visit may be unmarked.
"""

import pgtrigger

from appointments.workflow import TAKES_TIME

IN_TIME = "({})".format(", ".join(f"'{status}'" for status in TAKES_TIME))
ITS_OWN = "appointments_is_its_own(busy.visit_number, busy.period, visit.visit_number, visit.period)"


def marks_itself() -> pgtrigger.Trigger:
    """Return the trigger that marks a new busy time if it meets a visit or an offered time."""
    return pgtrigger.Trigger(
        name="busy_time_meets_visit",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("physician_id", "period", "visit_number"),
        when=pgtrigger.Before,
        func=f"""
            NEW.meets_visit := EXISTS (
                SELECT FROM appointments_appointment visit, (SELECT NEW.*) busy
                 WHERE visit.physician_id = NEW.physician_id AND visit.period && NEW.period
                   AND visit.status IN {IN_TIME} AND NOT {ITS_OWN}
            );
            RETURN NEW;
        """,
    )


def marks_busy_times() -> pgtrigger.Trigger:
    """Return the trigger with which a visit or an offered time marks the busy times that it meets."""
    return pgtrigger.Trigger(
        name="visit_meets_busy_time",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("physician_id", "period", "status", "visit_number"),
        when=pgtrigger.After,
        func=f"""
            IF NEW.status IN {IN_TIME} THEN
                UPDATE appointments_busytime busy SET meets_visit = true FROM (SELECT NEW.*) visit
                 WHERE busy.physician_id = NEW.physician_id AND busy.period && NEW.period
                   AND NOT busy.meets_visit AND NOT {ITS_OWN};
            END IF;
            RETURN NULL;
        """,
    )
