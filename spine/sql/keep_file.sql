-- Refuses another file under the same number. An approval holds the hash of a page's words, which name a picture by
-- its number, and a picture may be read today and go live next week: the number keeps its file from the first day.
CREATE OR REPLACE FUNCTION spine_keep_file() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'a file is never exchanged'
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'file_is_kept';
END
$$;

CREATE OR REPLACE TRIGGER spine_keep_file BEFORE UPDATE OF file ON wagtailimages_image
    FOR EACH ROW WHEN (NEW.file IS DISTINCT FROM OLD.file) EXECUTE FUNCTION spine_keep_file();
CREATE OR REPLACE TRIGGER spine_keep_file BEFORE UPDATE OF file ON wagtaildocs_document
    FOR EACH ROW WHEN (NEW.file IS DISTINCT FROM OLD.file) EXECUTE FUNCTION spine_keep_file();
