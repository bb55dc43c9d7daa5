-- What keeps the doctor from each visit and offered time. Nothing of it is stored: it's read from today's rows.
--
-- An absence that staff knew of when they settled the time doesn't count (`despite`, `outside_hours`); another one does.
-- Federal holidays come from Python (`appointments/calendar/closed_days.py`): `clinics_open` is what the list says.
-- The model DoctorAway reads this view. Its columns are worked out only where a query asks for them.
CREATE OR REPLACE VIEW appointments_doctoraway AS
SELECT visit.id AS appointment_id,
       -- Time off.
       EXISTS (
           SELECT FROM appointments_timeoff AS off
            WHERE off.physician_id = visit.physician_id AND off.period && visit.period
              AND NOT EXISTS (
                  SELECT FROM appointments_appointmentchange AS settled
                   WHERE settled.appointment_id = visit.id AND settled.sequence = visit.sequence
                     AND settled.despite @> ARRAY[off.period])
       ) AS is_off,
       -- Busy in the health record, but not with the visit itself (is_its_own.sql). Only those that are marked as meeting
       -- a visit are looked at (models/busy_triggers.py). Not one lateral join for both: it would be worked out always.
       EXISTS (
           SELECT FROM appointments_busytime AS busy
            WHERE busy.physician_id = visit.physician_id AND busy.period && visit.period AND busy.meets_visit
              AND NOT appointments_is_its_own(busy.visit_number, busy.period, visit.visit_number, visit.period)
       ) AS is_taken,
       EXISTS (
           SELECT FROM appointments_busytime AS busy
            WHERE busy.physician_id = visit.physician_id AND busy.period && visit.period AND busy.meets_visit
              AND NOT appointments_is_its_own(busy.visit_number, busy.period, visit.visit_number, visit.period)
              AND NOT EXISTS (
                  SELECT FROM appointments_appointmentchange AS settled
                   WHERE settled.appointment_id = visit.id AND settled.sequence = visit.sequence
                     AND settled.despite @> ARRAY[busy.period])
       ) AS is_busy,
       -- A closed day: what the list says of the clinic counts before what it says of all; null if it says nothing.
       local.day,
       (SELECT listed.clinics_open FROM appointments_holiday AS listed
         WHERE listed.date = local.day AND (listed.clinic_id = visit.location_id OR listed.clinic_id IS NULL)
         ORDER BY listed.clinic_id NULLS LAST LIMIT 1) AS clinics_open,
       NOT EXISTS (
           SELECT FROM appointments_extrasession AS session
            WHERE session.physician_id = visit.physician_id AND session.period && visit.period)
       AND NOT EXISTS (
           SELECT FROM appointments_appointmentchange AS settled
            WHERE settled.appointment_id = visit.id AND settled.sequence = visit.sequence
              AND settled.despite @> ARRAY[tstzrange(timezone(visit.time_zone, local.day::timestamp),
                                                     timezone(visit.time_zone, (local.day + 1)::timestamp))]
       ) AS minds_closed_days,
       -- Hours: today's weekly rules and one-off sessions at its place, and their earlier versions, which pghistory keeps.
       today.has_hours,
       NOT today.has_hours
       AND (EXISTS (
                SELECT FROM appointments_availabilityruleevent AS rule
                 WHERE rule.physician_id = visit.physician_id
                   AND rule.location_id IS NOT DISTINCT FROM visit.location_id
                   AND rule.weekday = local.weekday AND rule.starts_at <= local.starts_at AND rule.ends_at >= local.ends_at
                   AND rule.effective_from <= local.day
                   AND (rule.effective_until IS NULL OR rule.effective_until >= local.day))
            OR EXISTS (
                SELECT FROM appointments_extrasessionevent AS session
                 WHERE session.physician_id = visit.physician_id
                   AND session.location_id IS NOT DISTINCT FROM visit.location_id AND session.period @> visit.period))
       AND NOT EXISTS (
           SELECT FROM appointments_appointmentchange AS settled
            WHERE settled.appointment_id = visit.id AND settled.sequence = visit.sequence AND settled.outside_hours
       ) AS has_no_hours,
       -- Gone, unless staff wrote down after the doctor left that the visit takes place anyway.
       EXISTS (
           SELECT FROM physicians_physician AS physician JOIN physicians_departure AS departure
                    ON departure.physician_id = physician.id
            WHERE physician.id = visit.physician_id AND NOT physician.live)
       AND NOT anyway.stays AS has_left,
       anyway.stays
  FROM appointments_appointment AS visit
 CROSS JOIN LATERAL (
       SELECT timezone(visit.time_zone, lower(visit.period))::date AS day,
              EXTRACT(ISODOW FROM timezone(visit.time_zone, lower(visit.period)))::int - 1 AS weekday,
              timezone(visit.time_zone, lower(visit.period))::time AS starts_at,
              timezone(visit.time_zone, upper(visit.period))::time AS ends_at
       ) AS local
 CROSS JOIN LATERAL (
       SELECT EXISTS (
                  SELECT FROM appointments_availabilityrule AS rule
                   WHERE rule.physician_id = visit.physician_id
                     AND rule.location_id IS NOT DISTINCT FROM visit.location_id
                     AND rule.weekday = local.weekday
                     AND rule.starts_at <= local.starts_at AND rule.ends_at >= local.ends_at
                     AND rule.effective_from <= local.day
                     AND (rule.effective_until IS NULL OR rule.effective_until >= local.day))
              OR EXISTS (
                  SELECT FROM appointments_extrasession AS session
                   WHERE session.physician_id = visit.physician_id
                     AND session.location_id IS NOT DISTINCT FROM visit.location_id AND session.period @> visit.period)
              AS has_hours
       ) AS today
 CROSS JOIN LATERAL (
       SELECT EXISTS (
           SELECT FROM appointments_appointmentchange AS settled
            WHERE settled.appointment_id = visit.id AND settled.sequence = visit.sequence AND settled.kind = 'stays'
              AND settled.at >= (SELECT max(departure.recorded_at) FROM physicians_departure AS departure
                                  WHERE departure.physician_id = visit.physician_id)
       ) AS stays
       ) AS anyway;
