"""The rows of an invented desk in SQL: each statement writes one table from those before it.

The mix is the same for any number of requests: 44 of 100 are open, in every status, and half of the closed ones had a
visit. So every tab has more than a page at 1,000. `bench_request` holds what several tables need; a column that no
statement names has an ordinary value (`desk_fill.give_defaults`).
"""

PATIENTS = """
CREATE TEMP TABLE bench_patient (number int PRIMARY KEY, given text, family text, other_given text);
CREATE TEMP TABLE bench_staff AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM wakemed_user WHERE is_staff;
CREATE TEMP TABLE bench_doctor AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM physicians_physician;
CREATE TEMP TABLE bench_clinic AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM physicians_location;
CREATE TEMP TABLE bench_condition AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS place, id FROM physicians_condition;
"""

# `share` is a hundredth of all requests. Closed ones are older, and the newest request has the highest number.
REQUESTS = """
CREATE TEMP TABLE bench_request AS
SELECT number, share, status, number + number / 100 AS clinic,  -- so that no clinic lacks a hundredth
       CASE WHEN status = 'closed' THEN
           (ARRAY['fulfilled', 'fulfilled', 'fulfilled', 'no_show', 'cancelled_by_patient', 'cancelled_by_staff',
                  'declined', 'unreachable'])[1 + number / 100 % 8] ELSE '' END AS closed_reason,
       now() - CASE WHEN status = 'closed' THEN INTERVAL '30 days' + random() * INTERVAL '700 days'
                    WHEN share < 18 THEN random() * INTERVAL '4 days'
                    ELSE INTERVAL '4 days' + random() * INTERVAL '26 days' END AS submitted,
       (SELECT id FROM bench_staff WHERE place = number % (SELECT count(*) FROM bench_staff)) AS staff,
       CASE WHEN random() < .6 THEN
           (SELECT id FROM bench_doctor
            WHERE place = (number + number / 100) % (SELECT count(*) FROM bench_doctor)) END AS physician,
       (SELECT id FROM bench_condition WHERE place = number % (SELECT count(*) FROM bench_condition)) AS condition
FROM (SELECT number, number % 100 AS share,
             CASE WHEN number % 100 < 6 THEN 'submitted' WHEN number % 100 < 18 THEN 'in_review'
                  WHEN number % 100 < 22 THEN 'waiting_on_patient' WHEN number % 100 < 26 THEN 'waitlisted'
                  WHEN number % 100 < 30 THEN 'offered' WHEN number % 100 < 44 THEN 'booked' ELSE 'closed'
             END AS status
      FROM bench_patient) AS mixed;

ANALYZE bench_request;
INSERT INTO appointments_appointmentrequest (
    id, reference, status, closed_reason, source, priority, submitted_at, answer_by, claimed_by_id, nurse_review,
    next_contact_on, medical_record_number, clock_used, clock_since, version, condition_id, reason, visit_type,
    patient_state, physician_id, legal_name, preferred_name, date_of_birth, phone, email, reach_by, may_leave_message,
    postal_code, caregiver_name, caregiver_relationship, caregiver_phone, caregiver_consent, language)
SELECT number,
       (SELECT string_agg(substr('34679CDFGHJKMNPQRTWXY', 1 + floor(number * 7919 / 21 ^ place)::int % 21, 1)
                          || substr('34679CDFGHJKMNPQRTWXY', 1 + floor(number / 21 ^ place)::int % 21, 1), '')
        FROM generate_series(0, 3) AS place),
       status, closed_reason, (ARRAY['web', 'web', 'web', 'phone', 'fax', 'walk-in'])[1 + number % 6],
       CASE WHEN number % 9 = 0 THEN 'urgent' ELSE 'routine' END, submitted,
       CASE WHEN share < 18 AND number % 4 > 0 THEN current_date + 1 + number % 2 ELSE submitted::date + 2 END,
       CASE WHEN share >= 10 AND status <> 'closed' OR number % 3 > 0 AND status = 'closed' THEN staff END,
       CASE WHEN number % 9 > 0 OR status = 'booked' THEN '' WHEN status = 'closed' THEN 'done' ELSE 'needed' END,
       CASE WHEN share BETWEEN 16 AND 23 THEN current_date - 3 + number / 100 % 6 END,
       CASE WHEN closed_reason IN ('fulfilled', 'no_show') THEN 'MRN' || lpad(number::text, 7, '0') ELSE '' END,
       INTERVAL '1 hour' * (number % 12), CASE WHEN share < 18 THEN submitted END, 1 + number % 5, condition,
       'It hurts when I bend, and my left foot tingles at night.',
       (ARRAY['in_person', 'in_person', 'either', 'virtual'])[1 + number % 4],
       CASE WHEN number % 4 > 1 THEN 'NC' ELSE '' END, physician, given || ' ' || family,
       CASE WHEN number % 20 = 0 THEN other_given ELSE '' END,
       DATE '1930-01-01' + (person::bigint * 104729 % 30000)::int,
       format('tel:+1-919-%s-%s', 200 + person * 31 % 800, lpad((person * 17 % 10000)::text, 4, '0')),
       CASE WHEN number % 10 > 0 THEN 'patient' || person || '@example.com' ELSE '' END,
       'phone', true, '27' || lpad((500 + number % 400)::text, 3, '0'),
       CASE WHEN number % 8 = 0 THEN other_given || ' ' || family ELSE '' END,
       CASE WHEN number % 8 = 0 THEN 'child' ELSE '' END,
       CASE WHEN number % 8 = 0 THEN 'tel:+1-252-555-' || lpad((number % 10000)::text, 4, '0') ELSE '' END,
       number % 8 = 0, CASE WHEN number % 11 = 0 THEN 'es' ELSE 'en' END
FROM bench_request JOIN bench_patient USING (number),
     LATERAL (SELECT number - (number % 50 = 1)::int AS person) AS sent_twice;

INSERT INTO appointments_appointmentrequest_preferred_locations (appointmentrequest_id, location_id, is_undecided)
SELECT number, (SELECT id FROM bench_clinic WHERE place = (clinic + wish) % (SELECT count(*) FROM bench_clinic)),
       status NOT IN ('offered', 'booked', 'closed')
FROM bench_request, generate_series(0, 1) AS wish WHERE number % 5 > 2 * wish;
"""

