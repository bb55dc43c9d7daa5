"""Which wishes for a clinic count, because nothing is decided yet. PostgreSQL keeps it, and the desk reads no others.

One trigger is the rule. The two others only touch a request's wishes when its status or its times change.
"""

import pgtrigger

from appointments.workflow import TAKES_TIME, UNDECIDED


def _listed(statuses: tuple[str, ...]) -> str:
    return "({})".format(", ".join(f"'{status}'" for status in statuses))


def knows_if_undecided() -> pgtrigger.Trigger:
    """Return the trigger that tells a wish whether its request is undecided, whatever was written.

    The request's row stays locked, so that its status can't change unseen.
    """
    return pgtrigger.Trigger(
        name="knows_if_undecided",
        operation=pgtrigger.Insert | pgtrigger.Update,
        when=pgtrigger.Before,
        declare=[("state", "text")],
        func=f"""
            SELECT status INTO state FROM appointments_appointmentrequest
             WHERE id = NEW.appointmentrequest_id FOR SHARE;
            NEW.is_undecided := COALESCE(state IN {_listed(UNDECIDED)}, false) AND NOT EXISTS (
                SELECT FROM appointments_appointment
                 WHERE request_id = NEW.appointmentrequest_id AND status IN {_listed(TAKES_TIME)}
            );
            RETURN NEW;
        """,
    )


def tells_wishes(operation: pgtrigger.Operation | pgtrigger.Operations, *request_ids: str) -> pgtrigger.Trigger:
    """Return the trigger that has the wishes of a request look again. `request_ids` are SQL expressions of its key."""
    return pgtrigger.Trigger(
        name="tells_wishes",
        operation=operation,
        when=pgtrigger.After,
        func=f"""
            UPDATE appointments_appointmentrequest_preferred_locations SET is_undecided = is_undecided
             WHERE appointmentrequest_id IN ({", ".join(request_ids)});
            RETURN NULL;
        """,
    )
