"""What PostgreSQL does when a request's row is written: which status may follow which, what rises, what must agree."""

import pgtrigger

from appointments.workflow import TRANSITIONS, Status

from .visit_triggers import fits_the_request
from .wish_triggers import tells_wishes

REQUEST_TRIGGERS = [
    pgtrigger.FSM(
        name="status_moves",
        field="status",
        transitions=[(start.value, end.value) for start, ends in TRANSITIONS.items() for end in ends],
    ),
    pgtrigger.Trigger(
        name="starts_as_submitted",
        operation=pgtrigger.Insert,
        when=pgtrigger.Before,
        condition=pgtrigger.Q(new__status__df=Status.SUBMITTED.value),
        func="RAISE EXCEPTION 'a request starts as submitted, not as %', NEW.status "
        "USING ERRCODE = 'check_violation';",
    ),
    pgtrigger.Trigger(
        name="version_rises",
        operation=pgtrigger.Update,
        when=pgtrigger.Before,
        func="NEW.version := OLD.version + 1; RETURN NEW;",
    ),
    pgtrigger.Trigger(
        name="danger_is_urgent",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("danger_in_words"),
        when=pgtrigger.Before,
        # A nurse may lower the priority later. What was noted stays.
        func="""
                    IF TG_OP = 'UPDATE' THEN
                        IF NEW.danger_in_words = OLD.danger_in_words THEN
                            RETURN NEW;
                        END IF;
                        IF NOT string_to_array(NEW.danger_in_words, '+') @> string_to_array(OLD.danger_in_words, '+')
                        THEN
                            RAISE EXCEPTION 'the danger noted on request % stays', NEW.id
                                USING ERRCODE = 'check_violation';
                        END IF;
                    END IF;
                    IF NEW.danger_in_words <> '' AND (NEW.priority <> 'urgent' OR NEW.nurse_review <> 'needed') THEN
                        RAISE EXCEPTION 'alarming words make a request urgent, and a nurse reviews it'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
    ),
    fits_the_request("NEW.id", pgtrigger.UpdateOf("status")),
    tells_wishes(pgtrigger.UpdateOf("status"), "NEW.id"),
    pgtrigger.Trigger(
        name="no_chain_of_duplicates",
        operation=pgtrigger.UpdateOf("duplicate_of_id"),
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        condition=pgtrigger.Q(new__duplicate_of__isnull=False),
        func="""
                    IF EXISTS (
                        SELECT FROM appointments_appointmentrequest other
                          JOIN appointments_appointmentrequest repeated ON repeated.duplicate_of_id = other.id
                         WHERE other.duplicate_of_id IS NOT NULL AND NEW.id IN (other.id, repeated.id)
                    ) THEN
                        RAISE EXCEPTION 'request % is a duplicate of a duplicate', NEW.id
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
    ),
    pgtrigger.Trigger(
        name="status_has_history",
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("status"),
        when=pgtrigger.After,
        timing=pgtrigger.Deferred,
        declare=[("latest", "text"), ("now_at", "text")],
        # Checked at COMMIT: the newest history row must agree with the request's row.
        func="""
                    SELECT to_status INTO latest FROM appointments_statuschange
                      WHERE request_id = NEW.id ORDER BY id DESC LIMIT 1;
                    SELECT status INTO now_at FROM appointments_appointmentrequest WHERE id = NEW.id;
                    IF latest IS DISTINCT FROM now_at THEN
                        RAISE EXCEPTION 'request % is % without a history row that says so', NEW.id, now_at
                            USING ERRCODE = 'integrity_constraint_violation';
                    END IF;
                    RETURN NULL;
                """,
    ),
]
