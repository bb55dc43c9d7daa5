-- Writes the names of these requests for the search again. What a patient was called before is in the history.
CREATE OR REPLACE FUNCTION appointments_file_names(ids bigint[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    WITH named AS (
        SELECT request.id, request.legal_name, request.preferred_name, request.caregiver_name,
               COALESCE((SELECT string_agg(DISTINCT event.legal_name, '; ')
                           FROM appointments_appointmentrequestevent AS event
                          WHERE event.pgh_obj_id = request.id AND event.legal_name <> request.legal_name), '') AS former
          FROM appointments_appointmentrequest AS request WHERE request.id = ANY (ids)
    ), worded AS (
        SELECT id, former, physicians_name_words(legal_name, preferred_name, caregiver_name, former) AS words FROM named
    ), kept AS (
        INSERT INTO appointments_patientnames AS names (request_id, words, former_names)
        SELECT id, array_to_tsvector(ARRAY(SELECT 'n:' || unnest(words))
                                     || ARRAY(SELECT DISTINCT 'i:' || left(unnest(words), 1))), former
          FROM worded
        ON CONFLICT (request_id) DO UPDATE SET words = EXCLUDED.words, former_names = EXCLUDED.former_names
    )
    -- In the order of the words, so that two at once can't wait for each other.
    INSERT INTO appointments_patientnameword (word)
    SELECT DISTINCT unnest(words) FROM worded ORDER BY 1
    ON CONFLICT DO NOTHING;
END
$$;