# A quarter of an hour of a physician each. They are drawn from many weeks, so none is fuller than a clinic's week is.
# Two weeks have as many at any size: one of them is what the calendar shows.
VISITS = """
CREATE TEMP TABLE bench_slot AS
SELECT era, doctor.id AS physician, start,
       row_number() OVER (PARTITION BY era ORDER BY md5(doctor.id || start::text)) AS place
FROM generate_series(current_date - 75, current_date + 74, INTERVAL '1 day') AS series(each),
     LATERAL (SELECT each::date AS day, CASE WHEN each > current_date + 60 THEN 'week' ELSE
                  (ARRAY['past', 'today', 'coming'])[2 + sign(each::date - current_date)::int] END AS era) AS on_day,
     bench_doctor AS doctor,
     LATERAL (SELECT (day + TIME '09:00' + quarter * INTERVAL '15 minutes') AT TIME ZONE 'America/New_York' AS start
              FROM generate_series(0, 31) AS quarter) AS quarters
WHERE extract(isodow FROM day) < 6 AND day NOT IN (SELECT date FROM appointments_holiday) OR day = current_date;

ANALYZE bench_slot;
CREATE TEMP TABLE bench_visit AS
WITH wanted AS (
    SELECT number, status AS request_status, closed_reason, share, staff, submitted, clinic, nth,
           CASE WHEN status = 'offered' THEN 'pending'
                WHEN status = 'booked' THEN CASE WHEN share = 43 THEN 'arrived' ELSE 'booked' END
                WHEN closed_reason = 'fulfilled' THEN 'fulfilled' WHEN closed_reason = 'no_show' THEN 'noshow'
                ELSE 'cancelled' END AS status,
           -- Of fourteen booked visits three are today's, and three of earlier days have no outcome.
           CASE WHEN share > 40 AND status = 'booked' THEN 'today'
                WHEN status = 'offered' OR share BETWEEN 33 AND 40
                THEN CASE WHEN number <= 800 THEN 'week' ELSE 'coming' END
                ELSE 'past' END AS era
    FROM bench_request, generate_series(1, CASE WHEN status = 'offered' THEN 2 ELSE 1 END) AS nth
    WHERE status IN ('offered', 'booked') OR closed_reason IN ('fulfilled', 'no_show', 'cancelled_by_patient')
), placed AS (
    SELECT *, row_number() OVER (PARTITION BY era ORDER BY number, nth) AS place FROM wanted
)
SELECT row_number() OVER (ORDER BY number, nth) AS id, number, share, staff, submitted, status, physician, start,
       (SELECT id FROM bench_clinic AS its WHERE its.place = clinic % (SELECT count(*) FROM bench_clinic)) AS location
FROM placed JOIN bench_slot AS slot USING (era, place);

ANALYZE bench_visit;
INSERT INTO appointments_offer (id, request_id, made_by_id, made_at, held_until)
SELECT number, number, staff, now() - INTERVAL '1 day', now() + (1 + number % 40) * INTERVAL '1 hour'
FROM bench_request WHERE status = 'offered';

INSERT INTO appointments_appointment (
    id, request_id, offer_id, physician_id, location_id, period, time_zone, status, sequence, visit_number,
    recorded_sequence)
SELECT id, number, CASE WHEN status = 'pending' THEN number END, physician,
       CASE WHEN number % 5 > 0 THEN location END, tstzrange(start, start + INTERVAL '15 minutes'), 'America/New_York',
       status, 1, CASE WHEN number % 3 > 0 THEN 'V' || id ELSE '' END,
       CASE WHEN number % 3 > 0 THEN 1 END
FROM bench_visit;

INSERT INTO appointments_appointmentchange (
    at, appointment_id, kind, status, sequence, period, physician_id, location_id, actor_id)
SELECT at, visit.id, kind, step.status, 1, tstzrange(start, start + INTERVAL '15 minutes'), physician,
       CASE WHEN number % 5 > 0 THEN location END, staff
FROM bench_visit AS visit, LATERAL (
    SELECT * FROM (VALUES
        (1, submitted + INTERVAL '1 day', CASE WHEN status = 'pending' THEN 'offered' ELSE 'booked' END,
         CASE WHEN status = 'pending' THEN 'pending' ELSE 'booked' END),
        (2, start, (ARRAY['checked_in', 'fulfilled', 'no_show', 'cancelled'])[
             array_position(ARRAY['arrived', 'fulfilled', 'noshow', 'cancelled'], status)], status)
    ) AS steps(step, at, kind, status) WHERE kind IS NOT NULL ORDER BY step) AS step
ORDER BY visit.id, step;
"""

