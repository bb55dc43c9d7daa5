"""What PostgreSQL checks at COMMIT about a request and its visits, no matter who wrote them."""

import pgtrigger


def visit_has_history() -> pgtrigger.Trigger:
    """Return the trigger that makes a visit's newest history row agree with its row."""
    return pgtrigger.Trigger(
        name="visit_has_history",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("status", "period", "physician_id", "location_id"),
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        declare=[("latest", "record"), ("now_at", "record")],
        func="""
            SELECT status, period, physician_id, location_id INTO now_at
              FROM appointments_appointment WHERE id = NEW.id;
            SELECT status, period, physician_id, location_id INTO latest
              FROM appointments_appointmentchange WHERE appointment_id = NEW.id ORDER BY id DESC LIMIT 1;
            IF latest IS DISTINCT FROM now_at THEN
                RAISE EXCEPTION 'appointment % has no history row that says what it is', NEW.id
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
        """,
    )


def fits_the_request(request_id: str, operation: pgtrigger.Operation | pgtrigger.Operations) -> pgtrigger.Trigger:
    """Return the trigger that makes a request and its visits agree.

    Times are held exactly as long as they are offered, a booked request has a booked visit, and a closed one doesn't.
    `request_id` is the SQL expression of the request's key.
    """
    return pgtrigger.Trigger(
        name="fits_the_request",
        operation=operation,
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        declare=[("state", "text"), ("held", "bigint"), ("active", "bigint")],
        func=f"""
            SELECT status INTO state FROM appointments_appointmentrequest WHERE id = {request_id};
            SELECT count(*) FILTER (WHERE status = 'pending'),
                   count(*) FILTER (WHERE status IN ('booked', 'arrived')) INTO held, active
              FROM appointments_appointment WHERE request_id = {request_id};
            IF (state = 'offered') <> (held > 0)
               OR (state = 'booked' AND active <> 1) OR (state = 'closed' AND active > 0) THEN
                RAISE EXCEPTION 'request % is % with % held and % active', {request_id}, state, held, active
                    USING ERRCODE = 'integrity_constraint_violation';
            END IF;
            RETURN NULL;
        """,
    )
