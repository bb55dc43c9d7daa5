-- Whether a busy time of the health record is the visit itself: by its number, or by its time where the record gives no
-- numbers. One expression, so that PostgreSQL puts it into the statements that call it, and finds the same plans.
CREATE OR REPLACE FUNCTION appointments_is_its_own(
    busy_number text, busy_period tstzrange, visit_number text, visit_period tstzrange) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT busy_number <> '' AND busy_number = visit_number
        OR busy_number = '' AND busy_period = visit_period AND visit_number <> ''
$$;