HISTORY = """
INSERT INTO appointments_statuschange (
    at, request_id, from_status, to_status, closed_reason, actor_id)
SELECT submitted + (place - 1) * INTERVAL '6 hours', number, COALESCE(path[place - 1], ''), path[place],
       CASE WHEN path[place] = 'closed' THEN closed_reason ELSE '' END, CASE WHEN place > 1 THEN staff END
FROM bench_request, LATERAL (SELECT CASE
         WHEN status = 'submitted' THEN ARRAY['submitted']
         WHEN status = 'in_review' THEN ARRAY['submitted', 'in_review']
         WHEN closed_reason IN ('fulfilled', 'no_show', 'cancelled_by_patient')
             THEN ARRAY['submitted', 'in_review', 'booked', 'closed']
         ELSE ARRAY['submitted', 'in_review', status] END AS path) AS walked,
     generate_series(1, cardinality(path)) AS place
ORDER BY number, place;

INSERT INTO appointments_note (at, request_id, author_id, text)
SELECT submitted + INTERVAL '3 hours', number, staff, 'Asked the clinic about scans.'
FROM bench_request WHERE number % 2 = 0;

INSERT INTO appointments_contactattempt (at, request_id, author_id, channel, outcome, next_on)
SELECT submitted + INTERVAL '4 hours', number, staff, 'phone', 'no_answer', submitted::date + 2
FROM bench_request WHERE number % 3 = 0;

INSERT INTO appointments_message (at, request_id, author_id, text)
SELECT submitted + place * INTERVAL '5 hours', number, CASE WHEN place = 1 THEN staff END, 'Have you had a scan?'
FROM bench_request, generate_series(1, 2) AS place WHERE share BETWEEN 18 AND 21 AND place = 1 OR number % 25 = 0;

INSERT INTO appointments_answerchange (at, request_id, question, before, after)
SELECT submitted + INTERVAL '2 days', number, 'phone', '(919) 555-0100', '(919) 555-0101'
FROM bench_request WHERE number % 30 = 0;

INSERT INTO appointments_preferredtime (request_id, rank, date, half)
SELECT number, rank, current_date + 5 + (number + rank * 2) % 20, 'morning'
FROM bench_request, generate_series(1, 2) AS rank;

INSERT INTO appointments_requestlink (request_id, created_at, expires_at)
SELECT number, submitted, submitted + INTERVAL '180 days' FROM bench_request;

INSERT INTO appointments_notification (
    request_id, kind, cause, state, attempts, next_attempt_at, sent_at, created_at)
SELECT number, 'received', 'bench:' || number || ':' || place,
       CASE WHEN number % 50 = 0 AND place = 2 THEN 'bounced' ELSE 'sent' END, 1, at, at, at
FROM bench_request, generate_series(1, 2) AS place,
     LATERAL (SELECT submitted + place * INTERVAL '1 hour' AS at) AS went;

INSERT INTO appointments_recordaccess (at, request_id, staff_id, kind)
SELECT at, number, (SELECT id FROM bench_staff WHERE place = (number + turn) % staff_there),
       CASE WHEN turn % 4 = 0 THEN 'opened' ELSE 'listed' END
FROM bench_request, generate_series(1, 6) AS turn,
     LATERAL (SELECT submitted + turn * INTERVAL '7 hours' AS at) AS moment,
     (SELECT count(*) AS staff_there FROM bench_staff) AS counted
ORDER BY at;
"""

