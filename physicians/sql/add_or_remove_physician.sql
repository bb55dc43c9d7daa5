-- Adds or removes search documents along with their physicians.
CREATE OR REPLACE FUNCTION physicians_add_or_remove_physician() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM physicians_refresh(ARRAY(SELECT id FROM changed));
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER physicians_search_added AFTER INSERT ON physicians_physician
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_add_or_remove_physician();
CREATE OR REPLACE TRIGGER physicians_search_removed AFTER DELETE ON physicians_physician
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION physicians_add_or_remove_physician();
