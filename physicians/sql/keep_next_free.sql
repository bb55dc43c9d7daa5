-- Copies a physician's next free time to the search document.
CREATE OR REPLACE FUNCTION physicians_keep_next_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE physicians_physiciandocument SET next_free_at = NEW.starts[1]
     WHERE physician_id = NEW.physician_id AND next_free_at IS DISTINCT FROM NEW.starts[1];
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER physicians_next_free AFTER INSERT OR UPDATE ON physicians_nextfreetimes
    FOR EACH ROW EXECUTE FUNCTION physicians_keep_next_free();
