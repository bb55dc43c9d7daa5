-- Refreshes a physician's search document after a change to something the search reads. An editor's save also writes
-- columns that the search doesn't read, such as the time of the save.
CREATE OR REPLACE FUNCTION physicians_keep_physician() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(
        SELECT id FROM changed JOIN previous USING (id)
         WHERE (changed.live, changed.npi, changed.given_name, changed.family_name, changed.known_as,
                changed.former_name, changed.biography,
                changed.education, changed.board_certifications, changed.accepting_new_patients,
                changed.photo_id, changed.verified_on, physicians_facet_lexemes(to_jsonb(changed)))
               IS DISTINCT FROM
               (previous.live, previous.npi, previous.given_name, previous.family_name, previous.known_as,
                previous.former_name, previous.biography,
                previous.education, previous.board_certifications, previous.accepting_new_patients,
                previous.photo_id, previous.verified_on, physicians_facet_lexemes(to_jsonb(previous)))));
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER physicians_search_changed AFTER UPDATE ON physicians_physician
    REFERENCING OLD TABLE AS previous NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION physicians_keep_physician();
