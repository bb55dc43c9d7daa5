-- Remembers every version of anything with its author, even one that autosave rewrites; an approved version is never
-- rewritten.
CREATE OR REPLACE FUNCTION spine_record_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.content IS NOT DISTINCT FROM OLD.content THEN
            RETURN NULL;
        ELSIF EXISTS (SELECT FROM spine_approval WHERE revision_id = NEW.id) THEN
            RAISE EXCEPTION 'version % has been approved', NEW.id
                USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'approved_version_is_kept';
        END IF;
    END IF;
    -- Autosave rewrites a version every few seconds: one row an author is enough until an approval counts it.
    INSERT INTO spine_contentchange (content_type_id, object_id, revision_id, author_id, made_at)
    SELECT NEW.base_content_type_id, NEW.object_id, NEW.id, NEW.user_id, now()
     WHERE NOT EXISTS (
        SELECT FROM spine_contentchange c
         WHERE c.revision_id = NEW.id AND c.author_id IS NOT DISTINCT FROM NEW.user_id
           AND c.id > COALESCE((SELECT max(a.last_change_id) FROM spine_approval a
                                 WHERE a.content_type_id = NEW.base_content_type_id
                                   AND a.object_id = NEW.object_id), 0));
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER spine_record_change AFTER INSERT OR UPDATE OF content ON wagtailcore_revision
    FOR EACH ROW EXECUTE FUNCTION spine_record_change();