# Some doctors have left, others are away for a week; all have the hours of a clinic. The health record has the visits
# that it knows, and an evening of each doctor.
DOCTORS = """
UPDATE physicians_physician SET live = false WHERE id IN (SELECT id FROM bench_doctor WHERE place % 7 = 6);
INSERT INTO physicians_departure (physician_id, recorded_at, recorded_by_id)
SELECT id, now() - INTERVAL '2 days', (SELECT min(id) FROM bench_staff) FROM physicians_physician WHERE NOT live;

INSERT INTO appointments_availabilityrule (
    physician_id, location_id, weekday, starts_at, ends_at, effective_from, visit_minutes, notice_hours)
SELECT doctor.id, clinic.id, weekday, TIME '09:00', TIME '17:00', DATE '2024-01-01', 15, 24
FROM bench_doctor AS doctor JOIN bench_clinic AS clinic
     ON clinic.place = doctor.place % (SELECT count(*) FROM bench_clinic), generate_series(0, 4) AS weekday;

INSERT INTO appointments_timeoff (physician_id, period)
SELECT id, tstzrange(now() + place * INTERVAL '1 day', now() + (place + 7) * INTERVAL '1 day')
FROM bench_doctor WHERE place % 3 = 1;

INSERT INTO appointments_busytime (physician_id, period, visit_number)
SELECT physician, tstzrange(start, start + INTERVAL '15 minutes'), 'V' || id
FROM bench_visit WHERE start > now() AND number % 3 > 0 AND status <> 'cancelled'
UNION ALL
SELECT id, tstzrange(day + INTERVAL '22 hours', day + INTERVAL '23 hours'), ''
FROM bench_doctor, generate_series(current_date, current_date + 74, INTERVAL '1 day') AS day;
"""

# What the triggers would have refused: each of these finds nothing.
CHECKS = {
    "a wish that is wrong about its request": """
        SELECT count(*) FROM appointments_appointmentrequest_preferred_locations AS wish
        JOIN appointments_appointmentrequest AS request ON request.id = appointmentrequest_id
        WHERE is_undecided <> (status IN ('submitted', 'in_review', 'waiting_on_patient', 'waitlisted')
            AND NOT EXISTS (SELECT FROM appointments_appointment AS visit WHERE visit.request_id = request.id
                            AND visit.status IN ('pending', 'booked', 'arrived')))""",
    "a status without its history": """
        SELECT count(*) FROM appointments_appointmentrequest AS request
        WHERE status IS DISTINCT FROM (SELECT to_status FROM appointments_statuschange
                                       WHERE request_id = request.id ORDER BY id DESC LIMIT 1)""",
    "times that don't fit the status": """
        SELECT count(*) FROM appointments_appointmentrequest AS request, LATERAL (
            SELECT count(*) FILTER (WHERE status = 'pending') AS held,
                   count(*) FILTER (WHERE status IN ('booked', 'arrived')) AS active
            FROM appointments_appointment WHERE request_id = request.id) AS its
        WHERE (status = 'offered') <> (held > 0) OR (status = 'booked' AND active <> 1)
           OR (status = 'closed' AND active > 0)""",
    "a visit without its history": """
        SELECT count(*) FROM appointments_appointment AS visit
        WHERE (status, period, physician_id, location_id) IS DISTINCT FROM (
            SELECT (status, period, physician_id, location_id) FROM appointments_appointmentchange
            WHERE appointment_id = visit.id ORDER BY id DESC LIMIT 1)""",
    "a move that isn't allowed": """
        SELECT count(*) FROM appointments_statuschange
        WHERE from_status = to_status OR (from_status = '') <> (to_status = 'submitted')""",
}
TABLES = ("appointmentrequest", "offer", "appointment")
